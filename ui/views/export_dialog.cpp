// ExportDialog: preview, choices, and the files.
#include "ui/views/export_dialog.h"

#include "core/base/atomic_file.h"
#include "ui/text/error_text.h"
#include "ui/text/paths.h"
#include "ui/text/utf8_text.h"
#include "ui/views/export_form.h"
#include "ui/views/fonts.h"

#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace assay {

namespace {

constexpr int previewDelay = 80; ///< ms: a run of typed digits draws once
constexpr int previewLines = 14; ///< of a CSV table
constexpr QSize leastPreview{420, 300};

/// What transparent pixels stand on in the preview.
QPixmap onCheckerboard(const QImage& image) {
    QPixmap board(image.size());
    QPainter painter(&board);
    painter.fillRect(board.rect(), QColor(0xff, 0xff, 0xff));
    constexpr int cell = 8;
    for (int y = 0; y < image.height(); y += cell)
        for (int x = (y / cell % 2) * cell; x < image.width(); x += 2 * cell)
            painter.fillRect(x, y, cell, cell, QColor(0xdd, 0xdd, 0xdd));
    painter.drawImage(0, 0, image);
    return board;
}

QString firstLines(const QByteArray& csv) {
    return QString::fromUtf8(csv).split(QStringLiteral("\r\n")).mid(0, previewLines).join(QLatin1Char('\n'));
}

} // namespace

ExportDialog::ExportDialog(ChartSpec spec, ExportSource source, Questions& questions, QSettings& settings,
                           QWidget* parent)
    : QDialog(parent),
      m_spec(std::move(spec)),
      m_source(std::move(source)),
      m_questions(questions),
      m_settings(settings) {
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export chart"));
    m_previewTimer.setSingleShot(true);
    m_previewTimer.setInterval(previewDelay);
    build();
    nameParts();
    connect(&m_previewTimer, &QTimer::timeout, this, &ExportDialog::showPreview);
    connect(m_form, &ExportForm::changed, this, &ExportDialog::choiceChanged);
    connect(&m_charts, &ExportAll::progressed, this, [this](int done, int all) {
        if (m_charts.isBusy())
            setBusy(tr("%1 of %2…").arg(done).arg(all));
    });
    connect(&m_charts, &ExportAll::failed, this, [this](const Error& error, int written) {
        setBusy({});
        say(errorText(error) + QLatin1Char(' ')
            + (written == 0 ? tr("Nothing was written.") : tr("Charts written before: %1.").arg(written)));
    });
    connect(&m_charts, &ExportAll::finished, this, [this](int count, const QString& folder) {
        setBusy({});
        emit allExported(count, folder);
        accept();
    });
    showPreview();
    resize(940, 540);
}

void ExportDialog::build() {
    m_preview = new QLabel(this);
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setMinimumSize(leastPreview);
    m_preview->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_message = new QLabel(this);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->hide();
    m_form = new ExportForm(rememberedChoice(m_settings), this);
    m_form->rows().addRow(buildTarget());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_export = buttons->addButton(tr("E&xport"), QDialogButtonBox::AcceptRole);
    m_export->setDefault(true);
    m_all = buttons->addButton(tr("Export &all…"), QDialogButtonBox::ActionRole);
    m_all->setAutoDefault(false);
    m_all->setToolTip(tr("Every chart of the project into a folder, drawn like this one"));
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::exportNow);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_all, &QPushButton::clicked, this, &ExportDialog::exportAll);

    auto* side = new QVBoxLayout;
    side->setSpacing(12);
    side->addWidget(m_form);
    side->addStretch();
    side->addWidget(m_message);
    side->addWidget(buttons);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 12, 12, 12);
    row->setSpacing(12);
    row->addWidget(m_preview, 1);
    row->addLayout(side);
}

QWidget* ExportDialog::buildTarget() {
    auto* target = new QWidget(m_form);
    const ImageFormat format = m_form->choice().render.format;
    m_file = new QLineEdit(fromPath(freeFile(rememberedFolder(m_settings), m_spec, format)), target);
    m_file->setMinimumWidth(260);
    m_file->setCursorPosition(static_cast<int>(m_file->text().size()));
    auto* label = new QLabel(tr("Fi&le"), target);
    label->setBuddy(m_file);
    auto* choose = new QPushButton(tr("&Browse…"), target);
    choose->setObjectName(QStringLiteral("export.browse"));
    choose->setAccessibleName(tr("Choose the file"));
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &ExportDialog::browse);
    auto* row = new QHBoxLayout(target);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(label);
    row->addWidget(m_file, 1);
    row->addWidget(choose);
    return target;
}

void ExportDialog::nameParts() {
    m_preview->setObjectName(QStringLiteral("export.preview"));
    m_preview->setAccessibleName(tr("Preview: %1").arg(text(m_spec.altText)));
    m_file->setObjectName(QStringLiteral("export.file"));
    m_file->setAccessibleName(tr("File"));
    m_message->setObjectName(QStringLiteral("export.message"));
    m_export->setObjectName(QStringLiteral("export.export"));
    m_export->setAccessibleName(tr("Export"));
    m_all->setObjectName(QStringLiteral("export.all"));
    m_all->setAccessibleName(tr("Export all charts"));
}

ExportChoice ExportDialog::choice() const { return m_form->choice(); }

std::filesystem::path ExportDialog::target() const { return toPath(m_file->text().trimmed()); }

void ExportDialog::choiceChanged() {
    const QString named = fromPath(withExtension(target(), choice().render.format));
    if (named != m_file->text())
        m_file->setText(named);
    m_previewTimer.start();
}

void ExportDialog::showPreview() {
    const RenderOptions wanted = choice().render;
    if (wanted.format == ImageFormat::csv) {
        const Result<QByteArray> csv = renderChart(drawn(), wanted);
        m_preview->setText(csv ? firstLines(*csv) : errorText(csv.error()));
        return;
    }
    const Result<QImage> image = previewChart(m_spec, wanted, m_preview->size().expandedTo(leastPreview));
    if (image)
        m_preview->setPixmap(onCheckerboard(*image));
    else
        m_preview->setText(errorText(image.error()));
}

void ExportDialog::resizeEvent(QResizeEvent* event) {
    QDialog::resizeEvent(event);
    m_previewTimer.start();
}

void ExportDialog::browse() {
    const ImageFormat format = choice().render.format;
    const std::optional<std::filesystem::path> chosen = m_questions.exportTarget(target(), filterOf(format));
    if (!chosen)
        return;
    m_file->setText(fromPath(withExtension(*chosen, format)));
    m_replace = target(); // the file dialog has asked
}

bool ExportDialog::mayWrite(const std::filesystem::path& path) {
    std::error_code unknown;
    if (!std::filesystem::is_regular_file(path, unknown) || m_replace == path)
        return true;
    m_replace = path;
    m_export->setText(tr("&Replace"));
    say(tr("%1 exists already. Press Replace to overwrite it, or type another name.").arg(fromPath(path.filename())));
    return false;
}

const ChartSpec& ExportDialog::drawn() const {
    return choice().render.format == ImageFormat::csv && m_source.table ? *m_source.table : m_spec;
}

void ExportDialog::exportNow() {
    const std::filesystem::path path = target();
    if (!m_job.isIdle() || m_charts.isBusy() || !mayWrite(path))
        return;
    RenderOptions options = choice().render;
    if (choice().carried == Carried::run)
        options.record = recordOf(m_source, m_spec);
    Result<Encode> encode = encoderOf(drawn(), options);
    if (!encode) {
        say(errorText(encode.error()));
        return;
    }
    setBusy(tr("Exporting…"));
    write(path, std::move(*encode));
}

void ExportDialog::exportAll() {
    if (!m_job.isIdle() || m_charts.isBusy())
        return;
    const std::optional<std::filesystem::path> folder = m_questions.exportFolder(target().parent_path());
    if (!folder)
        return;
    m_message->hide();
    remember(m_settings, choice());
    rememberFolder(m_settings, *folder);
    setBusy(tr("Exporting…"));
    m_charts.start(m_source, choice(), *folder);
}

void ExportDialog::write(const std::filesystem::path& path, Encode encode) {
    m_job.request(
        Running::finish,
        [path, encode = std::move(encode)](const std::stop_token&) { return writeFile(path, encode(), Backup::none); },
        [this, path](const Result<>& written) { finish(path, written); });
}

void ExportDialog::finish(const std::filesystem::path& path, const Result<>& written) {
    setBusy({});
    if (!written) {
        say(errorText(written.error()));
        return;
    }
    remember(m_settings, choice());
    rememberFolder(m_settings, path.parent_path());
    emit exported(fromPath(path));
    accept();
}

void ExportDialog::setBusy(const QString& words) {
    m_export->setEnabled(words.isEmpty());
    m_all->setEnabled(words.isEmpty());
    m_export->setText(words.isEmpty() ? tr("E&xport") : words);
}

void ExportDialog::say(const QString& sentence) {
    m_message->setText(sentence);
    m_message->setAccessibleName(sentence);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, refusedColor(palette()));
    m_message->setPalette(colors);
    m_message->show();
}

} // namespace assay

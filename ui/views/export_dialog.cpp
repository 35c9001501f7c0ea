// ExportDialog: what the choices mean, the preview, and the file. Its parts are put together in export_dialog_form.cpp.
#include "ui/views/export_dialog.h"

#include "core/base/atomic_file.h"
#include "ui/text/error_text.h"
#include "ui/text/paths.h"
#include "ui/views/export_options.h"
#include "ui/views/fonts.h"

#include <QtGui/QPainter>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

#include <algorithm>
#include <cmath>

namespace assay {

namespace {

constexpr int previewDelay = 80; ///< ms: a run of typed digits draws once
constexpr int previewLines = 14; ///< of a CSV table

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

ExportDialog::ExportDialog(ChartSpec spec, Questions& questions, QSettings& settings, QWidget* parent)
    : QDialog(parent),
      m_spec(std::move(spec)),
      m_questions(questions),
      m_settings(settings) {
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export chart"));
    m_previewTimer.setSingleShot(true);
    m_previewTimer.setInterval(previewDelay);
    connect(&m_previewTimer, &QTimer::timeout, this, &ExportDialog::showPreview);
    build();
    nameParts();
    formatChanged();
    resize(860, 460);
}

RenderOptions ExportDialog::options() const {
    RenderOptions options;
    options.size = QSize(m_width->value(), m_height->value());
    options.scale = m_scale->currentIndex() + 1;
    options.format = static_cast<ImageFormat>(m_format->currentIndex());
    options.theme = static_cast<ThemeKind>(m_theme->currentIndex());
    options.background = m_transparent->isChecked() ? Background::transparent : Background::opaque;
    return options;
}

std::filesystem::path ExportDialog::target() const { return toPath(m_file->text().trimmed()); }

void ExportDialog::formatChanged() {
    const ImageFormat format = options().format;
    const bool picture = format != ImageFormat::csv;
    for (QWidget* part : std::initializer_list<QWidget*>{m_width, m_height, m_theme, m_transparent})
        part->setEnabled(picture);
    m_scale->setEnabled(format == ImageFormat::png);
    m_file->setText(fromPath(withExtension(target(), format)));
    showPreview();
}

void ExportDialog::showPreview() {
    const RenderOptions wanted = options();
    const double factor = wanted.format == ImageFormat::png ? wanted.scale : 1;
    m_pixels->setText(tr("%1 × %2 px")
                          .arg(std::lround(wanted.size.width() * factor))
                          .arg(std::lround(wanted.size.height() * factor)));
    m_pixels->setVisible(wanted.format != ImageFormat::csv);
    if (wanted.format == ImageFormat::csv) {
        const Result<QByteArray> csv = renderChart(m_spec, wanted);
        m_preview->setText(csv ? firstLines(*csv) : errorText(csv.error()));
        return;
    }
    RenderOptions drawn = wanted;
    drawn.format = ImageFormat::png;
    drawn.scale = 1;
    const Result<QImage> image = paintChart(m_spec, drawn);
    if (!image) {
        m_preview->setText(errorText(image.error()));
        return;
    }
    const QSize room = m_preview->size().expandedTo({360, 240});
    m_preview->setPixmap(onCheckerboard(image->scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
}

void ExportDialog::resizeEvent(QResizeEvent* event) {
    QDialog::resizeEvent(event);
    m_previewTimer.start();
}

void ExportDialog::browse() {
    const std::optional<std::filesystem::path> chosen = m_questions.exportTarget(target(), filterOf(options().format));
    if (!chosen)
        return;
    m_file->setText(fromPath(withExtension(*chosen, options().format)));
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

Result<ExportDialog::Encode> ExportDialog::paint() const {
    const RenderOptions wanted = options();
    if (wanted.format == ImageFormat::png) {
        const Result<QImage> image = paintChart(m_spec, wanted);
        if (!image)
            return image.error();
        return Encode([picture = *image] { return encodePng(picture).toStdString(); });
    }
    const Result<QByteArray> bytes = renderChart(m_spec, wanted);
    if (!bytes)
        return bytes.error();
    return Encode([whole = *bytes] { return whole.toStdString(); });
}

void ExportDialog::exportNow() {
    const std::filesystem::path path = target();
    if (!m_job.isIdle() || !mayWrite(path))
        return;
    Result<Encode> encode = paint();
    if (!encode) {
        say(errorText(encode.error()));
        return;
    }
    m_export->setEnabled(false);
    m_export->setText(tr("Exporting…"));
    write(path, std::move(*encode));
}

void ExportDialog::write(const std::filesystem::path& path, Encode encode) {
    m_job.request(
        Running::finish,
        [path, encode = std::move(encode)](const std::stop_token&) { return writeFile(path, encode(), Backup::none); },
        [this, path](const Result<>& written) { finish(path, written); });
}

void ExportDialog::finish(const std::filesystem::path& path, const Result<>& written) {
    m_export->setEnabled(true);
    m_export->setText(tr("E&xport"));
    if (!written) {
        say(errorText(written.error()));
        return;
    }
    remember(m_settings, options());
    rememberFolder(m_settings, path.parent_path());
    emit exported(fromPath(path));
    accept();
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

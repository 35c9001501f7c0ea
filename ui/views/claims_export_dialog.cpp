// ClaimsExportDialog: which format, which file.
#include "ui/views/claims_export_dialog.h"

#include "core/base/atomic_file.h"
#include "core/base/error_code.h"
#include "core/io/exporter.h"
#include "ui/text/error_text.h"
#include "ui/text/paths.h"
#include "ui/text/utf8_text.h"
#include "ui/views/claim_form.h"
#include "ui/views/export_options.h"
#include "ui/views/fonts.h"
#include "ui/views/look.h"

#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

#include <algorithm>

namespace assay {

namespace {

const QString formatKey = QStringLiteral("exportClaims/format");

/// What a reader of the file gets; a format without words of its own is told by its title.
QString about(std::string_view id) {
    if (id == "csv")
        return ClaimsExportDialog::tr("A row for every mention, for spreadsheets: numbers are numbers, and no cell can "
                                      "run as a formula.");
    if (id == "json")
        return ClaimsExportDialog::tr("Everything the project holds, in its own form.");
    if (id == "md" || id == "html")
        return ClaimsExportDialog::tr("To be read: claims with their quotes and grades, links, findings, sources.");
    if (id == "bibtex")
        return ClaimsExportDialog::tr("The sources, for reference managers and LaTeX.");
    if (id == "claimreview")
        return ClaimsExportDialog::tr("The claims as schema.org has them, for web pages. Values and links stand in "
                                      "text: the vocabulary has no field for them.");
    if (id == "annotations")
        return ClaimsExportDialog::tr("Every mention with its quote and place, for annotation tools. Places count code "
                                      "points of the text that was read.");
    return {};
}

bool isSameFile(const std::filesystem::path& a, const std::filesystem::path& b) {
    std::error_code ignored;
    return std::filesystem::equivalent(a, b, ignored);
}

} // namespace

ClaimsExportDialog::ClaimsExportDialog(Document document, std::filesystem::path project, Questions& questions,
                                       QSettings& settings, QWidget* parent)
    : QDialog(parent),
      m_document(std::move(document)),
      m_project(std::move(project)),
      m_questions(questions),
      m_settings(settings),
      m_format(choiceCombo("exportClaims.format", tr("Format"))),
      m_about(new QLabel),
      m_file(new QLineEdit),
      m_message(new QLabel) {
    setObjectName(QStringLiteral("claimsExportDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export claims"));
    for (const Exporter& exporter : exporters())
        m_format->addItem(text(exporter.title), text(exporter.id));
    build();
    const QString name = m_project.empty() ? tr("claims") : fromPath(m_project.stem());
    m_file->setText(fromPath(rememberedFolder(m_settings) / toPath(name)));
    m_format->setCurrentIndex(std::max(0, m_format->findData(m_settings.value(formatKey).toString())));
    formatChanged();
    connect(m_format, &QComboBox::currentIndexChanged, this, &ClaimsExportDialog::formatChanged);
    resize(600, sizeHint().height());
}

void ClaimsExportDialog::build() {
    m_about->setTextFormat(Qt::PlainText);
    m_about->setWordWrap(true);
    m_about->setFont(smallFont(font()));
    m_about->setMinimumHeight(2 * m_about->fontMetrics().lineSpacing());
    m_about->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_file->setObjectName(QStringLiteral("exportClaims.file"));
    m_file->setAccessibleName(tr("File"));
    m_message->setObjectName(QStringLiteral("exportClaims.message"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->hide();
    auto* choose = new QPushButton(tr("&Browse\u2026"));
    choose->setObjectName(QStringLiteral("exportClaims.browse"));
    choose->setAccessibleName(tr("Choose the file"));
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &ClaimsExportDialog::browse);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("exportClaims.cancel"));
    m_export = buttons->addButton(tr("E&xport"), QDialogButtonBox::AcceptRole);
    m_export->setObjectName(QStringLiteral("exportClaims.export"));
    connect(buttons, &QDialogButtonBox::accepted, this, &ClaimsExportDialog::exportNow);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(largeGap, largeGap, largeGap, largeGap);
    grid->setHorizontalSpacing(largeGap);
    grid->setVerticalSpacing(smallGap);
    grid->setColumnStretch(1, 1);
    grid->addWidget(fieldLabel(tr("Format"), m_format), 0, 0);
    grid->addWidget(m_format, 0, 1, 1, 2);
    grid->addWidget(m_about, 1, 1, 1, 2);
    grid->addWidget(fieldLabel(tr("File"), m_file), 2, 0);
    grid->addWidget(m_file, 2, 1);
    grid->addWidget(choose, 2, 2);
    grid->addWidget(m_message, 3, 0, 1, 3);
    grid->setRowStretch(4, 1);
    grid->addWidget(buttons, 5, 0, 1, 3);
    m_export->setDefault(true); // once it is in the dialog: before, it would be nobody's default
}

std::filesystem::path ClaimsExportDialog::target() const { return toPath(m_file->text().trimmed()); }

/// The file's extension follows the format, unless somebody typed one that no format has.
void ClaimsExportDialog::formatChanged() {
    const Exporter& exporter = exporters()[static_cast<std::size_t>(m_format->currentIndex())];
    m_about->setText(about(exporter.id));
    std::filesystem::path file = target();
    const std::string old = file.extension().string();
    const auto isOurs = std::any_of(exporters().begin(), exporters().end(),
                                    [&](const Exporter& each) { return old == "." + std::string(each.extension); });
    if (isOurs)
        file.replace_extension();
    file += "." + std::string(exporter.extension);
    m_file->setText(fromPath(file));
    m_message->hide();
    m_export->setText(tr("E&xport"));
}

void ClaimsExportDialog::browse() {
    const Exporter& exporter = exporters()[static_cast<std::size_t>(m_format->currentIndex())];
    const QString filter = QStringLiteral("%1 (*.%2)").arg(text(exporter.title), text(exporter.extension));
    if (const std::optional<std::filesystem::path> chosen = m_questions.exportTarget(target(), filter)) {
        m_file->setText(fromPath(*chosen));
        m_replace = *chosen; // the file dialog has asked
    }
}

bool ClaimsExportDialog::mayWrite(const std::filesystem::path& path) {
    if (!m_project.empty() && isSameFile(path, m_project)) {
        showRefusal(*m_message, tr("That is the project itself: an export would take its place. Type another name."));
        return false;
    }
    std::error_code unknown;
    if (!std::filesystem::is_regular_file(path, unknown) || m_replace == path)
        return true;
    m_replace = path;
    m_export->setText(tr("&Replace"));
    showRefusal(
        *m_message,
        tr("%1 exists already. Press Replace to overwrite it, or type another name.").arg(fromPath(path.filename())));
    return false;
}

void ClaimsExportDialog::exportNow() {
    const std::filesystem::path path = target();
    if (!m_job.isIdle() || !mayWrite(path))
        return;
    m_export->setEnabled(false);
    m_export->setText(tr("Exporting\u2026"));
    const auto write = exporters()[static_cast<std::size_t>(m_format->currentIndex())].write;
    m_job.request(
        Running::finish,
        [path, write, document = m_document](const std::stop_token&) {
            return writeFile(path, write(document), Backup::none);
        },
        [this, path](const Result<>& written) { finish(path, written); });
}

void ClaimsExportDialog::finish(const std::filesystem::path& path, const Result<>& written) {
    m_export->setEnabled(true);
    m_export->setText(tr("E&xport"));
    if (!written) {
        showRefusal(*m_message, errorText(written.error()));
        return;
    }
    m_settings.setValue(formatKey, m_format->currentData());
    rememberFolder(m_settings, path.parent_path());
    emit exported(fromPath(path));
    accept();
}

} // namespace assay

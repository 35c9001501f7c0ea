// The list: one table, one button.
#include "ui/views/import_list.h"

#include "ui/models/row_table.h"
#include "ui/text/error_text.h"
#include "ui/text/paths.h"
#include "ui/text/warning_text.h"
#include "ui/views/versions_table.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialog>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

namespace assay {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("ImportList", text); }

QString reasonText(SkipReason reason) {
    switch (reason) {
    case SkipReason::kind: return tr("Left out: Assay does not read files of this kind.");
    case SkipReason::hidden: return tr("Left out: it is hidden.");
    case SkipReason::link: return tr("Left out: it is a link, which may lead anywhere.");
    case SkipReason::unreadable: return tr("Left out: it cannot be read.");
    case SkipReason::beyondMost: break;
    }
    return tr("Reading the folder ended here: it holds more than %1 files and folders.").arg(mostFolderFiles);
}

struct RemarkRow {
    std::string key;
    ImportRemark remark;
    QString folded;
    bool operator==(const RemarkRow& other) const { return key == other.key && folded == other.folded; }
};

RowTable<RemarkRow>* remarkTable(const std::vector<ImportRemark>& remarks, QObject* parent) {
    const auto tip = [](const RemarkRow& row) { return row.folded; };
    auto* model =
        new RowTable<RemarkRow>({{tr("File"), {}, [](const RemarkRow& row) { return row.remark.file; }, tip, {}},
                                 {tr("What"), {}, [](const RemarkRow& row) { return row.remark.what; }, tip, {}}},
                                parent);
    std::vector<RemarkRow> rows;
    for (const ImportRemark& remark : remarks)
        rows.push_back(RemarkRow{std::to_string(rows.size()), remark, remark.file + QLatin1Char('\n') + remark.what});
    model->setRows(std::move(rows));
    return model;
}

} // namespace

std::vector<ImportRemark> remarksOf(const ImportReport& report) {
    std::vector<ImportRemark> remarks;
    for (const Error& error : report.errors)
        remarks.push_back(ImportRemark{fromPath(std::filesystem::path(error.place).filename()), errorText(error)});
    for (const SkippedFile& skipped : report.skipped)
        remarks.push_back(ImportRemark{fromPath(skipped.path.filename()), reasonText(skipped.reason)});
    for (const QString& file : report.duplicates)
        remarks.push_back(ImportRemark{file, tr("Skipped: the project has it already, or nearly.")});
    for (const ImportReport::Note& note : report.notes)
        remarks.push_back(ImportRemark{note.file, importWarningText(note.warning)});
    return remarks;
}

void showImportList(QWidget& window, const ImportReport& report) {
    auto* dialog = new QDialog(&window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("importList"));
    dialog->setWindowTitle(tr("What the import left out or found odd"));
    auto* table =
        versionsTable(*remarkTable(remarksOf(report), dialog), QStringLiteral("importTable"), dialog->windowTitle(), 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("importListClose"));
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* rows = new QVBoxLayout(dialog);
    rows->addWidget(table, 1);
    rows->addWidget(buttons);
    dialog->resize(820, 380);
    dialog->show();
}

} // namespace assay

// DialogQuestions: one dialog a question.
#include "ui/text/dialog_questions.h"

#include "ui/text/choice_dialog.h"
#include "ui/text/duplicates_dialog.h"
#include "ui/text/merge_dialog.h"
#include "ui/text/paths.h"

#include <QtWidgets/QFileDialog>
#include <QtWidgets/QInputDialog>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

namespace assay {

namespace {

/// Its text is never rich.
void prepare(QMessageBox& box, const QString& objectName, const QString& text, const QString& more) {
    box.setObjectName(objectName);
    box.setTextFormat(Qt::PlainText);
    box.setIcon(QMessageBox::Question);
    box.setWindowTitle(DialogQuestions::tr("Assay"));
    box.setText(text);
    box.setInformativeText(more);
}

std::optional<std::filesystem::path> chosen(const QString& file) {
    return file.isEmpty() ? std::nullopt : std::optional(toPath(file));
}

} // namespace

SaveAnswer DialogQuestions::saveChanges(const QString& name) {
    QMessageBox box(m_window);
    prepare(box, QStringLiteral("saveChangesQuestion"), tr("Save the changes to %1?").arg(name),
            tr("Without saving, the changes since the last save are lost."));
    box.setStandardButtons(QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    box.setDefaultButton(QMessageBox::Save);
    switch (box.exec()) {
    case QMessageBox::Save: return SaveAnswer::save;
    case QMessageBox::Discard: return SaveAnswer::discard;
    default: return SaveAnswer::cancel;
    }
}

bool DialogQuestions::eraseTraces(int recoveryFiles) {
    QMessageBox box(m_window);
    const QString unsaved =
        recoveryFiles == 0
            ? QString()
            : QLatin1Char('\n')
                  + tr("Unsaved work from earlier that nobody opened again (%1) is lost.").arg(recoveryFiles);
    prepare(box, QStringLiteral("eraseTracesQuestion"), tr("Erase what Assay keeps on this computer?"),
            tr("The list of recent files, the window's layout, all choices and recovery files go. Your projects and "
               "the one that is open stay as they are.")
                + unsaved);
    QPushButton* erase = box.addButton(tr("&Erase"), QMessageBox::AcceptRole);
    erase->setObjectName(QStringLiteral("eraseTracesNow"));
    box.setDefaultButton(box.addButton(QMessageBox::Cancel));
    box.exec();
    return box.clickedButton() == erase;
}

ChangedAnswer DialogQuestions::fileChanged(const QString& name) {
    const std::pair<ChangedAnswer, Choice> choices[] = {
        {ChangedAnswer::merge,
         {QStringLiteral("changedMerge"), tr("&Merge"),
          tr("both versions together; conflicts are listed, one undo step")}},
        {ChangedAnswer::reload,
         {QStringLiteral("changedReload"), tr("&Reload"), tr("theirs instead of yours; undo brings yours back")}},
        {ChangedAnswer::showDifferences,
         {QStringLiteral("changedDifferences"), tr("Show &differences"), tr("changes nothing")}},
        {ChangedAnswer::saveAs,
         {QStringLiteral("changedSaveAs"), tr("Save &as\u2026"), tr("yours goes into another file")}},
        {ChangedAnswer::keepMine,
         {QStringLiteral("changedKeepMine"), tr("&Keep mine"),
          tr("your next save replaces theirs, which stays beside it as .bak")}}};
    std::vector<Choice> shown;
    for (const auto& choice : choices)
        shown.push_back(choice.second);
    ChoiceDialog dialog(tr("%1 was changed by someone else since it was read.").arg(name), shown, m_window);
    dialog.setObjectName(QStringLiteral("fileChangedQuestion"));
    dialog.setWindowTitle(tr("Assay"));
    dialog.exec();
    return dialog.chosen() ? choices[*dialog.chosen()].first : ChangedAnswer::cancel;
}

std::optional<MergeFiles> DialogQuestions::filesToMerge(const std::filesystem::path& folder) {
    MergeDialog dialog(folder, m_window);
    return dialog.exec() == QDialog::Accepted ? dialog.files() : std::nullopt;
}

std::optional<std::filesystem::path> DialogQuestions::projectToOpen(const std::filesystem::path& folder) {
    return chosen(QFileDialog::getOpenFileName(m_window, tr("Open project"), fromPath(folder),
                                               tr("Assay projects (*.assay);;All files (*)")));
}

std::optional<std::filesystem::path> DialogQuestions::projectToSave(const std::filesystem::path& suggestion) {
    QFileDialog dialog(m_window, tr("Save project as"), fromPath(suggestion),
                       tr("Assay projects (*.assay);;All files (*)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QStringLiteral("assay"));
    dialog.selectFile(fromPath(suggestion.filename()));
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
        return std::nullopt;
    return chosen(dialog.selectedFiles().constFirst());
}

std::vector<std::filesystem::path> DialogQuestions::sourcesToImport(const std::filesystem::path& folder) {
    const QStringList files = QFileDialog::getOpenFileNames(
        m_window, tr("Import sources"), fromPath(folder), tr("Sources (*.txt *.md *.html *.htm *.pdf);;All files (*)"));
    std::vector<std::filesystem::path> paths;
    for (const QString& file : files)
        paths.push_back(toPath(file));
    return paths;
}

std::optional<std::filesystem::path> DialogQuestions::folderToImport(const std::filesystem::path& folder) {
    return chosen(QFileDialog::getExistingDirectory(m_window, tr("Import a folder"), fromPath(folder)));
}

std::vector<DuplicateAnswer> DialogQuestions::duplicates(const std::vector<DuplicateQuestion>& questions) {
    DuplicatesDialog dialog(questions, m_window);
    return dialog.exec() == QDialog::Accepted ? dialog.answers() : std::vector<DuplicateAnswer>{};
}

std::optional<std::filesystem::path> DialogQuestions::exportTarget(const std::filesystem::path& suggestion,
                                                                   const QString& filter) {
    return chosen(QFileDialog::getSaveFileName(m_window, tr("Export"), fromPath(suggestion), filter));
}

std::optional<std::filesystem::path> DialogQuestions::pictureToOpen(const std::filesystem::path& folder) {
    return chosen(QFileDialog::getOpenFileName(m_window, tr("Open the scenario of a picture"), fromPath(folder),
                                               tr("Pictures from Assay (*.png *.svg)")));
}

std::optional<std::filesystem::path> DialogQuestions::exportFolder(const std::filesystem::path& suggestion) {
    return chosen(QFileDialog::getExistingDirectory(m_window, tr("Export all charts into"), fromPath(suggestion)));
}

std::optional<QString> DialogQuestions::line(const QString& title, const QString& label, const QString& initial) {
    QInputDialog dialog(m_window);
    dialog.setObjectName(QStringLiteral("lineQuestion"));
    dialog.setWindowTitle(title);
    dialog.setLabelText(label);
    dialog.setTextValue(initial);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return dialog.textValue();
}

} // namespace assay

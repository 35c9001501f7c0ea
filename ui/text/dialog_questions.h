// DialogQuestions: the real Questions, as modal dialogs over a window.
#pragma once

#include "ui/text/questions.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

namespace assay {

class DialogQuestions : public Questions {
    Q_DECLARE_TR_FUNCTIONS(DialogQuestions)
public:
    /// The window that dialogs belong to; may be set later and may be null.
    void setWindow(QWidget* window) { m_window = window; }

    SaveAnswer saveChanges(const QString& name) override;
    bool eraseTraces(int recoveryFiles) override;
    ChangedAnswer fileChanged(const QString& name) override;
    std::optional<MergeFiles> filesToMerge(const std::filesystem::path& folder) override;
    std::optional<std::filesystem::path> projectToOpen(const std::filesystem::path& folder) override;
    std::optional<std::filesystem::path> projectToSave(const std::filesystem::path& suggestion) override;
    std::vector<std::filesystem::path> sourcesToImport(const std::filesystem::path& folder) override;
    std::optional<std::filesystem::path> folderToImport(const std::filesystem::path& folder) override;
    std::vector<DuplicateAnswer> duplicates(const std::vector<DuplicateQuestion>& questions) override;
    std::optional<std::filesystem::path> pictureToOpen(const std::filesystem::path& folder) override;
    std::optional<std::filesystem::path> exportFolder(const std::filesystem::path& suggestion) override;
    std::optional<std::filesystem::path> exportTarget(const std::filesystem::path& suggestion,
                                                      const QString& filter) override;
    std::optional<QString> line(const QString& title, const QString& label, const QString& initial) override;

private:
    QPointer<QWidget> m_window;
};

} // namespace assay

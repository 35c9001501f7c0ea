// Questions: everything the program asks its user, behind one interface, so that tests answer from a script and never
// meet a modal box. Knows no document.
#pragma once

#include <QtCore/QString>

#include <filesystem>
#include <optional>
#include <vector>

namespace assay {

enum class SaveAnswer { save, discard, cancel };

/// What to do with a file that somebody else changed: keepMine lets the next save replace it (it stays as .bak).
enum class ChangedAnswer { reload, merge, saveAs, showDifferences, keepMine, cancel };

/// Another version of a project and, when it is not the file as last saved here, the version both come from.
struct MergeFiles {
    std::filesystem::path theirs;
    std::optional<std::filesystem::path> base;
};

/// A file that holds what the project has already, or nearly.
enum class Versioning { possible, impossible }; ///< impossible: the texts are the same, so there is no newer one
struct DuplicateQuestion {
    QString file;
    QString other;     ///< title of the source it is alike
    int percent = 100; ///< of its runs of words that both have
    bool isSame = false;
    Versioning versioning = Versioning::possible;
};
enum class DuplicateAnswer { skip, asVersion, beside };

class Questions {
public:
    Questions() = default;
    Questions(const Questions&) = delete;
    Questions& operator=(const Questions&) = delete;
    virtual ~Questions() = default;

    /// "Save the changes to NAME?" before they would be lost.
    virtual SaveAnswer saveChanges(const QString& name) = 0;
    /// "Erase what Assay keeps on this computer?": settings and so many recovery files. False: nothing is done.
    virtual bool eraseTraces(int recoveryFiles) = 0;
    /// "NAME was changed by someone else."
    virtual ChangedAnswer fileChanged(const QString& name) = 0;
    virtual std::optional<MergeFiles> filesToMerge(const std::filesystem::path& folder) = 0;
    virtual std::optional<std::filesystem::path> projectToOpen(const std::filesystem::path& folder) = 0;
    virtual std::optional<std::filesystem::path> projectToSave(const std::filesystem::path& suggestion) = 0;
    virtual std::vector<std::filesystem::path> sourcesToImport(const std::filesystem::path& folder) = 0;
    virtual std::optional<std::filesystem::path> folderToImport(const std::filesystem::path& folder) = 0;
    /// What to do with each; none: the import is cancelled.
    virtual std::vector<DuplicateAnswer> duplicates(const std::vector<DuplicateQuestion>& questions) = 0;
    /// Where an exported picture or table goes; filter as QFileDialog takes it ("PNG picture (*.png)").
    virtual std::optional<std::filesystem::path> exportTarget(const std::filesystem::path& suggestion,
                                                              const QString& filter) = 0;
    /// An exported picture whose scenario is to be opened.
    virtual std::optional<std::filesystem::path> pictureToOpen(const std::filesystem::path& folder) = 0;
    /// The folder that all charts go into.
    virtual std::optional<std::filesystem::path> exportFolder(const std::filesystem::path& suggestion) = 0;
    /// One line of text; nullopt when cancelled.
    virtual std::optional<QString> line(const QString& title, const QString& label, const QString& initial) = 0;
};

} // namespace assay

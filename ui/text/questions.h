// Questions: everything the program asks its user, behind one interface, so that tests answer from a script and never
// meet a modal box. Knows no document.
#pragma once

#include <QtCore/QString>

#include <filesystem>
#include <optional>
#include <vector>

namespace assay {

enum class SaveAnswer { save, discard, cancel };

class Questions {
public:
    Questions() = default;
    Questions(const Questions&) = delete;
    Questions& operator=(const Questions&) = delete;
    virtual ~Questions() = default;

    /// "Save the changes to NAME?" before they would be lost.
    virtual SaveAnswer saveChanges(const QString& name) = 0;
    virtual std::optional<std::filesystem::path> projectToOpen(const std::filesystem::path& folder) = 0;
    virtual std::optional<std::filesystem::path> projectToSave(const std::filesystem::path& suggestion) = 0;
    virtual std::vector<std::filesystem::path> sourcesToImport(const std::filesystem::path& folder) = 0;
    /// Where an exported picture or table goes; filter as QFileDialog takes it ("PNG picture (*.png)").
    virtual std::optional<std::filesystem::path> exportTarget(const std::filesystem::path& suggestion,
                                                              const QString& filter) = 0;
    /// One line of text; nullopt when cancelled.
    virtual std::optional<QString> line(const QString& title, const QString& label, const QString& initial) = 0;
};

} // namespace assay

// ScriptedQuestions: answers in place of dialogs. A question without an answer left is cancelled; all are written down.
#pragma once

#include "ui/text/questions.h"

#include <QtCore/QStringList>

#include <deque>

namespace assay::test {

class ScriptedQuestions : public Questions {
public:
    std::deque<SaveAnswer> saveAnswers;
    std::deque<ChangedAnswer> changedAnswers;
    std::deque<std::filesystem::path> paths; ///< for open, merge, save, import and export
    std::optional<std::filesystem::path> mergeBase;
    std::deque<QString> lines;
    std::deque<bool> erase;
    std::deque<std::vector<DuplicateAnswer>> duplicateAnswers;
    QStringList
        asked; ///< "save NAME", "erase COUNT", "changed NAME", "merge", "open", "save-as SUGGESTION", "import",
               ///< "export SUGGESTION", "export all", "line LABEL", "import-folder", "duplicate FILE OTHER PERCENT"

    SaveAnswer saveChanges(const QString& name) override {
        asked += QStringLiteral("save ") + name;
        return take(saveAnswers).value_or(SaveAnswer::cancel);
    }
    bool eraseTraces(int recoveryFiles) override {
        asked += QStringLiteral("erase %1").arg(recoveryFiles);
        return take(erase).value_or(false);
    }
    ChangedAnswer fileChanged(const QString& name) override {
        asked += QStringLiteral("changed ") + name;
        return take(changedAnswers).value_or(ChangedAnswer::cancel);
    }
    std::optional<MergeFiles> filesToMerge(const std::filesystem::path&) override {
        asked += QStringLiteral("merge");
        const auto theirs = take(paths);
        return theirs ? std::optional(MergeFiles{*theirs, mergeBase}) : std::nullopt;
    }
    std::optional<std::filesystem::path> projectToOpen(const std::filesystem::path&) override {
        asked += QStringLiteral("open");
        return take(paths);
    }
    std::optional<std::filesystem::path> projectToSave(const std::filesystem::path& suggestion) override {
        asked += QStringLiteral("save-as ") + QString::fromStdString(suggestion.filename().string());
        return take(paths);
    }
    std::vector<std::filesystem::path> sourcesToImport(const std::filesystem::path&) override {
        asked += QStringLiteral("import");
        const auto path = take(paths);
        return path ? std::vector{*path} : std::vector<std::filesystem::path>{};
    }
    std::optional<std::filesystem::path> folderToImport(const std::filesystem::path&) override {
        asked += QStringLiteral("import-folder");
        return take(paths);
    }
    std::vector<DuplicateAnswer> duplicates(const std::vector<DuplicateQuestion>& questions) override {
        for (const DuplicateQuestion& question : questions)
            asked += QStringLiteral("duplicate %1 %2 %3").arg(question.file, question.other).arg(question.percent);
        return take(duplicateAnswers).value_or(std::vector<DuplicateAnswer>());
    }
    std::optional<std::filesystem::path> exportTarget(const std::filesystem::path& suggestion,
                                                      const QString&) override {
        asked += QStringLiteral("export ") + QString::fromStdString(suggestion.filename().string());
        return take(paths);
    }
    std::optional<std::filesystem::path> pictureToOpen(const std::filesystem::path&) override {
        asked += QStringLiteral("picture");
        return take(paths);
    }
    std::optional<std::filesystem::path> exportFolder(const std::filesystem::path&) override {
        asked += QStringLiteral("export all");
        return take(paths);
    }
    std::optional<QString> line(const QString&, const QString& label, const QString&) override {
        asked += QStringLiteral("line ") + label;
        return take(lines);
    }

private:
    template <class T>
    static std::optional<T> take(std::deque<T>& answers) {
        if (answers.empty())
            return std::nullopt;
        T first = answers.front();
        answers.pop_front();
        return first;
    }
};

} // namespace assay::test

// Recovery files: unsaved work written beside nobody's file, in the program's own folder, one a process and project.
// Reads, writes and lists them; shows nothing and decides nothing. (durability: "Autosave, recovery, undo")
#pragma once

#include "core/base/result.h"
#include "core/base/system_calls.h"
#include "core/document/diff.h"
#include "core/document/document.h"

#include <QtCore/QDateTime>
#include <QtCore/QLockFile>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace assay {

/// A document with edits that its file has not.
struct RecoveryPoint {
    Document document;
    std::optional<std::filesystem::path> project; ///< none: never saved
    std::string sha256;                           ///< of the project file the edits started from
    std::string saved;                            ///< ISO time, UTC
};

/// Errors: cannotWrite and the other file errors.
Result<> writeRecovery(const std::filesystem::path& file, const RecoveryPoint& point,
                       const SystemCalls& calls = systemCalls());

/// Errors: those of reading a project, with the recovery file as the place.
Result<RecoveryPoint> readRecovery(const std::filesystem::path& file);

/// A new name for the recovery file of a project in this process, in `folder`.
std::filesystem::path recoveryFile(const std::filesystem::path& folder, const std::string& projectId);

/// Says that the recovery file belongs to a living process for as long as it lives.
std::unique_ptr<QLockFile> recoveryLock(const std::filesystem::path& file);

void removeRecovery(const std::filesystem::path& file);

/// Out of the list, but not yet off the disk: what was discarded by mistake comes back until removeDiscarded().
void discardRecovery(const std::filesystem::path& file);
void undiscardRecovery(const std::filesystem::path& file);
void removeDiscarded(const std::filesystem::path& folder);

enum class BaseState { none, same, changed, missing }; ///< the project file: never saved, as it was, other, gone

/// What a process that is gone left behind.
struct Recovered {
    std::filesystem::path file;
    Result<RecoveryPoint> point; ///< an error: the file is kept and shown as unreadable
    BaseState base = BaseState::none;
    std::vector<Change> changes; ///< from the project file as it is now, or from nothing, to the recovered document
    std::optional<RecoveryPoint> merged{}; ///< base changed and its .bak is what the edits started from: both together
    int conflicts = 0;                     ///< open in `merged`
};

/// The recovery files in the folder whose process is gone.
std::vector<std::filesystem::path> abandonedFiles(const std::filesystem::path& folder);

/// Removes those and the discarded ones for good; what a living process keeps stays.
void removeAbandoned(const std::filesystem::path& folder);

/// Every recovery file in the folder whose process is gone, newest first. Reads whole projects: not on the GUI thread.
std::vector<Recovered> findRecovered(const std::filesystem::path& folder);

} // namespace assay

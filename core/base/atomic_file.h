// The one writer: whatever happens, the old file or the new one is whole. Knows no format. (durability: "The one
// writer")
#pragma once

#include "core/base/result.h"
#include "core/base/system_calls.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace assay {

enum class Backup { none, keepPrevious }; ///< keepPrevious: the old file stays beside the new one (projects)

/// Replaces the file at path (or the file a link at path leads to) by bytes, or leaves it as it was: temporary file in
/// the same folder, fsync, read back, rename, fsync of the folder. Only that last fsync can fail with the new file in
/// place. Errors: cannotWrite (path, reason), targetIsFolder, danglingLink.
Result<> writeFile(const std::filesystem::path& path, std::string_view bytes, Backup backup,
                   const SystemCalls& calls = systemCalls());

/// Where the previous file is kept: NAME.bak; a name too long for that is shortened and told apart by its hash.
std::filesystem::path backupPath(const std::filesystem::path& path);

/// The whole file. Errors: cannotRead (path, reason; also for a folder or a file above limit bytes).
Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit = std::size_t{512} << 20,
                             const SystemCalls& calls = systemCalls());

} // namespace assay

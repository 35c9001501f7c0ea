// The one writer: whatever happens, the old file or the new one is whole. Knows no format. (durability: "The one writer")
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace assay {

enum class Backup { none, keepPrevious }; ///< keepPrevious: the old file stays beside the new one as NAME.bak (projects)

/// Replaces the file at path by bytes, or leaves it as it was. Errors: cannotWrite (path, reason), targetIsFolder.
Result<> writeFile(const std::filesystem::path& path, std::string_view bytes, Backup backup);

/// The whole file. Errors: cannotRead (path, reason; also for a folder or a file above limit bytes).
Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit = std::size_t{512} << 20);

} // namespace assay

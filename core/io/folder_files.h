// What a folder holds to import: its files, level by level, and what is left aside with the reason. Reads no file.
#pragma once

#include <cstddef>
#include <filesystem>
#include <stop_token>
#include <vector>

namespace assay {

enum class SkipReason {
    kind,       ///< no importer takes files that end like this
    hidden,     ///< its name begins with a dot; of a folder all that is in it
    link,       ///< a link may lead out of the folder, or round in it
    unreadable, ///< the file system said no
    beyondMost  ///< files and folders after the first mostFolderFiles, not counted further
};

struct SkippedFile {
    std::filesystem::path path;
    SkipReason reason = SkipReason::kind;
    bool operator==(const SkippedFile&) const = default;
};

struct FolderFiles {
    std::vector<std::filesystem::path> files; ///< in order of their paths
    std::vector<SkippedFile> skipped;
};

inline constexpr std::size_t mostFolderFiles = 5'000; ///< files and folders that are looked at

/// Of the paths given, files stay as they are and folders are replaced by the files in them. Ends early when stopped.
FolderFiles folderFiles(const std::vector<std::filesystem::path>& paths, const std::stop_token& stop = {});

} // namespace assay

// Folders wait in a list of their own, so that depth costs no stack.
#include "core/io/folder_files.h"

#include "core/io/importer.h"

#include <algorithm>
#include <system_error>

namespace assay {
namespace {

namespace fs = std::filesystem;

/// A file without an ending may be a text; its content decides.
bool isImportable(const fs::path& path) {
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (ending.empty())
        return true;
    for (const Importer& importer : importers())
        for (const std::string_view extension : importer.extensions)
            if (ending.substr(1) == extension)
                return true;
    return false;
}

class Walk {
public:
    Walk(FolderFiles& found, const std::stop_token& stop) : m_found(found), m_stop(stop) {}

    void through(const fs::path& folder) {
        m_folders = {folder};
        while (!m_folders.empty() && !m_stop.stop_requested()) {
            const fs::path next = std::move(m_folders.back());
            m_folders.pop_back();
            if (!look(next))
                return;
        }
    }

private:
    /// False when there is too much to look at.
    bool look(const fs::path& folder) {
        std::error_code fault;
        fs::directory_iterator entries(folder, fault);
        if (fault)
            skip(folder, SkipReason::unreadable);
        for (; !fault && entries != fs::directory_iterator() && !m_stop.stop_requested(); entries.increment(fault)) {
            if (++m_seen > mostFolderFiles) {
                skip(entries->path(), SkipReason::beyondMost);
                return false;
            }
            take(*entries);
        }
        return true;
    }
    void take(const fs::directory_entry& entry) {
        const fs::path& path = entry.path();
        std::error_code fault;
        if (path.filename().string().starts_with('.'))
            skip(path, SkipReason::hidden);
        else if (entry.is_symlink(fault))
            skip(path, SkipReason::link);
        else if (entry.is_directory(fault))
            m_folders.push_back(path);
        else if (fault)
            skip(path, SkipReason::unreadable);
        else if (entry.is_regular_file(fault) && isImportable(path))
            m_found.files.push_back(path);
        else
            skip(path, SkipReason::kind);
    }
    void skip(const fs::path& path, SkipReason reason) { m_found.skipped.push_back(SkippedFile{path, reason}); }

    FolderFiles& m_found;
    const std::stop_token& m_stop;
    std::vector<fs::path> m_folders;
    std::size_t m_seen = 0;
};

} // namespace

FolderFiles folderFiles(const std::vector<fs::path>& paths, const std::stop_token& stop) {
    FolderFiles all;
    for (const fs::path& path : paths) {
        std::error_code fault;
        if (!fs::is_directory(path, fault)) {
            all.files.push_back(path);
            continue;
        }
        FolderFiles found;
        Walk(found, stop).through(path);
        std::sort(found.files.begin(), found.files.end());
        std::sort(found.skipped.begin(), found.skipped.end(),
                  [](const SkippedFile& a, const SkippedFile& b) { return a.path < b.path; });
        all.files.insert(all.files.end(), found.files.begin(), found.files.end());
        all.skipped.insert(all.skipped.end(), found.skipped.begin(), found.skipped.end());
    }
    return all;
}

} // namespace assay

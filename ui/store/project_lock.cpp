// ProjectLock over QLockFile: ".NAME.lock" beside the real file.
#include "ui/store/project_lock.h"

#include "ui/text/paths.h"

#include <QtCore/QFileInfo>

namespace assay {

namespace {

LockOwner ownerOf(const QLockFile& lock, const QFileInfo& file) {
    LockOwner owner{{}, file.owner(), 0, file.lastModified()};
    QString program;
    lock.getLockInfo(&owner.pid, &owner.host, &program);
    return owner;
}

} // namespace

std::optional<LockOwner> ProjectLock::take(const std::filesystem::path& path) {
    std::error_code error;
    const std::filesystem::path real = std::filesystem::weakly_canonical(path, error);
    if (error || (m_lock && real == m_path))
        return std::nullopt;
    const std::filesystem::path name = real.parent_path() / ("." + real.filename().string() + ".lock");
    auto lock = std::make_unique<QLockFile>(fromPath(name));
    lock->setStaleLockTime(0); // stale only when its process is gone: a window may stay open for days
    if (!lock->tryLock(0) && lock->error() == QLockFile::LockFailedError)
        return ownerOf(*lock, QFileInfo(fromPath(name)));
    m_lock = std::move(lock);
    m_path = real;
    return std::nullopt;
}

void ProjectLock::release() {
    m_lock.reset();
    m_path.clear();
}

} // namespace assay

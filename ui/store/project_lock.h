// ProjectLock: a courtesy between windows: who has a project file open. What protects the file is the check of its hash
// at every save. (durability: "Locks and two windows")
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QLockFile>
#include <QtCore/QString>

#include <filesystem>
#include <memory>
#include <optional>

namespace assay {

struct LockOwner {
    QString host;
    QString user;
    qint64 pid = 0;
    QDateTime since;
};

class ProjectLock {
public:
    /// Takes the lock of this file, letting go of the one held; a lock whose process is gone is taken over. Returns who
    /// has it when somebody else does: then nothing changed here. A folder without room for a lock counts as free.
    std::optional<LockOwner> take(const std::filesystem::path& path);
    void release();

private:
    std::unique_ptr<QLockFile> m_lock;
    std::filesystem::path m_path;
};

} // namespace assay

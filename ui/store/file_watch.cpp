// FileWatch: events and a slow poll look at the file's facts; only when these changed is it read, off the GUI thread.
#include "ui/store/file_watch.h"

#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "ui/text/paths.h"

#include <QtConcurrent/QtConcurrentRun>

#include <chrono>
#include <sys/stat.h>

namespace assay {

using namespace std::chrono_literals;

FileWatch::FileWatch(QObject* parent) : QObject(parent) {
    m_settle.setSingleShot(true);
    m_settle.setInterval(150ms);
    m_poll.setInterval(3s);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_settle, &QTimer::timeout, this, &FileWatch::look);
    connect(&m_poll, &QTimer::timeout, this, &FileWatch::look);
    connect(&m_hashing, &QFutureWatcherBase::finished, this, &FileWatch::hashed);
}

FileWatch::~FileWatch() { m_hashing.waitForFinished(); }

void FileWatch::watch(const std::filesystem::path& path, const std::string& sha256) {
    stop();
    m_path = path;
    m_sha256 = sha256;
    keepWatching();
    m_poll.start();
    m_settle.start(); // it may have changed between reading and now: the first look reads it once
}

void FileWatch::stop() {
    if (!m_watcher.files().isEmpty())
        m_watcher.removePaths(m_watcher.files());
    if (!m_watcher.directories().isEmpty())
        m_watcher.removePaths(m_watcher.directories());
    m_settle.stop();
    m_poll.stop();
    m_path.clear();
    m_seen.reset();
}

FileWatch::Look FileWatch::lookAt(const std::filesystem::path& path) {
    struct stat facts {};
    if (::stat(path.c_str(), &facts) != 0)
        return {};
    return Look{true, static_cast<std::uintmax_t>(facts.st_size),
                std::int64_t{facts.st_mtim.tv_sec} * 1'000'000'000 + facts.st_mtim.tv_nsec, facts.st_ino};
}

/// A file that was replaced by a rename is not watched any more (Qt documentation, QFileSystemWatcher): add it again.
void FileWatch::keepWatching() {
    const QString file = fromPath(m_path);
    const QString folder = fromPath(m_path.parent_path());
    std::error_code ignored;
    if (!m_watcher.files().contains(file) && std::filesystem::exists(m_path, ignored))
        m_watcher.addPath(file);
    if (!m_watcher.directories().contains(folder) && std::filesystem::exists(m_path.parent_path(), ignored))
        m_watcher.addPath(folder);
}

void FileWatch::look() {
    if (m_path.empty() || m_hashing.isRunning())
        return;
    keepWatching();
    const Look now = lookAt(m_path);
    if (now == m_seen)
        return;
    const bool wasThere = !m_seen || m_seen->exists;
    m_seen = now;
    if (!now.exists) {
        if (wasThere) {
            m_sha256.clear();
            emit gone();
        }
        return;
    }
    m_hashed = m_path;
    m_hashing.setFuture(QtConcurrent::run([path = m_path] {
        const Result<std::string> bytes = readFile(path);
        return bytes ? sha256Hex(*bytes) : std::string();
    }));
}

void FileWatch::hashed() {
    const std::string found = m_hashing.result();
    if (m_hashed != m_path)
        return;
    if (!found.empty() && found != m_sha256) {
        m_sha256 = found;
        emit changed();
    }
    if (lookAt(m_path) != m_seen)
        m_settle.start();
}

} // namespace assay

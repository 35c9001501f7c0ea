// FileWatch: tells when the bytes of one file are others than those last read or written, also after a rename over it.
// Knows no document. (desktop: row 6)
#pragma once

#include <QtCore/QFileSystemWatcher>
#include <QtCore/QFutureWatcher>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <filesystem>
#include <optional>
#include <string>

namespace assay {

class FileWatch : public QObject {
    Q_OBJECT
public:
    explicit FileWatch(QObject* parent = nullptr);
    ~FileWatch() override;

    /// Watches this file, whose bytes have this hash.
    void watch(const std::filesystem::path& path, const std::string& sha256);
    void stop();

signals:
    void changed(); ///< other bytes; once for each new content
    void gone();    ///< deleted or moved away; once until it is back

private:
    struct Look {
        bool exists = false;
        std::uintmax_t size = 0;
        std::int64_t time = 0;
        std::uint64_t node = 0;
        bool operator==(const Look&) const = default;
    };
    static Look lookAt(const std::filesystem::path& path);
    void keepWatching();
    void look();
    void hashed();

    std::filesystem::path m_path; ///< empty: none
    std::string m_sha256;         ///< as known, or as last told
    std::optional<Look> m_seen;   ///< none: not looked yet
    QFileSystemWatcher m_watcher;
    QTimer m_settle; ///< a writer may need a moment
    QTimer m_poll;   ///< network folders send no events
    QFutureWatcher<std::string> m_hashing;
    std::filesystem::path m_hashed;
};

} // namespace assay

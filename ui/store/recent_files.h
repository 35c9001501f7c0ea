// RecentFiles: the projects opened last, newest first, kept in QSettings. Knows no document; only looks whether a file
// exists.
#pragma once

#include <QtCore/QObject>
#include <QtCore/QSettings>

#include <filesystem>
#include <vector>

namespace assay {

struct RecentFile {
    std::filesystem::path path; ///< absolute
    bool missing = false;       ///< not there just now: shown grey, kept (a drive may come back)
    bool operator==(const RecentFile&) const = default;
};

class RecentFiles : public QObject {
    Q_OBJECT
public:
    static constexpr int limit = 10;

    /// The settings must outlive this.
    explicit RecentFiles(QSettings& settings, QObject* parent = nullptr);

    std::vector<RecentFile> list() const;
    void add(const std::filesystem::path& path); ///< to the front
    void remove(const std::filesystem::path& path);
    void clear();

signals:
    void changed();

private:
    void store(const QStringList& files);

    QSettings& m_settings;
};

} // namespace assay

// RecentFiles: a list of absolute paths under one settings key.
#include "ui/store/recent_files.h"

#include "ui/text/paths.h"

#include <system_error>

namespace assay {

namespace {

constexpr QLatin1String key("recentFiles");

QString absoluteText(const std::filesystem::path& path) {
    std::error_code error;
    const std::filesystem::path absolute = std::filesystem::absolute(path, error);
    return fromPath(error ? path : absolute.lexically_normal());
}

} // namespace

RecentFiles::RecentFiles(QSettings& settings, QObject* parent) : QObject(parent), m_settings(settings) {}

std::vector<RecentFile> RecentFiles::list() const {
    std::vector<RecentFile> files;
    for (const QString& text : m_settings.value(key).toStringList()) {
        std::error_code error;
        const std::filesystem::path path = toPath(text);
        files.push_back(RecentFile{path, !std::filesystem::is_regular_file(path, error)});
    }
    return files;
}

void RecentFiles::add(const std::filesystem::path& path) {
    const QString text = absoluteText(path);
    QStringList files = m_settings.value(key).toStringList();
    files.removeAll(text);
    files.prepend(text);
    store(files.mid(0, limit));
}

void RecentFiles::remove(const std::filesystem::path& path) {
    QStringList files = m_settings.value(key).toStringList();
    files.removeAll(absoluteText(path));
    store(files);
}

void RecentFiles::clear() { store({}); }

void RecentFiles::store(const QStringList& files) {
    m_settings.setValue(key, files);
    emit changed();
}

} // namespace assay

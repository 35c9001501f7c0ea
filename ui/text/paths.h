// Paths between Qt and the standard library, without loss.
#pragma once

#include <QtCore/QFile>
#include <QtCore/QString>

#include <filesystem>

namespace assay {

inline std::filesystem::path toPath(const QString& text) {
    return std::filesystem::path(QFile::encodeName(text).toStdString());
}
inline QString fromPath(const std::filesystem::path& path) {
    return QFile::decodeName(QByteArray::fromStdString(path.string()));
}

} // namespace assay

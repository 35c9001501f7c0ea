// Reads the repository's own source files for the lint tests.
#pragma once

#include "tests/paths.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace assay::test {

struct SourceFile {
    QString path; ///< relative to the repository: "core/units/unit.h"
    QStringList lines;
};

/// Every file under these folders with one of these endings, in path order.
inline QList<SourceFile> sourceFiles(const QStringList& folders, const QStringList& endings) {
    const QDir root(sourcePath());
    QStringList filters;
    for (const QString& ending : endings)
        filters.append(QStringLiteral("*.") + ending);
    QStringList paths;
    for (const QString& folder : folders)
        for (QDirIterator all(root.filePath(folder), filters, QDir::Files, QDirIterator::Subdirectories);
             all.hasNext();)
            paths.append(root.relativeFilePath(all.next()));
    paths.sort();
    QList<SourceFile> files;
    for (const QString& path : paths) {
        QFile file(root.filePath(path));
        if (file.open(QIODevice::ReadOnly))
            files.append({path, QString::fromUtf8(file.readAll()).split(u'\n')});
    }
    return files;
}

inline QList<SourceFile> programFiles() {
    return sourceFiles({QStringLiteral("app"), QStringLiteral("core"), QStringLiteral("ui")},
                       {QStringLiteral("cpp"), QStringLiteral("h")});
}

inline QList<SourceFile> programAndTestFiles() {
    return programFiles() + sourceFiles({QStringLiteral("tests")}, {QStringLiteral("cpp"), QStringLiteral("h")});
}

} // namespace assay::test

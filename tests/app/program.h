// Runs the built `assay` as a user would, and reads what it prints.
#pragma once

#include "core/io/project_file.h"
#include "tests/paths.h"
#include "tests/test.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

namespace assay::test {

struct Ended {
    int status = -1; ///< -1: not started, crashed or too slow
    QByteArray out;
    QByteArray err;
};

/// Without a display and without Qt's own settings: a sub-command has to bring what it needs.
inline Ended runAssay(const QStringList& words, const QByteArray& input = {}) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QString::fromLatin1(name));
    process.setProcessEnvironment(environment);
    process.start(programPath(), words);
    if (!process.waitForStarted())
        return {};
    process.write(input);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(120000) && process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

/// Standard output as one JSON object; empty when it is anything else.
inline QJsonObject jsonOf(const Ended& ended) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(ended.out, &error);
    return error.error == QJsonParseError::NoError ? document.object() : QJsonObject();
}

inline QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool writeBytes(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// The object in a list whose `key` has this value; empty when none has.
inline QJsonObject objectWith(const QJsonValue& list, const QString& key, const QString& value) {
    for (const QJsonValue& candidate : list.toArray())
        if (candidate.toObject().value(key).toString() == value)
            return candidate.toObject();
    return {};
}

/// A folder with a copy of the sample project in it, and the same with few samples a scenario for what needs no
/// accuracy.
class Workplace {
public:
    Workplace() { m_isReady = runAssay({QStringLiteral("sample"), sample()}).status == 0 && writeSmall(); }
    bool isReady() const { return m_isReady; }
    QString sample() const { return path(QStringLiteral("s.assay")); }
    QString small() const { return path(QStringLiteral("small.assay")); }
    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString folder() const { return m_folder.path(); }

private:
    bool writeSmall() const {
        Result<OpenedProject> opened = openProject(sample().toStdString());
        if (!opened)
            return false;
        for (Row<Scenario>& row : opened->document.scenarios) {
            Scenario scenario = *row;
            scenario.samples = 2048;
            row = Row<Scenario>(std::move(scenario));
        }
        return saveProject(opened->document, small().toStdString(), {}).has_value();
    }

    QTemporaryDir m_folder;
    bool m_isReady = false;
};

} // namespace assay::test

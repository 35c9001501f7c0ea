// Session: one file operation at a time, each on a snapshot, its end handled on the GUI thread.
#include "ui/store/session.h"

#include "core/document/edit.h"
#include "core/io/model_file.h"
#include "ui/text/paths.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QDir>
#include <QtCore/QStandardPaths>

namespace assay {

namespace {

/// A file name made of the project's title: no separators, no leading dot.
QString fileNameOf(const QString& title) {
    QString name = title.simplified();
    for (QChar& c : name)
        if (c == QLatin1Char('/') || c == QLatin1Char('\\') || c == QLatin1Char(':')
            || c.category() == QChar::Other_Control)
            c = QLatin1Char('-');
    while (name.startsWith(QLatin1Char('.')))
        name.remove(0, 1);
    return (name.isEmpty() ? QStringLiteral("project") : name.left(100)) + QStringLiteral(".assay");
}

} // namespace

Session::Session(DocumentStore& store, Questions& questions, RecentFiles& recent, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_questions(questions),
      m_recent(recent) {
    connect(&m_reading, &QFutureWatcherBase::finished, this, &Session::readingDone);
    connect(&m_writing, &QFutureWatcherBase::finished, this, &Session::writingDone);
    connect(&m_watch, &FileWatch::changed, this, &Session::fileIsOther);
    connect(&m_watch, &FileWatch::gone, this, &Session::fileIsGone);
}

Session::~Session() {
    m_reading.waitForFinished();
    m_writing.waitForFinished();
}

QString Session::name() const {
    if (m_path)
        return fromPath(m_path->filename());
    const QString title = QString::fromStdString(m_store.document().project.title);
    return title.isEmpty() ? tr("Untitled project") : title;
}

void Session::newProject() {
    whenNothingIsLost([this] { show(newDocument(tr("Untitled project").toStdString()), std::nullopt, {}); });
}

void Session::openSample() {
    whenNothingIsLost([this] {
        Result<Document> sample = readProject(sampleProject(), "deepseek.assay");
        if (!sample) {
            emit failed(sample.error());
            return;
        }
        show(*sample, std::nullopt, {});
    });
}

void Session::open(const std::filesystem::path& path) {
    if (isBusy())
        return;
    whenNothingIsLost(
        [this, path] { read(path, [this, path](const OpenedProject& project) { takeOpened(path, project); }); });
}

void Session::read(const std::filesystem::path& path, Take take) {
    m_busy = true;
    m_take = std::move(take);
    m_reading.setFuture(QtConcurrent::run([path] { return openProject(path); }));
    emit busyChanged();
}

void Session::takeOpened(const std::filesystem::path& path, const OpenedProject& project) {
    m_recent.add(path);
    const bool newer = project.newerMinor;
    if (const auto owner = m_lock.take(path)) {
        show(project.document, std::nullopt, {});
        emit openElsewhere(*owner);
    } else {
        show(project.document, path, project.sha256);
    }
    if (newer)
        emit newerMinorOpened();
}

void Session::openAsking() {
    if (isBusy())
        return;
    if (const auto path = m_questions.projectToOpen(folder()))
        open(*path);
}

bool Session::mayClose() {
    if (isBusy()) {
        m_closeAsked = true;
        return false;
    }
    if (!m_store.isModified())
        return true;
    const SaveAnswer answer = m_questions.saveChanges(name());
    if (answer == SaveAnswer::save)
        saveThen([this] { emit closeAllowed(); });
    if (answer == SaveAnswer::discard)
        emit givenUp();
    return answer == SaveAnswer::discard;
}

void Session::save() { saveThen({}); }
void Session::saveAs() { saveAsThen({}); }

void Session::whenNothingIsLost(Next next) {
    if (isBusy())
        return;
    if (!m_store.isModified()) {
        next();
        return;
    }
    switch (m_questions.saveChanges(name())) {
    case SaveAnswer::save: saveThen(std::move(next)); return;
    case SaveAnswer::discard: next(); return;
    case SaveAnswer::cancel: return;
    }
}

void Session::saveThen(Next next) {
    if (!m_path) {
        saveAsThen(std::move(next));
        return;
    }
    std::error_code error;
    if (!m_store.isModified() && std::filesystem::exists(*m_path, error)) {
        emit saved();
        return;
    }
    write(*m_path, m_sha256, std::move(next));
}

void Session::saveAsThen(Next next) {
    const std::filesystem::path suggestion = m_path ? *m_path : folder() / toPath(fileNameOf(name()));
    if (const auto path = m_questions.projectToSave(suggestion))
        write(*path, {}, std::move(next));
}

void Session::write(const std::filesystem::path& path, const std::string& expectedSha256, Next next) {
    if (isBusy() || !lock(path))
        return;
    m_watch.stop();
    m_busy = true;
    m_written = Writing{m_store.document(), path, std::move(next)};
    m_writing.setFuture(QtConcurrent::run(
        [document = m_store.document(), path, expectedSha256] { return saveProject(document, path, expectedSha256); }));
    emit busyChanged();
}

/// False, and said so: another window has this file open.
bool Session::lock(const std::filesystem::path& path) {
    const std::optional<LockOwner> owner = m_lock.take(path);
    if (owner)
        emit failed(Error(ErrorCode::fileInUse, path.string(), {ownerText(*owner).toStdString()}));
    return !owner;
}

void Session::readingDone() {
    Result<OpenedProject> project = m_reading.result();
    m_busy = false;
    emit busyChanged();
    const bool closeAsked = std::exchange(m_closeAsked, false);
    if (!project) {
        emit failed(project.error());
        return;
    }
    std::exchange(m_take, {})(std::move(*project));
    if (closeAsked)
        emit closeAllowed();
}

void Session::writingDone() {
    const Result<std::string> sha256 = m_writing.result();
    m_busy = false;
    const Writing written = *std::exchange(m_written, std::nullopt);
    emit busyChanged();
    const bool closeAsked = std::exchange(m_closeAsked, false);
    if (!sha256) {
        if (m_path)
            m_watch.watch(*m_path, m_sha256);
        emit failed(sha256.error());
        if (sha256.error().code == ErrorCode::changedOnDisk)
            settleChange();
        return;
    }
    m_path = written.path;
    know(written.document, *sha256);
    m_recent.add(written.path);
    markSaved();
    emit fileChanged();
    emit saved();
    if (written.next)
        written.next();
    else if (closeAsked)
        emit closeAllowed();
}

void Session::show(const Document& document, std::optional<std::filesystem::path> path, const std::string& sha256) {
    m_open = true;
    m_path = std::move(path);
    if (!m_path)
        m_lock.release();
    know(document, sha256);
    m_store.reset(document);
    emit opened();
    emit fileChanged();
}

/// What the file holds from now on, as far as this window knows.
void Session::know(const Document& document, const std::string& sha256) {
    m_saved = document;
    m_sha256 = sha256;
    if (m_path)
        m_watch.watch(*m_path, sha256);
    else
        m_watch.stop();
}

/// Unsaved is what differs from what the file holds.
void Session::markSaved() {
    if (m_store.document() == m_saved)
        m_store.undoStack().setClean();
    else
        m_store.undoStack().resetClean();
}

std::filesystem::path Session::folder() const {
    if (m_path)
        return m_path->parent_path();
    const auto recent = m_recent.list();
    if (!recent.empty() && !recent.front().missing)
        return recent.front().path.parent_path();
    return toPath(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
}

} // namespace assay

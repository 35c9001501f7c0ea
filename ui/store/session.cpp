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
        show(std::move(*sample), std::nullopt, {});
    });
}

void Session::open(const std::filesystem::path& path) {
    if (isBusy())
        return;
    whenNothingIsLost([this, path] {
        m_readingPath = path;
        m_busy = true;
        m_reading.setFuture(QtConcurrent::run([path] { return openProject(path); }));
        emit busyChanged();
    });
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
    if (isBusy())
        return;
    m_busy = true;
    m_written = Writing{m_store.document(), path, std::move(next)};
    m_writing.setFuture(QtConcurrent::run(
        [document = m_store.document(), path, expectedSha256] { return saveProject(document, path, expectedSha256); }));
    emit busyChanged();
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
    m_recent.add(m_readingPath);
    const bool newer = project->newerMinor;
    show(std::move(project->document), m_readingPath, project->sha256);
    if (newer)
        emit newerMinorOpened();
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
        emit failed(sha256.error());
        return;
    }
    m_path = written.path;
    m_sha256 = *sha256;
    m_recent.add(written.path);
    if (m_store.document() == written.document)
        m_store.undoStack().setClean();
    else
        m_store.undoStack().resetClean();
    emit fileChanged();
    emit saved();
    if (written.next)
        written.next();
    else if (closeAsked)
        emit closeAllowed();
}

void Session::show(Document document, std::optional<std::filesystem::path> path, std::string sha256) {
    m_open = true;
    m_path = std::move(path);
    m_sha256 = std::move(sha256);
    m_store.reset(std::move(document));
    emit opened();
    emit fileChanged();
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

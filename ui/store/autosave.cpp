// Autosave: a timer that starts with the first unsaved edit, and one write at a time.
#include "ui/store/autosave.h"

#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>
#include <chrono>

namespace assay {

namespace {

using namespace std::chrono_literals;

// With kill -9 at most 5 s of edits may be lost, the time of the write itself included. (durability: section 3)
constexpr std::chrono::milliseconds soonest = 2s;
constexpr std::chrono::milliseconds latest = 3500ms;
constexpr int mostEdits = 20;

} // namespace

Autosave::Autosave(DocumentStore& store, Session& session, std::filesystem::path folder, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_session(session),
      m_folder(std::move(folder)) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(soonest);
    connect(&m_timer, &QTimer::timeout, this, &Autosave::start);
    connect(&store, &DocumentStore::changed, this, &Autosave::edited);
    connect(&session, &Session::saved, this, &Autosave::forget);
    connect(&session, &Session::opened, this, &Autosave::forget);
    connect(&session, &Session::givenUp, this, [this] { m_givenUp = true; });
    connect(&store, &DocumentStore::changed, this, [this] { m_givenUp = false; });
    connect(&m_writing, &QFutureWatcherBase::finished, this, &Autosave::done);
}

Autosave::~Autosave() {
    m_writing.waitForFinished();
    if (!m_store.isModified() || m_givenUp)
        removeAll();
}

void Autosave::adopt(const std::filesystem::path& file) {
    m_adopted.push_back(Adopted{file, recoveryLock(file)});
    edited();
}

void Autosave::edited() {
    if (++m_edits >= mostEdits && !m_writing.isRunning())
        m_timer.start(0);
    else if (!m_timer.isActive())
        m_timer.start(m_timer.intervalAsDuration());
}

void Autosave::start() {
    if (m_writing.isRunning())
        return; // done() looks again
    if (!m_store.isModified()) {
        forget();
        return;
    }
    if (const std::string& id = m_store.document().project.id; m_file.empty() || id != m_project) {
        moveTo(recoveryFile(m_folder, id));
        m_project = id;
    }
    prepareFolder();
    m_edits = 0;
    m_clock.start();
    const RecoveryPoint point{m_store.document(), m_session.path(), m_session.sha256(),
                              QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toStdString()};
    m_writing.setFuture(QtConcurrent::run([file = m_file, point] { return writeRecovery(file, point); }));
}

void Autosave::done() {
    const Result<> result = m_writing.result();
    m_timer.setInterval(std::clamp(std::chrono::milliseconds(4 * m_clock.elapsed()), soonest, latest));
    if (!result)
        emit failed(result.error());
    else
        emit written();
    if (!m_store.isModified())
        forget();
    else if (m_edits > 0)
        edited();
}

/// The work is in the user's file, or another project is open.
void Autosave::forget() {
    if (m_store.isModified() || m_writing.isRunning())
        return;
    m_timer.stop();
    m_edits = 0;
    removeAll();
}

void Autosave::removeAll() {
    moveTo({});
    for (Adopted& adopted : std::exchange(m_adopted, {})) {
        adopted.lock.reset(); // it removes its own file
        removeRecovery(adopted.file);
    }
}

void Autosave::moveTo(const std::filesystem::path& file) {
    if (!m_file.empty()) {
        m_lock.reset();
        removeRecovery(m_file);
    }
    m_file = file;
}

/// Again before every write: the folder may have been in the way or taken away.
void Autosave::prepareFolder() {
    std::error_code ignored; // the write says what is wrong with the folder
    std::filesystem::create_directories(m_folder, ignored);
    std::filesystem::permissions(m_folder, std::filesystem::perms::owner_all, ignored);
    if (!m_lock || !m_lock->isLocked())
        m_lock = recoveryLock(m_file);
}

} // namespace assay

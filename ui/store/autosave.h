// Autosave: keeps the unsaved work of one session in a recovery file, off the GUI thread, and takes the file away once
// the work is saved or given up. Never touches the user's file.
#pragma once

#include "ui/store/recovery.h"
#include "ui/store/session.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFutureWatcher>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <filesystem>
#include <memory>
#include <vector>

namespace assay {

class Autosave : public QObject {
    Q_OBJECT
public:
    /// `folder` is made when there is something to write.
    Autosave(DocumentStore& store, Session& session, std::filesystem::path folder, QObject* parent = nullptr);
    /// Work that was saved or given up leaves nothing behind; any other stays for the next start.
    ~Autosave() override;

    const std::filesystem::path& folder() const { return m_folder; }
    const std::filesystem::path& file() const { return m_file; } ///< empty: nothing is kept just now

    /// Another process's file that this session goes on with: taken away when this session's work is safe.
    void adopt(const std::filesystem::path& file);

signals:
    void written();
    void failed(const assay::Error& error); ///< tried again with the next edit

private:
    void edited();
    void start();
    void done();
    void forget();
    void prepareFolder();
    void removeAll();
    void moveTo(const std::filesystem::path& file);

    DocumentStore& m_store;
    Session& m_session;
    std::filesystem::path m_folder;
    std::filesystem::path m_file; ///< empty: nothing written
    std::unique_ptr<QLockFile> m_lock;
    struct Adopted {
        std::filesystem::path file;
        std::unique_ptr<QLockFile> lock; ///< nobody else is offered it meanwhile
    };
    std::vector<Adopted> m_adopted;
    std::string m_project; ///< the id of the project in m_file
    int m_edits = 0;       ///< since the last write
    bool m_givenUp = false;
    QTimer m_timer;
    QElapsedTimer m_clock;
    QFutureWatcher<Result<>> m_writing;
};

} // namespace assay

// Session: the project as a file: which path, is it saved, open, save, and the question before work would be lost.
// Reading and writing run off the GUI thread on a snapshot. It shows nothing: failures go out as Error.
#pragma once

#include "core/document/diff.h"
#include "core/io/project_file.h"
#include "ui/store/document_store.h"
#include "ui/store/file_watch.h"
#include "ui/store/project_lock.h"
#include "ui/store/recent_files.h"
#include "ui/store/recovery.h"
#include "ui/text/questions.h"

#include <QtCore/QFutureWatcher>
#include <QtCore/QObject>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace assay {

/// "kim on desk7, process 4211, since 27 Jan 10:32"
QString ownerText(const LockOwner& owner);

enum class Recover { asCopy, saveOver };

class Session : public QObject {
    Q_OBJECT
public:
    Session(DocumentStore& store, Questions& questions, RecentFiles& recent, QObject* parent = nullptr);
    ~Session() override; ///< waits for a file operation under way

    bool isOpen() const { return m_open; } ///< false: nothing opened yet, the start page is shown
    bool isBusy() const { return m_busy; } ///< until the end of a file operation was handled here
    const std::optional<std::filesystem::path>& path() const { return m_path; } ///< none: never saved
    const std::string& sha256() const { return m_sha256; }                      ///< of the file as last read or written
    QString name() const; ///< file name, or the project's title when it was never saved

    // Each asks first when unsaved changes would be lost, and does nothing when the answer is Cancel or the save fails.
    void newProject();
    void openSample();
    void open(const std::filesystem::path& path);
    void openAsking();
    /// True: the window may close now. False: the user said no, or a file operation is under way: closeAllowed()
    /// follows when it has succeeded.
    bool mayClose();

    void save(); ///< asks for a path when there is none; refuses (changedOnDisk) over a file that somebody else changed
    void saveAs();

    /// Asks what to do with the file that somebody else changed, and does it: reloading and merging are undo steps.
    void settleChange();

    /// Asks for another version of the project and what both come from, and merges it in: one undo step.
    void mergeAsking();

    /// Shows recovered work as unsaved changes, then calls `shown`; saveOver writes it over its file unless that one
    /// changed meanwhile.
    void showRecovered(const RecoveryPoint& point, Recover how, std::function<void()> shown);

signals:
    void opened();      ///< another document is in the store
    void fileChanged(); ///< path() or name() is new
    void saved();
    void busyChanged();
    void closeAllowed();
    void newerMinorOpened(); ///< the file was written by a newer version of the program; what is unknown is kept
    void failed(const assay::Error& error);
    void changedElsewhere(); ///< the file holds what somebody else wrote; settleChange() asks what to do
    void fileGone();         ///< deleted or moved away: the document counts as modified
    void openElsewhere(const assay::LockOwner& owner); ///< another window has the file: this is a copy without a path
    void differences(const std::vector<assay::Change>& changes); ///< from this document to the file somebody changed
    void settled(assay::ChangedAnswer answer);                   ///< reload or keepMine was done
    void merged(const QString& from, const std::vector<assay::Change>& changes, int conflicts);
    void givenUp(); ///< the window closes without its changes

private:
    using Next = std::function<void()>;
    struct Writing {
        Document document;
        std::filesystem::path path;
        Next next;
    };

    using Take = std::function<void(OpenedProject)>;

    void whenNothingIsLost(Next next);
    void read(const std::filesystem::path& path, Take take);
    void takeOpened(const std::filesystem::path& path, const OpenedProject& project);
    void fileIsOther();
    void fileIsGone();
    bool mergeIn(const Document& base, const Document& theirs, const QString& from);
    void takeTheirs(ChangedAnswer answer, OpenedProject theirs);
    void know(const Document& document, const std::string& sha256);
    void markSaved();
    void saveThen(Next next);
    void saveAsThen(Next next);
    void write(const std::filesystem::path& path, const std::string& expectedSha256, Next next);
    void readingDone();
    void writingDone();
    void show(const Document& document, std::optional<std::filesystem::path> path, const std::string& sha256);
    bool lock(const std::filesystem::path& path);
    std::filesystem::path folder() const;

    DocumentStore& m_store;
    Questions& m_questions;
    RecentFiles& m_recent;
    bool m_open = false;
    bool m_busy = false;
    bool m_closeAsked = false; ///< while busy
    std::optional<std::filesystem::path> m_path;
    std::string m_sha256; ///< of the file as last read or written
    Document m_saved;     ///< what the file holds as last read or written: the base of a merge
    Take m_take;          ///< what becomes of the project being read
    FileWatch m_watch;
    ProjectLock m_lock;
    std::optional<Writing> m_written;
    QFutureWatcher<Result<OpenedProject>> m_reading;
    QFutureWatcher<Result<std::string>> m_writing;
};

} // namespace assay

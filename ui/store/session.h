// Session: the project as a file: which path, is it saved, open, save, and the question before work would be lost.
// Reading and writing run off the GUI thread on a snapshot. It shows nothing: failures go out as Error.
#pragma once

#include "core/io/project_file.h"
#include "ui/store/document_store.h"
#include "ui/store/recent_files.h"
#include "ui/text/questions.h"

#include <QtCore/QFutureWatcher>
#include <QtCore/QObject>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace assay {

class Session : public QObject {
    Q_OBJECT
public:
    Session(DocumentStore& store, Questions& questions, RecentFiles& recent, QObject* parent = nullptr);
    ~Session() override; ///< waits for a file operation under way

    bool isOpen() const { return m_open; } ///< false: nothing opened yet, the start page is shown
    bool isBusy() const { return m_busy; } ///< until the end of a file operation was handled here
    const std::optional<std::filesystem::path>& path() const { return m_path; } ///< none: never saved
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

signals:
    void opened();      ///< another document is in the store
    void fileChanged(); ///< path() or name() is new
    void saved();
    void busyChanged();
    void closeAllowed();
    void newerMinorOpened(); ///< the file was written by a newer version of the program; what is unknown is kept
    void failed(const assay::Error& error);

private:
    using Next = std::function<void()>;
    struct Writing {
        Document document;
        std::filesystem::path path;
        Next next;
    };

    void whenNothingIsLost(Next next);
    void saveThen(Next next);
    void saveAsThen(Next next);
    void write(const std::filesystem::path& path, const std::string& expectedSha256, Next next);
    void readingDone();
    void writingDone();
    void show(Document document, std::optional<std::filesystem::path> path, std::string sha256);
    std::filesystem::path folder() const;

    DocumentStore& m_store;
    Questions& m_questions;
    RecentFiles& m_recent;
    bool m_open = false;
    bool m_busy = false;
    bool m_closeAsked = false; ///< while busy
    std::optional<std::filesystem::path> m_path;
    std::string m_sha256; ///< of the file as last read or written
    std::filesystem::path m_readingPath;
    std::optional<Writing> m_written;
    QFutureWatcher<Result<OpenedProject>> m_reading;
    QFutureWatcher<Result<std::string>> m_writing;
};

} // namespace assay

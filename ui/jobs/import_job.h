// ImportJob: files, folders and pasted texts into the document, read off the GUI thread one after another. What could
// be read becomes sources as one undo step, newer texts of a source the project has as its next version; of what the
// project has already the user is asked; what could not be read is told. Shows nothing.
#pragma once

#include "core/document/duplicates.h"
#include "core/document/new_version.h"
#include "core/io/importer.h"
#include "ui/jobs/import_report.h"
#include "ui/jobs/latest_job.h"
#include "ui/store/document_store.h"
#include "ui/text/questions.h"

#include <QtCore/QObject>
#include <QtCore/QString>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace assay {

/// A text that comes from no file.
struct PastedText {
    QString title;     ///< when it has none itself
    std::string kind;  ///< "html" or "txt"
    std::string bytes; ///< UTF-8
    std::string url;   ///< where it was copied; may be empty
};

class ImportJob : public QObject {
    Q_OBJECT
public:
    ImportJob(DocumentStore& store, Questions& questions, ImportOptions options, QObject* parent = nullptr);

    /// Joins an import under way. Of a folder all files in it. A text from the address of a source of the project is
    /// its newer version.
    void start(const std::vector<std::filesystem::path>& files);
    /// The same for a file that holds a newer text of this source, wherever it comes from.
    void startVersion(const std::filesystem::path& file, const SourceId& older);
    void startText(PastedText pasted);
    void setOriginals(Originals originals) { m_options.originals = originals; } ///< of what is read from now on
    const ImportOptions& options() const { return m_options; }
    void cancel(); ///< nothing of what is being read is added; finished() does not come
    bool isBusy() const { return m_isAdding || m_next < m_files.size(); }

signals:
    void progressed(int number, int total, const QString& file); ///< the file now read; numbers from 1
    void cancelled();                                            ///< by the answer to a question
    void finished(const assay::ImportReport& report);

private:
    struct Wanted {
        std::filesystem::path file; ///< of a pasted text a name with its kind as ending
        std::optional<SourceId> older;
        std::shared_ptr<const PastedText> pasted;
    };
    /// What came of one that was wanted: a folder's files, or a source.
    struct Got {
        std::optional<FolderFiles> folder;
        std::optional<Result<Imported>> imported;
    };
    struct Read {
        Row<Source> source; ///< shared: an original can be large
        std::optional<SourceId> older;
        QString file;
        std::optional<Duplicate> duplicate;
        DuplicateAnswer answer = DuplicateAnswer::beside;
    };
    struct Added {
        Document document;
        ImportReport report;
    };

    static Got get(const Wanted& wanted, const ImportOptions& options, const std::stop_token& stop);
    static Added withSources(Document document, std::vector<Read> sources, ImportReport report);
    void enqueue(std::vector<Wanted> files);
    void readNext();
    void take(Got got);
    void takeFolder(FolderFiles found);
    void takeSource(Result<Imported> imported);
    void compare();
    void ask(const std::vector<Duplicate>& duplicates);
    void add();
    void land(Added added);
    QString stepName(const ImportReport& report) const;

    DocumentStore& m_store;
    Questions& m_questions;
    ImportOptions m_options;
    std::vector<Wanted> m_files;
    std::size_t m_next = 0;  ///< the file being read
    bool m_isAdding = false; ///< all files so far are read; they are compared, asked about and added
    std::vector<Read> m_read;
    ImportReport m_report;
    LatestJob m_job;
};

} // namespace assay

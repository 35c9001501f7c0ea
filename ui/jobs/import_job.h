// ImportJob: files into the document, read off the GUI thread one after another. What could be read becomes sources as
// one undo step, newer texts of a source the project has as its next version; what could not is told. Shows nothing.
#pragma once

#include "core/document/new_version.h"
#include "core/io/importer.h"
#include "ui/jobs/latest_job.h"
#include "ui/store/document_store.h"

#include <QtCore/QObject>
#include <QtCore/QString>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace assay {

/// What an import did: the new sources in the order of the files, the importers' warnings, and what went wrong.
struct ImportReport {
    struct Note {
        QString file;
        std::string warning; ///< Imported::warnings' code
    };
    /// One of the added sources that is a newer text of an older one.
    struct Version {
        SourceId source;
        int carried = 0; ///< mentions that moved over
        int left = 0;    ///< mentions that stay on the older text, to be looked at
    };
    std::vector<SourceId> added;
    std::vector<Version> versions;
    std::vector<SourceId> unchanged; ///< sources of which a file was said to be a newer text and is the same
    std::vector<Note> notes;
    std::vector<Error> errors;
};

class ImportJob : public QObject {
    Q_OBJECT
public:
    ImportJob(DocumentStore& store, ImportOptions options, QObject* parent = nullptr);

    /// Joins an import under way. A text from the address of a source of the project is its newer version.
    void start(const std::vector<std::filesystem::path>& files);
    /// The same for a file that holds a newer text of this source, wherever it comes from.
    void startVersion(const std::filesystem::path& file, const SourceId& older);
    void cancel(); ///< nothing of what is being read is added; finished() does not come
    bool isBusy() const { return m_isAdding || m_next < m_files.size(); }

signals:
    void progressed(int number, int total, const QString& file); ///< the file now read; numbers from 1
    void finished(const assay::ImportReport& report);

private:
    struct Wanted {
        std::filesystem::path file;
        std::optional<SourceId> older;
    };
    struct Read {
        Source source;
        std::optional<SourceId> older;
    };
    struct Added {
        Document document;
        ImportReport report;
    };

    static Added withSources(Document document, std::vector<Read> sources, ImportReport report);
    void enqueue(std::vector<Wanted> files);
    void readNext();
    void take(Result<Imported> imported);
    void add();
    void land(Added added);

    DocumentStore& m_store;
    ImportOptions m_options;
    std::vector<Wanted> m_files;
    std::size_t m_next = 0;  ///< the file being read
    bool m_isAdding = false; ///< all files so far are read, their mentions are being looked for
    std::vector<Read> m_read;
    ImportReport m_report;
    LatestJob m_job;
};

} // namespace assay

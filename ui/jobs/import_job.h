// ImportJob: files into the document, read off the GUI thread one after another. What could be read becomes sources as
// one undo step; what could not is told. Shows nothing.
#pragma once

#include "core/io/importer.h"
#include "ui/jobs/latest_job.h"
#include "ui/store/document_store.h"

#include <QtCore/QObject>
#include <QtCore/QString>

#include <filesystem>
#include <string>
#include <vector>

namespace assay {

/// What an import did: the new sources in the order of the files, the importers' warnings, and what went wrong.
struct ImportReport {
    struct Note {
        QString file;
        std::string warning; ///< Imported::warnings' code
    };
    std::vector<SourceId> added;
    std::vector<Note> notes;
    std::vector<Error> errors;
};

class ImportJob : public QObject {
    Q_OBJECT
public:
    ImportJob(DocumentStore& store, ImportOptions options, QObject* parent = nullptr);

    void start(const std::vector<std::filesystem::path>& files); ///< joins an import under way
    void cancel(); ///< nothing of what is being read is added; finished() does not come
    bool isBusy() const { return m_next < m_files.size(); }

signals:
    void progressed(int number, int total, const QString& file); ///< the file now read; numbers from 1
    void finished(const assay::ImportReport& report);

private:
    void readNext();
    void take(Result<Imported> imported);
    void finish();

    DocumentStore& m_store;
    ImportOptions m_options;
    std::vector<std::filesystem::path> m_files;
    std::size_t m_next = 0; ///< the file being read
    std::vector<Source> m_sources;
    ImportReport m_report;
    LatestJob m_job;
};

} // namespace assay

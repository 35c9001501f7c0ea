// ImportJob: one file at a time, then one edit.
#include "ui/jobs/import_job.h"

#include "core/document/edit.h"
#include "ui/text/paths.h"

#include <QtCore/QDate>

#include <utility>

namespace assay {

ImportJob::ImportJob(DocumentStore& store, ImportOptions options, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_options(options) {}

void ImportJob::start(const std::vector<std::filesystem::path>& files) {
    const bool joins = isBusy();
    m_files.insert(m_files.end(), files.begin(), files.end());
    if (!joins && isBusy())
        readNext();
}

void ImportJob::cancel() {
    m_job.cancel();
    m_files.clear();
    m_next = 0;
    m_sources.clear();
    m_report = {};
}

void ImportJob::readNext() {
    const std::filesystem::path& file = m_files[m_next];
    emit progressed(static_cast<int>(m_next) + 1, static_cast<int>(m_files.size()), fromPath(file.filename()));
    m_job.request(
        Running::cancel, [file, options = m_options](const std::stop_token&) { return importFile(file, options); },
        [this](Result<Imported> imported) { take(std::move(imported)); });
}

void ImportJob::take(Result<Imported> imported) {
    const std::filesystem::path& file = m_files[m_next];
    if (imported) {
        for (const std::string& warning : imported->warnings)
            m_report.notes.push_back(ImportReport::Note{fromPath(file.filename()), warning});
        m_sources.push_back(std::move(imported->source));
        if (m_sources.back().title.empty())
            m_sources.back().title = file.stem().string();
    } else {
        m_report.errors.push_back(imported.error());
    }
    ++m_next;
    if (isBusy())
        readNext();
    else
        finish();
}

void ImportJob::finish() {
    ImportReport report = std::exchange(m_report, {});
    const std::string today = QDate::currentDate().toString(Qt::ISODate).toStdString();
    Document next = m_store.document();
    for (Source& source : std::exchange(m_sources, {})) {
        if (source.accessed.empty())
            source.accessed = today;
        source.id = {freeSourceId(next, source.title)};
        const SourceId id = source.id;
        Result<Document> with = addSource(next, std::move(source));
        if (with) {
            next = std::move(*with);
            report.added.push_back(id);
        } else {
            report.errors.push_back(with.error());
        }
    }
    const int count = static_cast<int>(report.added.size());
    const QString name =
        m_files.size() == 1 ? tr("Import %1").arg(fromPath(m_files.front().filename())) : tr("Import files");
    m_files.clear();
    m_next = 0;
    if (count > 0 && !m_store.apply(name, std::move(next)))
        return; // the store tells of it
    emit finished(report);
}

} // namespace assay

#include "moc_import_job.cpp"

// ImportJob: one file at a time, then one edit.
#include "ui/jobs/import_job.h"

#include "ui/text/paths.h"

#include <QtCore/QDate>

#include <utility>

namespace assay {

ImportJob::ImportJob(DocumentStore& store, ImportOptions options, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_options(options) {}

void ImportJob::start(const std::vector<std::filesystem::path>& files) {
    std::vector<Wanted> wanted;
    for (const std::filesystem::path& file : files)
        wanted.push_back(Wanted{file, std::nullopt});
    enqueue(std::move(wanted));
}

void ImportJob::startVersion(const std::filesystem::path& file, const SourceId& older) {
    enqueue({Wanted{file, older}});
}

void ImportJob::enqueue(std::vector<Wanted> files) {
    const bool joins = isBusy();
    std::move(files.begin(), files.end(), std::back_inserter(m_files));
    if (!joins && isBusy())
        readNext();
}

void ImportJob::cancel() {
    m_job.cancel();
    m_files.clear();
    m_next = 0;
    m_isAdding = false;
    m_read.clear();
    m_report = {};
}

void ImportJob::readNext() {
    const std::filesystem::path& file = m_files[m_next].file;
    emit progressed(static_cast<int>(m_next) + 1, static_cast<int>(m_files.size()), fromPath(file.filename()));
    m_job.request(
        Running::cancel, [file, options = m_options](const std::stop_token&) { return importFile(file, options); },
        [this](Result<Imported> imported) { take(std::move(imported)); });
}

void ImportJob::take(Result<Imported> imported) {
    const auto& [file, older] = m_files[m_next];
    const std::string name = file.stem().string();
    if (imported) {
        for (const std::string& warning : imported->warnings)
            m_report.notes.push_back(ImportReport::Note{fromPath(file.filename()), warning});
        Source source = std::move(imported->source);
        if (older && source.title == name)
            source.title.clear(); // the older version's says more than the name of a file
        else if (source.title.empty())
            source.title = name;
        if (source.accessed.empty())
            source.accessed = QDate::currentDate().toString(Qt::ISODate).toStdString();
        m_read.push_back(Read{std::move(source), older});
    } else {
        m_report.errors.push_back(imported.error());
    }
    ++m_next;
    if (m_next < m_files.size())
        readNext();
    else
        add();
}

/// The document with the sources, as far as that is possible. Takes as long as it takes to find every mention again.
ImportJob::Added ImportJob::withSources(Document document, std::vector<Read> sources, ImportReport report) {
    for (Read& read : sources) {
        const Source* newest = read.older ? find(document.sources, newestVersion(document, *read.older)) : nullptr;
        if (newest != nullptr && newest->text == read.source.text) {
            report.unchanged.push_back(newest->id);
            continue;
        }
        Result<NewVersion> added = read.older ? addNewVersion(document, *read.older, std::move(read.source))
                                              : addImported(document, std::move(read.source));
        if (!added) {
            report.errors.push_back(added.error());
            continue;
        }
        document = std::move(added->document);
        report.added.push_back(added->source);
        if (!added->older.empty())
            report.versions.push_back(
                ImportReport::Version{added->source, static_cast<int>(added->carried), static_cast<int>(added->left)});
    }
    return Added{std::move(document), std::move(report)};
}

void ImportJob::add() {
    m_isAdding = true;
    const Document base = m_store.document();
    m_job.request(
        Running::cancel,
        [base, sources = m_read, report = m_report](const std::stop_token&) {
            return withSources(base, sources, report);
        },
        [this, base](Added added) {
            if (m_store.document() == base)
                land(std::move(added));
            else
                add(); // the analyst went on working meanwhile
        });
}

void ImportJob::land(Added added) {
    const bool isOne = m_next == 1;
    const QString file = fromPath(m_files.front().file.filename());
    const QString name = isOne && !added.report.versions.empty() ? tr("New version from %1").arg(file)
                         : isOne                                 ? tr("Import %1").arg(file)
                                                                 : tr("Import files");
    m_files.erase(m_files.begin(), m_files.begin() + static_cast<std::ptrdiff_t>(m_next));
    m_next = 0;
    m_isAdding = false;
    m_read.clear();
    m_report = {};
    if (added.report.added.empty() || m_store.apply(name, std::move(added.document))) // else the store tells of it
        emit finished(added.report);
    if (isBusy())
        readNext();
}

} // namespace assay

#include "moc_import_job.cpp"

// ImportJob: one file at a time, then what is there already, then one edit.
#include "ui/jobs/import_job.h"

#include "ui/text/paths.h"
#include "ui/text/utf8_text.h"

#include <QtCore/QDate>

#include <algorithm>
#include <system_error>
#include <utility>

namespace assay {

ImportJob::ImportJob(DocumentStore& store, Questions& questions, ImportOptions options, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_questions(questions),
      m_options(std::move(options)) {}

void ImportJob::start(const std::vector<std::filesystem::path>& files) {
    std::vector<Wanted> wanted;
    for (const std::filesystem::path& file : files)
        wanted.push_back(Wanted{file, std::nullopt, nullptr});
    enqueue(std::move(wanted));
}

void ImportJob::startVersion(const std::filesystem::path& file, const SourceId& older) {
    enqueue({Wanted{file, older, nullptr}});
}

void ImportJob::startText(PastedText pasted) {
    const std::filesystem::path name = toPath(pasted.title + QLatin1Char('.') + text(pasted.kind));
    enqueue({Wanted{name, std::nullopt, std::make_shared<const PastedText>(std::move(pasted))}});
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

ImportJob::Got ImportJob::get(const Wanted& wanted, const ImportOptions& options, const std::stop_token& stop) {
    Got got;
    std::error_code unknown; // then reading it says what is wrong
    if (wanted.pasted) {
        got.imported = importBytes(wanted.pasted->bytes, wanted.file.string(), options);
        if (*got.imported && (*got.imported)->source.url.empty())
            (*got.imported)->source.url = wanted.pasted->url;
    } else if (!wanted.older && std::filesystem::is_directory(wanted.file, unknown)) {
        got.folder = folderFiles({wanted.file}, stop);
    } else {
        got.imported = importFile(wanted.file, options);
    }
    return got;
}

void ImportJob::readNext() {
    const Wanted& wanted = m_files[m_next];
    emit progressed(static_cast<int>(m_next) + 1, static_cast<int>(m_files.size()), fromPath(wanted.file.filename()));
    m_job.request(
        Running::cancel,
        [wanted, options = m_options](const std::stop_token& stop) { return get(wanted, options, stop); },
        [this](Got got) { take(std::move(got)); });
}

void ImportJob::take(Got got) {
    if (got.folder)
        takeFolder(std::move(*got.folder));
    else
        takeSource(std::move(*got.imported));
    if (m_next < m_files.size())
        readNext();
    else
        compare();
}

/// Its files in its place.
void ImportJob::takeFolder(FolderFiles found) {
    std::move(found.skipped.begin(), found.skipped.end(), std::back_inserter(m_report.skipped));
    std::vector<Wanted> files;
    for (std::filesystem::path& file : found.files)
        files.push_back(Wanted{std::move(file), std::nullopt, nullptr});
    const auto here = m_files.erase(m_files.begin() + static_cast<std::ptrdiff_t>(m_next));
    m_files.insert(here, files.begin(), files.end());
}

void ImportJob::takeSource(Result<Imported> imported) {
    const Wanted& wanted = m_files[m_next++];
    const QString file = fromPath(wanted.file.filename());
    if (!imported) {
        m_report.errors.push_back(imported.error());
        return;
    }
    for (const std::string& warning : imported->warnings)
        m_report.notes.push_back(ImportReport::Note{file, warning});
    Source source = std::move(imported->source);
    const std::string name = wanted.file.stem().string();
    if (wanted.older && source.title == name)
        source.title.clear(); // the older version's says more than the name of a file
    else if (source.title.empty())
        source.title = name;
    if (source.accessed.empty())
        source.accessed = QDate::currentDate().toString(Qt::ISODate).toStdString();
    m_read.push_back(Read{Row(std::move(source)), wanted.older, file, std::nullopt});
}

void ImportJob::compare() {
    m_isAdding = true;
    m_job.request(
        Running::cancel,
        [base = m_store.document(), read = m_read](const std::stop_token&) {
            Rows<Source> sources;
            std::vector<std::size_t> versions;
            for (const Read& each : read) {
                if (each.older)
                    versions.push_back(sources.size());
                sources.push_back(each.source);
            }
            return findDuplicates(base, sources, versions);
        },
        [this](const std::vector<Duplicate>& duplicates) { ask(duplicates); });
}

void ImportJob::ask(const std::vector<Duplicate>& duplicates) {
    std::vector<DuplicateQuestion> questions;
    for (const Duplicate& duplicate : duplicates) {
        const Source& came = *m_read[duplicate.imported].source;
        const Source* there = duplicate.source ? assay::find(m_store.document().sources, *duplicate.source)
                                               : &*m_read[duplicate.earlier].source;
        if (there == nullptr) // deleted meanwhile
            continue;
        m_read[duplicate.imported].duplicate = duplicate;
        questions.push_back(DuplicateQuestion{
            m_read[duplicate.imported].file, text(there->title), static_cast<int>(duplicate.alike * 100),
            duplicate.isSame, there->text == came.text ? Versioning::impossible : Versioning::possible});
    }
    if (questions.empty())
        return add();
    const std::vector<DuplicateAnswer> answers = m_questions.duplicates(questions);
    if (!m_isAdding) // another project was opened meanwhile
        return;
    if (answers.size() != questions.size()) {
        cancel();
        emit cancelled();
        return;
    }
    auto answer = answers.begin();
    for (Read& read : m_read)
        if (read.duplicate)
            read.answer = *answer++;
    add();
}

/// The document with the sources, as far as that is possible. Takes as long as it takes to find every mention again.
ImportJob::Added ImportJob::withSources(Document document, std::vector<Read> sources, ImportReport report) {
    std::vector<SourceId> ids(sources.size());
    for (std::size_t i = 0; i < sources.size(); ++i) {
        Read& read = sources[i];
        const bool isVersion = read.duplicate && read.answer == DuplicateAnswer::asVersion;
        if (read.duplicate && read.answer == DuplicateAnswer::skip) {
            report.duplicates.push_back(read.file);
            ids[i] = read.duplicate->source ? *read.duplicate->source : ids[read.duplicate->earlier];
            continue;
        }
        if (isVersion)
            read.older = read.duplicate->source ? *read.duplicate->source : ids[read.duplicate->earlier];
        const Source* newest = read.older ? find(document.sources, newestVersion(document, *read.older)) : nullptr;
        if (newest != nullptr && newest->text == read.source->text) {
            report.unchanged.push_back(newest->id);
            ids[i] = newest->id;
            continue;
        }
        Source source = *read.source;
        if (!hasRoomForOriginal(document, source)) {
            source.original.clear();
            report.notes.push_back(
                ImportReport::Note{read.file, "originals-full:" + std::to_string(mostOriginals >> 20)});
        }
        Result<NewVersion> added = read.older       ? addNewVersion(document, *read.older, std::move(source))
                                   : read.duplicate ? addBeside(document, std::move(source))
                                                    : addImported(document, std::move(source));
        if (!added) {
            report.errors.push_back(added.error());
            continue;
        }
        ids[i] = added->source;
        document = std::move(added->document);
        report.added.push_back(added->source);
        if (!added->older.empty())
            report.versions.push_back(
                ImportReport::Version{added->source, static_cast<int>(added->carried), static_cast<int>(added->left)});
    }
    return Added{std::move(document), std::move(report)};
}

void ImportJob::add() {
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

QString ImportJob::stepName(const ImportReport& report) const {
    if (m_next != 1)
        return tr("Import files");
    const QString file = fromPath(m_files.front().file.filename());
    if (!report.versions.empty())
        return tr("New version from %1").arg(file);
    return m_files.front().pasted ? tr("Paste a source") : tr("Import %1").arg(file);
}

void ImportJob::land(Added added) {
    const QString name = stepName(added.report);
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

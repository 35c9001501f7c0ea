// assay import: adds files as sources. All of them or none: a file that cannot be read leaves the project as it is. Of
// a folder what cannot be read is left out and said.
#include "app/commands.h"
#include "app/pdf_text.h"
#include "app/project.h"
#include "app/table.h"
#include "core/base/utf8.h"
#include "core/document/duplicates.h"
#include "core/document/new_version.h"
#include "core/io/decode_text.h"
#include "core/io/folder_files.h"
#include "core/io/importer.h"
#include "ui/text/error_text.h"

#include <algorithm>

namespace assay {
namespace {

/// What the files hold, in their order, each with what there is to say of it.
struct Read {
    Rows<Source> sources;
    std::vector<std::string> remarks;
    std::vector<std::string> notes; ///< of files of a folder that are left out
};

struct Added {
    Document document;
    Table table{{"id", "title", "characters", "notes"}, {}, {Align::left, Align::left, Align::right}};
};

std::string joined(const std::string& a, const std::string& b) { return a.empty() || b.empty() ? a + b : a + ", " + b; }

/// "newer version of ID: 12 mentions moved over, 3 left"; empty: it is no newer version.
std::string versionRemark(const NewVersion& added) {
    if (added.older.empty())
        return {};
    return "newer version of " + added.older.value + ": " + std::to_string(added.carried) + " mentions moved over, "
           + std::to_string(added.left) + " left";
}

Result<> readOne(Read& read, const std::filesystem::path& path, const ImportOptions& options) {
    Result<Imported> imported = importFile(path, options);
    if (!imported)
        return imported.error();
    std::string remark;
    for (const std::string& warning : imported->warnings)
        remark = joined(remark, warning);
    read.sources.push_back(Row(std::move(imported->source)));
    read.remarks.push_back(std::move(remark));
    return {};
}

std::string_view reasonOf(SkipReason reason) {
    switch (reason) {
    case SkipReason::kind: return "no importer takes its kind";
    case SkipReason::hidden: return "it is hidden";
    case SkipReason::link: return "it is a link";
    case SkipReason::unreadable: return "it cannot be read";
    case SkipReason::beyondMost: break;
    }
    return "the folder holds too much, and this is where reading it ended";
}

/// Every file that is named, and those of folders that can be read.
Result<Read> readAll(const std::vector<std::string>& operands, const ImportOptions& options) {
    Read read;
    for (const std::string& operand : operands) {
        std::error_code unknown; // then reading it says what is wrong
        const bool isFolder = std::filesystem::is_directory(operand, unknown);
        const FolderFiles found = folderFiles({operand});
        for (const SkippedFile& skipped : found.skipped)
            read.notes.push_back(skipped.path.string() + " was left out: " + std::string(reasonOf(skipped.reason))
                                 + ".");
        for (const std::filesystem::path& file : found.files)
            if (const Result<> one = readOne(read, file, options); !one) {
                if (!isFolder)
                    return one.error();
                read.notes.push_back(errorText(one.error()).toStdString());
            }
    }
    return read;
}

/// "same as ID", "97 % like ID": said, never acted on.
std::string duplicateRemark(const Duplicate& duplicate, const std::vector<SourceId>& ids) {
    const SourceId& id = duplicate.source ? *duplicate.source : ids[duplicate.earlier];
    if (duplicate.isSame)
        return "same as " + id.value;
    return std::to_string(static_cast<int>(duplicate.alike * 100)) + " % like " + id.value;
}

Result<Added> addAll(const Document& document, Read read) {
    const std::vector<Duplicate> duplicates = findDuplicates(document, read.sources);
    Added added{document};
    std::vector<SourceId> ids;
    for (std::size_t i = 0; i < read.sources.size(); ++i) {
        Source source = *read.sources[i];
        std::vector<std::string> row{{}, source.title, std::to_string(codePointCount(source.text))};
        if (!hasRoomForOriginal(added.document, source)) {
            source.original.clear();
            read.remarks[i] = joined(read.remarks[i], "originals-full:" + std::to_string(mostOriginals >> 20));
        }
        Result<NewVersion> next = addImported(added.document, std::move(source));
        if (!next)
            return next.error();
        std::string notes = joined(versionRemark(*next), read.remarks[i]);
        for (const Duplicate& duplicate : duplicates)
            if (duplicate.imported == i)
                notes = joined(notes, duplicateRemark(duplicate, ids));
        row.front() = next->source.value;
        row.push_back(std::move(notes));
        ids.push_back(next->source);
        added.table.rows.push_back(std::move(row));
        added.document = std::move(next->document);
    }
    return added;
}

Result<ImportOptions> optionsOf(const Arguments& arguments) {
    ImportOptions options{pdfText};
    if (arguments.has("--no-originals"))
        options.originals = Originals::leave;
    if (arguments.value("--encoding")) {
        const Result<std::size_t> encoding = oneOf(arguments, "--encoding", encodings());
        if (!encoding)
            return encoding.error();
        options.encoding = encodings()[*encoding];
    }
    return options;
}

Result<Outcome> run(const Arguments& arguments) {
    const std::string& path = arguments.operands[0];
    const std::optional<std::string> target = arguments.value("--out");
    if (target)
        if (const Result<> may = mayWrite(arguments, *target); !may)
            return may.error();
    const Result<ImportOptions> options = optionsOf(arguments);
    if (!options)
        return options.error();
    const Result<OpenedProject> opened = openProject(path);
    if (!opened)
        return opened.error();
    Result<Read> read = readAll({arguments.operands.begin() + 1, arguments.operands.end()}, *options);
    if (!read)
        return read.error();
    std::vector<std::string> notes = openingNotes(*opened, path);
    notes.insert(notes.end(), read->notes.begin(), read->notes.end());
    const Result<Added> added = addAll(opened->document, std::move(*read));
    if (!added)
        return added.error();
    const Result<std::string> saved =
        saveProject(added->document, target.value_or(path), target ? std::string() : opened->sha256);
    if (!saved)
        return saved.error();
    return Outcome{tableText(added->table), 0, std::move(notes)};
}

} // namespace

Command importCommand() {
    return {"import",
            {"PROJECT", "FILE..."},
            "add sources: text, Markdown, HTML, PDF, or a folder of them",
            {{"--out", "NEW", "write a new project and leave PROJECT as it is"},
             {"--force", "", "let --out replace an existing file"},
             {"--encoding", "NAME", "of the texts and pages, such as euc-kr or windows-1252; found out otherwise"},
             {"--no-originals", "", "do not keep the files' own bytes in the project"}},
            run};
}

} // namespace assay

// assay import: adds files as sources. All of them or none: a file that cannot be read leaves the project as it is.
#include "app/commands.h"
#include "app/pdf_text.h"
#include "app/project.h"
#include "app/table.h"
#include "core/base/utf8.h"
#include "core/document/new_version.h"
#include "core/io/importer.h"

namespace assay {
namespace {

struct Added {
    Document document;
    Table table{{"id", "title", "characters", "notes"}, {}, {Align::left, Align::left, Align::right}};
};

/// "newer version of ID: 12 mentions moved over, 3 left"; empty: it is no newer version.
std::string versionNote(const NewVersion& added) {
    if (added.older.empty())
        return {};
    return "newer version of " + added.older.value + ": " + std::to_string(added.carried) + " mentions moved over, "
           + std::to_string(added.left) + " left";
}

Result<> addFile(Added& added, const std::string& path) {
    Result<Imported> imported = importFile(path, ImportOptions{pdfText});
    if (!imported)
        return imported.error();
    Source source = std::move(imported->source);
    if (source.title.empty())
        source.title = std::filesystem::path(path).stem().string();
    std::vector<std::string> row{{}, source.title, std::to_string(codePointCount(source.text))};
    Result<NewVersion> next = addImported(added.document, std::move(source));
    if (!next)
        return next.error();
    std::string notes = versionNote(*next);
    for (const std::string& warning : imported->warnings)
        notes += (notes.empty() ? "" : ", ") + warning;
    row.front() = next->source.value;
    row.push_back(std::move(notes));
    added.table.rows.push_back(std::move(row));
    added.document = std::move(next->document);
    return {};
}

Result<Outcome> run(const Arguments& arguments) {
    const std::string& path = arguments.operands[0];
    const std::optional<std::string> target = arguments.value("--out");
    if (target)
        if (const Result<> may = mayWrite(arguments, *target); !may)
            return may.error();
    const Result<OpenedProject> opened = openProject(path);
    if (!opened)
        return opened.error();
    Added added{opened->document};
    for (std::size_t i = 1; i < arguments.operands.size(); ++i)
        if (const Result<> one = addFile(added, arguments.operands[i]); !one)
            return one.error();
    const Result<std::string> saved =
        saveProject(added.document, target.value_or(path), target ? std::string() : opened->sha256);
    if (!saved)
        return saved.error();
    return Outcome{tableText(added.table), 0, openingNotes(*opened, path)};
}

} // namespace

Command importCommand() {
    return {"import",
            {"PROJECT", "FILE..."},
            "add sources: text, Markdown, HTML, PDF",
            {{"--out", "NEW", "write a new project and leave PROJECT as it is"},
             {"--force", "", "let --out replace an existing file"}},
            run};
}

} // namespace assay

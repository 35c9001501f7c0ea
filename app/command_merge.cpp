// assay merge: three-way by record. OUT is written even with conflicts, which it carries; status 1 then. An empty BASE
// is none, as git gives it for a file both sides added.
#include "app/commands.h"
#include "app/json.h"
#include "app/project.h"
#include "app/table.h"
#include "core/base/atomic_file.h"
#include "core/document/conflict.h"
#include "core/document/merge.h"

#include <algorithm>

namespace assay {
namespace {

std::string mergedJson(const Merged& merged) {
    JsonArray rows;
    for (const Conflict& conflict : merged.conflicts) {
        const ConflictTexts texts = conflictTexts(conflict);
        rows.push_back(JsonValue(JsonObject{jsonText("what", conflict.what), jsonText("id", conflict.row),
                                            jsonText("field", conflict.field), jsonText("base", texts.base),
                                            jsonText("ours", texts.ours), jsonText("theirs", texts.theirs)}));
    }
    JsonArray settled;
    for (const std::string& line : merged.settled)
        settled.push_back(JsonValue(line));
    return jsonDocument({jsonList("conflicts", std::move(rows)), jsonList("settled", std::move(settled))});
}

std::string mergedText(const Merged& merged) {
    Table table{{"what", "id", "field", "base", "ours", "theirs"}};
    for (const Conflict& conflict : merged.conflicts) {
        const ConflictTexts texts = conflictTexts(conflict);
        table.rows.push_back({conflict.what, conflict.row, conflict.field, shortCell(texts.base), shortCell(texts.ours),
                              shortCell(texts.theirs)});
    }
    std::string text = merged.conflicts.empty() ? "no conflicts\n" : tableText(table);
    for (const std::string& line : merged.settled)
        text += line + "\n";
    return text;
}

/// The project, or an empty one of the same id as `ours` when git has no common ancestor.
Result<OpenedProject> openBase(const std::string& path, const Document& ours) {
    const Result<std::string> bytes = readFile(path, 1);
    if (!bytes || !bytes->empty())
        return openProject(path);
    OpenedProject none;
    none.document.project.id = ours.project.id;
    return none;
}

bool sameFile(const std::string& a, const std::string& b) {
    std::error_code ignored;
    return std::filesystem::equivalent(a, b, ignored);
}

Result<Outcome> run(const Arguments& arguments) {
    const std::vector<std::string>& paths = arguments.operands;
    const std::optional<std::string> out = arguments.value("--out");
    if (!out)
        return Error(ErrorCode::usageMissing, "assay merge", {"--out FILE"});
    const Result<OpenedProject> ours = openProject(paths[1]);
    if (!ours)
        return ours.error();
    const Result<OpenedProject> theirs = openProject(paths[2]);
    if (!theirs)
        return theirs.error();
    const Result<OpenedProject> base = openBase(paths[0], ours->document);
    if (!base)
        return base.error();
    const Result<Merged> merged = merge(base->document, ours->document, theirs->document);
    if (!merged)
        return merged.error();
    // Version control keeps what it gave us; any other file that is replaced stays as its .bak.
    const bool isInput =
        std::any_of(paths.begin(), paths.end(), [&](const auto& path) { return sameFile(path, *out); });
    const Result<std::string> saved =
        saveProject(merged->document, *out, {}, isInput ? Backup::none : Backup::keepPrevious);
    if (!saved)
        return saved.error();
    return Outcome{arguments.has("--json") ? mergedJson(*merged) : mergedText(*merged),
                   merged->conflicts.empty() ? 0 : 1};
}

} // namespace

Command mergeCommand() {
    return {"merge",
            {"BASE", "OURS", "THEIRS"},
            "merge two versions of a project by their common ancestor",
            {{"--out", "FILE", "where the merged project goes, conflicts and all"}, {"--json", "", "print JSON"}},
            run};
}

} // namespace assay

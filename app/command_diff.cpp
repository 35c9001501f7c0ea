// assay diff: what changed between two projects, in the analyst's words. Status 1 when anything did.
#include "app/commands.h"
#include "app/json.h"
#include "app/project.h"
#include "app/table.h"
#include "core/document/diff.h"

namespace assay {
namespace {

std::string changesJson(const std::vector<Change>& changes) {
    JsonArray rows;
    for (const Change& change : changes)
        rows.push_back(JsonValue(JsonObject{jsonText("kind", change.kind), jsonText("what", change.what),
                                            jsonText("id", change.id), jsonText("field", change.field),
                                            jsonText("before", change.before), jsonText("after", change.after)}));
    return jsonDocument({jsonList("changes", std::move(rows))});
}

std::string changesText(const std::vector<Change>& changes) {
    Table table{{"change", "what", "id", "field", "before", "after"}};
    for (const Change& change : changes)
        table.rows.push_back(
            {change.kind, change.what, change.id, change.field, shortCell(change.before), shortCell(change.after)});
    return changes.empty() ? "no differences\n" : tableText(table);
}

Result<Outcome> run(const Arguments& arguments) {
    const Result<OpenedProject> before = openProject(arguments.operands[0]);
    if (!before)
        return before.error();
    const Result<OpenedProject> after = openProject(arguments.operands[1]);
    if (!after)
        return after.error();
    const std::vector<Change> changes = diff(before->document, after->document);
    return Outcome{arguments.has("--json") ? changesJson(changes) : changesText(changes), changes.empty() ? 0 : 1};
}

} // namespace

Command diffCommand() {
    return {"diff", {"A", "B"}, "list what changed from project A to project B", {{"--json", "", "print JSON"}}, run};
}

} // namespace assay

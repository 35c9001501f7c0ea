// assay check: every finding over a project. Status 1 when one is an error or a conflict.
#include "app/commands.h"
#include "app/json.h"
#include "app/project.h"
#include "app/table.h"
#include "core/document/check.h"
#include "core/document/check_runs.h"
#include "core/document/words.h"

#include <algorithm>

namespace assay {
namespace {

std::string findingsJson(const std::vector<Finding>& findings) {
    JsonArray rows;
    for (const Finding& finding : findings) {
        JsonArray claims;
        for (const ClaimId& claim : finding.claims)
            claims.push_back(JsonValue(claim.value));
        rows.push_back(JsonValue(
            JsonObject{jsonText("id", finding.id.value), jsonText("kind", std::string(findingKindText(finding.kind))),
                       jsonText("verdict", std::string(verdictText(finding.verdict))),
                       jsonText("status", std::string(wordOf(finding.status))), jsonList("claims", std::move(claims)),
                       jsonText("reason", finding.reason), jsonText("note", finding.note)}));
    }
    return jsonDocument({jsonList("findings", std::move(rows))});
}

std::string findingsText(const std::vector<Finding>& findings) {
    Table table{{"verdict", "kind", "claims", "status", "reason"}};
    for (const Finding& finding : findings) {
        std::string claims;
        for (const ClaimId& claim : finding.claims)
            claims += (claims.empty() ? "" : " ") + claim.value;
        table.rows.push_back({std::string(verdictText(finding.verdict)), std::string(findingKindText(finding.kind)),
                              claims, std::string(wordOf(finding.status)), finding.reason});
    }
    return findings.empty() ? "no findings\n" : tableText(table);
}

Result<Outcome> run(const Arguments& arguments) {
    const Result<OpenedProject> opened = openProject(arguments.operands[0]);
    if (!opened)
        return opened.error();
    std::vector<Finding> findings = check(opened->document);
    for (Finding& finding : decided(opened->document, findingsOfRuns(opened->document)))
        findings.push_back(std::move(finding));
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding& a, const Finding& b) { return a.verdict < b.verdict; });
    const bool isWrong = std::any_of(findings.begin(), findings.end(), isAlarm);
    return Outcome{arguments.has("--json") ? findingsJson(findings) : findingsText(findings), isWrong ? 1 : 0,
                   openingNotes(*opened, arguments.operands[0])};
}

} // namespace

Command checkCommand() {
    return {"check",
            {"PROJECT"},
            "list conflicts, slips, impossible values, lost anchors and failed assertions",
            {{"--json", "", "print JSON"}},
            run};
}

} // namespace assay

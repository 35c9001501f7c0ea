// All findings over a document: the rules over claims, lost anchors, and evidence used before it was published.
#include "core/document/check.h"

#include "core/base/iso_date.h"
#include "core/claims/rules.h"
#include "core/document/check_catalogue.h"
#include "core/document/check_derivations.h"
#include "core/document/check_grades.h"
#include "core/document/new_version.h"
#include "core/source/anchor.h"

#include <algorithm>

namespace assay {

namespace {

std::vector<Finding> lostAnchors(const Evidence& evidence) {
    std::vector<Finding> findings;
    for (const Row<Claim>& claim : evidence.claims)
        for (const Mention& mention : claim->mentions) {
            const Source* source = find(evidence.sources, mention.anchor.source);
            if (source && isAnchored(*source, mention.anchor))
                continue;
            const std::string place = source ? source->title : mention.anchor.source.value;
            findings.push_back(makeFinding("anchor " + mention.id.value, FindingKind::anchor, Verdict::note, {&*claim},
                                           "The words \"" + mention.anchor.quote + "\" do not stand at their place in "
                                               + place + " any more: find them again before relying on the claim."));
        }
    return findings;
}

/// When the earliest source of a claim came out; empty when that is not known.
std::string firstPublished(const Evidence& evidence, const Claim& claim) {
    std::string first;
    for (const Mention& mention : claim.mentions)
        if (const Source* source = find(evidence.sources, mention.anchor.source); source && !source->published.empty())
            first = first.empty() ? source->published : std::min(first, source->published);
    return first;
}

/// Inputs of a scenario that stand on claims published after the scenario's own date: hindsight, unless it is said.
std::vector<Finding> hindsight(const Evidence& evidence, const Rows<Scenario>& scenarios) {
    std::vector<Finding> findings;
    for (const Row<Scenario>& scenario : scenarios) {
        if (scenario->asOf.empty())
            continue;
        for (const ScenarioInput& input : scenario->inputs)
            for (const ClaimId& id : input.basis.claims) {
                const Claim* claim = findClaim(evidence, id);
                if (claim == nullptr)
                    continue;
                const std::string published = firstPublished(evidence, *claim);
                if (published.empty() || !isLater(published, scenario->asOf))
                    continue;
                findings.push_back(makeFinding("hindsight " + scenario->id.value + " " + input.input.value,
                                               FindingKind::date, Verdict::note, {claim},
                                               "Scenario \"" + scenario->title + "\" goes by what was known on "
                                                   + scenario->asOf + ", but its input " + input.input.value
                                                   + " stands on " + wordsAndPlace(evidence, *claim) + ", published "
                                                   + published + "."));
            }
    }
    return findings;
}

/// Inputs that stand on a claim which was deleted: the value typed beside it is what is used.
std::vector<Finding> lostBases(const Document& document) {
    std::vector<Finding> findings;
    for (const Row<Scenario>& scenario : document.scenarios)
        for (const ScenarioInput& input : scenario->inputs)
            for (const std::string& lost : input.basis.lost)
                findings.push_back(makeFinding("basis " + scenario->id.value + " " + input.input.value + " " + lost,
                                               FindingKind::anchor, Verdict::note, {},
                                               "Scenario \"" + scenario->title + "\", input " + input.input.value
                                                   + ": the claim it stands on was deleted, which read " + lost
                                                   + "; its value " + input.text + " is still used."));
    return findings;
}

void append(std::vector<Finding>& all, std::vector<Finding> more) {
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

} // namespace

std::vector<Finding> decided(const Document& document, std::vector<Finding> findings) {
    for (Finding& finding : findings)
        if (const Decision* decision = find(document.decisions, finding.id)) {
            finding.status = decision->reason == finding.reason ? decision->status : FindingStatus::open;
            finding.note = decision->note;
        }
    return findings;
}

std::vector<Finding> check(const Document& document) {
    Evidence evidence =
        gatherEvidence(document.sources, document.speakers, document.attributes, document.claims, document.links);
    evidence.catalogs = Catalogs(document.catalogueRows);
    std::vector<Finding> findings;
    for (const ClaimRule& rule : claimRules())
        append(findings, rule.find(evidence));
    append(findings, findDerived(evidence, document));
    append(findings, unfoundedGrades(evidence, document));
    append(findings, lostAnchors(evidence));
    for (LeftMention& left : leftMentions(document))
        findings.push_back(std::move(left.finding));
    append(findings, catalogueFindings(document));
    append(findings, hindsight(evidence, document.scenarios));
    append(findings, lostBases(document));
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding& a, const Finding& b) { return a.verdict < b.verdict; });
    return decided(document, std::move(findings));
}

} // namespace assay

// Scenarios are run once each, with what feeds them.
#include "core/document/check_runs.h"

#include "core/claims/evidence.h"
#include "core/document/check_assertions.h"
#include "core/document/edit_override.h"
#include "core/scenario/run_in_order.h"
#include "core/scenario/run_order.h"

#include <algorithm>
#include <iterator>

namespace assay {
namespace {

std::vector<ScenarioId> scenariosToCheck(const Document& document) {
    std::vector<ScenarioId> wanted;
    const auto want = [&](const ScenarioId& id) {
        if (std::find(wanted.begin(), wanted.end(), id) == wanted.end())
            wanted.push_back(id);
    };
    for (const Row<Assertion>& assertion : document.assertions)
        want(assertion->scenario);
    for (const Row<Override>& own : document.overrides)
        want(own->scenario);
    return wanted;
}

std::string reasonOf(const Document& document, const Override& own, const Claim& claim, Place now) {
    const Scenario* scenario = find(document.scenarios, own.scenario);
    return "The verdict on " + claim.id.value + (claim.quantity ? " (" + claim.quantity->text + ")" : "") + " against "
           + (scenario ? scenario->title : own.scenario.value) + " is the analyst's, "
           + std::string(placeTitle(own.verdict)) + " (" + own.reason + "); it was made when "
           + std::string(placeTitle(own.computed)) + " was computed, and now " + std::string(placeTitle(now))
           + " is: look at it again.";
}

} // namespace

bool needsNoRuns(const Document& document) { return document.assertions.empty() && document.overrides.empty(); }

std::vector<RunPtr> runsToCheck(const Document& document, const std::stop_token& stop) {
    const Result<std::vector<ScenarioId>> order = runOrder(document.scenarios, scenariosToCheck(document));
    if (!order)
        return {};
    std::vector<Runnable> scenarios;
    for (const ScenarioId& id : *order) {
        const Scenario* scenario = find(document.scenarios, id);
        if (const Model* model = find(document.models, scenario->model))
            scenarios.push_back({model, scenario, scenario->samples});
    }
    RunOptions options;
    options.seed = document.project.seed;
    options.samples = 1; // each has its own
    std::vector<RunPtr> runs;
    for (Result<RunPtr>& answer : runInOrder(scenarios, options, OnError::goOn, stop))
        if (answer)
            runs.push_back(std::move(*answer));
    return runs;
}

std::vector<Finding> overrideFindings(const Document& document, std::span<const RunPtr> runs) {
    std::vector<Finding> findings;
    for (const Row<Override>& own : document.overrides) {
        const auto run =
            std::find_if(runs.begin(), runs.end(), [&](const RunPtr& one) { return one->scenario == own->scenario; });
        if (run == runs.end())
            continue;
        const Result<Place> now = computedPlace(document, *run, own->claim);
        const Claim* claim = find(document.claims, own->claim);
        if (now && claim && *now != own->computed)
            findings.push_back(makeFinding("override " + own->id.value, FindingKind::assertion, Verdict::note, {claim},
                                           reasonOf(document, *own, *claim, *now)));
    }
    return findings;
}

std::vector<Finding> findingsOfRuns(const Document& document, const std::stop_token& stop) {
    if (needsNoRuns(document))
        return {};
    const std::vector<RunPtr> runs = runsToCheck(document, stop);
    std::vector<Finding> findings = assertionFindings(document, checkAssertions(document, runs, stop));
    std::vector<Finding> ofOverrides = overrideFindings(document, runs);
    std::move(ofOverrides.begin(), ofOverrides.end(), std::back_inserter(findings));
    return findings;
}

} // namespace assay

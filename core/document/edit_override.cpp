// A cell is found by its scenario and claims, never by the override's id.
#include "core/document/edit_override.h"

#include "core/document/edit.h"
#include "core/document/edit_rows.h"
#include "core/scenario/consistency.h"

#include <algorithm>
#include <span>

namespace assay {
namespace {

bool isOf(const Override& own, const MatrixPlace& cell) {
    return own.scenario == cell.scenario
           && std::find(cell.claims.begin(), cell.claims.end(), own.claim) != cell.claims.end();
}

/// "SCENARIO/CLAIM", or with the first number that is free.
OverrideId freeId(const Document& document, const ScenarioId& scenario, const ClaimId& claim) {
    const std::string first = scenario.value + "/" + claim.value;
    OverrideId id{first};
    for (int n = 2; find(document.overrides, id) != nullptr; ++n)
        id.value = first + "-" + std::to_string(n);
    return id;
}

Result<> checkCell(const Document& document, const MatrixPlace& cell, const OwnVerdict& own) {
    if (cell.claims.empty())
        return Error(ErrorCode::nothingSelected);
    if (find(document.scenarios, cell.scenario) == nullptr)
        return Error(ErrorCode::idUnknown, cell.scenario.value, {"scenario", cell.scenario.value});
    for (const ClaimId& claim : cell.claims)
        if (find(document.claims, claim) == nullptr)
            return Error(ErrorCode::idUnknown, claim.value, {"claim", claim.value});
    if (own.reason.find_first_not_of(" \t\n\r") == std::string::npos)
        return Error(ErrorCode::fieldMissing, cell.scenario.value, {"reason"});
    if (own.verdict == own.computed)
        return Error(ErrorCode::fieldValue, cell.scenario.value,
                     {"verdict", std::string(placeText(own.verdict)), "another verdict than the computed one"});
    return {};
}

} // namespace

const Override* findOverride(const Rows<Override>& overrides, const ScenarioId& scenario, const ClaimId& claim) {
    for (const Row<Override>& own : overrides)
        if (own->scenario == scenario && own->claim == claim)
            return &*own;
    return nullptr;
}

Result<Document> setOverride(const Document& document, const MatrixPlace& cell, const OwnVerdict& own) {
    if (const Result<> sound = checkCell(document, cell, own); !sound)
        return sound.error();
    Result<Document> next = document;
    for (const ClaimId& claim : cell.claims) {
        const Override* old = findOverride(document.overrides, cell.scenario, claim);
        Override row = old ? *old : Override{freeId(*next, cell.scenario, claim), cell.scenario, claim, {}, {}, {}, {}};
        row.verdict = own.verdict;
        row.computed = own.computed;
        row.reason = own.reason;
        std::erase_if(next->overrides, [&](const Row<Override>& each) { // a second one that a merge left
            return each->id != row.id && each->scenario == cell.scenario && each->claim == claim;
        });
        next = old ? setRow(std::move(*next), &Document::overrides, "override", std::move(row))
                   : addRow(std::move(*next), &Document::overrides, "override", std::move(row));
        if (!next)
            return next;
    }
    return next;
}

Result<Document> removeOverride(const Document& document, const MatrixPlace& cell) {
    Document next = document;
    if (std::erase_if(next.overrides, [&](const Row<Override>& own) { return isOf(*own, cell); }) == 0)
        return Error(ErrorCode::idUnknown, cell.scenario.value, {"override", cell.scenario.value});
    return checked(std::move(next));
}

Result<Place> computedPlace(const Document& document, const RunPtr& run, const ClaimId& id) {
    const Scenario* scenario = run ? find(document.scenarios, run->scenario) : nullptr;
    const Claim* claim = find(document.claims, id);
    if (scenario == nullptr || claim == nullptr)
        return Error(ErrorCode::idUnknown, id.value, {scenario ? "claim" : "scenario", id.value});
    Rows<Claim> claims{Row<Claim>(*claim)}; // and those that say what the scenario is about
    for (const ScenarioInput& input : scenario->inputs)
        for (const ClaimId& below : input.basis.claims)
            if (const Claim* other = find(document.claims, below); other && below != id)
                claims.push_back(Row<Claim>(*other));
    const Evidence evidence =
        gatherEvidence({}, {}, document.attributes, std::move(claims), {}); // who said it does not move it
    for (const ClaimPlace& place : compareClaims(evidence, {Row<Scenario>(*scenario)}, std::span(&run, 1)))
        if (place.claim == id)
            return place.place;
    return Place::notComparable;
}

} // namespace assay

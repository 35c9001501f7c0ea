// Consistency: every claim against every scenario that has an output of the claim's attribute, unit and kind: where the
// claim lies in the scenario's distribution, and which input would have to move for it to hold. Knows no chart.
#pragma once

#include "core/claims/evidence.h"
#include "core/scenario/place.h"
#include "core/scenario/run.h"
#include "core/scenario/scenario.h"

#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace assay {

/// Cut-offs of the verdicts, shares of a scenario's samples. (engine: "Scenarios side by side, consistency matrix")
inline constexpr double insideShare = 0.25; ///< inside: the claim's set meets P25..P75
inline constexpr double tailShare = 0.01;   ///< tail: it meets the rest of P1..P99, the ends of ICD 203's scale
/// A bound, or a range wider than tenfold, that holds at least this share of the samples says little.
inline constexpr double weakCoverage = 0.95;
inline constexpr double weakRatio = 10;

struct ClaimPlace {
    ScenarioId scenario;
    ClaimId claim;
    VariableId output; ///< empty when the scenario has none of the claim's attribute
    Place place = Place::notComparable;
    double percentile = 0; ///< share of samples at or below the claim's value, or its end nearest the median
    double coverage = 0;   ///< share of samples inside the claim's set
    VariableId driver;     ///< the input that moves most when the claim is assumed to hold; empty: none does
    bool isWeak = false;   ///< a bound, or a wide range, that says little
    std::string reason;    ///< not comparable: why, one clause in English (data, like a finding's reason)
};

/// Claims with a value in document order, for each the scenarios that have a run, in theirs. Unfinished when stop is
/// requested.
std::vector<ClaimPlace> compareClaims(const Evidence& evidence, const Rows<Scenario>& scenarios,
                                      std::span<const RunPtr> runs, const std::stop_token& stop = {});

/// Claims by who said them first, so that one originator counts once: claims of one attribute whose chains and links
/// lead back to the same speakers, in order of first appearance.
std::vector<std::vector<ClaimId>> claimsByOriginator(const Evidence& evidence, const std::vector<ClaimId>& claims);

} // namespace assay

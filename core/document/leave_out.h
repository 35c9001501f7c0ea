// Leaving one claim out: what an output would be if one of the claims below a scenario's inputs did not exist. All
// draws stay what they are, so that what moves is the claim's doing. Changes no document.
#pragma once

#include "core/document/document.h"
#include "core/scenario/left_out.h"
#include "core/scenario/simulate.h"

#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace assay {

/// Samples of these runs: what a hand does not wait for; the first of the scenario's own. (design: "The engine")
inline constexpr std::uint64_t leaveOutSamples = 65536;

struct Without {
    ClaimId claim;
    std::vector<VariableId> inputs; ///< that stand on it
    Instead instead = Instead::others;
    std::string text; ///< of the first of them, without the claim
    Scenario scenario;
};

/// The scenario without each of its claims, in the order of its inputs, each claim once.
std::vector<Without> scenariosWithout(const Document& document, const Scenario& scenario);

/// Claims below the scenarios that feed this one count too: those run again without the claim, and what they feed.
/// Columns that a claim does not reach are drawn once. A claim without which the scenario can't be run is left out of
/// the list. `upstream` as in simulate. Errors: idUnknown, outputUnknown, simulate's, cancelled.
Result<LeaveOneOut> leaveOneOut(const Document& document, const ScenarioId& scenario, const VariableId& output,
                                RunOptions options, std::span<const RunPtr> upstream, const std::stop_token& stop = {});

} // namespace assay

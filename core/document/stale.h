// Stale: inputs whose basis is not what it was when they were taken from it, and the outputs that stand on such inputs.
// It changes nothing and says what became of what.
#pragma once

#include "core/document/document.h"

#include <optional>
#include <string>
#include <vector>

namespace assay {

enum class StaleReason {
    claimChanged,  ///< the claim says another thing than when it was taken
    claimDeleted,  ///< the claim is gone: the value is still its own
    numberChanged, ///< a newer version of the source has another number at the claim's words
    wordsGone,     ///< a newer version of the source has the claim's words no more
    rowChanged,    ///< a row of the project says another number than was taken from it
    rowGone,       ///< the catalogues have no such row: the value is kept
};

struct StaleInput {
    ScenarioId scenario;
    VariableId input;
    StaleReason reason = StaleReason::claimChanged;
    std::optional<ClaimId> claim; ///< none: it is deleted, or the basis is a row
    std::string was;              ///< as it read: "2,788,000 H800*h", "p2: \"$3-4\"", "gpus/h900"
    std::string now;              ///< what stands there now; empty: nothing
    bool operator==(const StaleInput&) const = default;
};

/// By scenario; in each by input, then what rows of the project say. A newer version that the analyst has accepted or
/// dismissed for the mention is settled.
std::vector<StaleInput> staleInputs(const Document& document);

struct StaleOutput {
    ScenarioId scenario;
    VariableId output;
    std::vector<VariableId> inputs; ///< the stale ones it stands on, those that take a stale output too
    bool operator==(const StaleOutput&) const = default;
};

/// Every output that such inputs reach, through other scenarios too.
std::vector<StaleOutput> staleOutputs(const Document& document, const std::vector<StaleInput>& inputs);

/// Scenarios with such an input or output, in document order.
std::vector<ScenarioId> staleScenarios(const Document& document, const std::vector<StaleInput>& inputs,
                                       const std::vector<StaleOutput>& outputs);
std::vector<ScenarioId> staleScenarios(const Document& document);

} // namespace assay

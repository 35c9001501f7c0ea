// Which claim to check next: the claims below a scenario's inputs by how much of an output's spread, or of the doubt
// whether it lies above a threshold, each one's input carries. From the samples of a run alone.
#pragma once

#include "core/document/document.h"
#include "core/scenario/run.h"

#include <optional>
#include <vector>

namespace assay {

struct NextCheck {
    ClaimId claim;
    std::vector<VariableId> inputs; ///< uncertain ones that stand on it
    /// First-order index of those inputs, 0..1: by how much the output's variance falls, on average, once they are
    /// known (I. Sobol 1993). 0: its number is taken as exact.
    double ofSpread = 0;
    double ofDoubt = 0; ///< the same of "the output lies above the threshold"; 0 when none was given
    double share = 0;   ///< of the input's mixture; 1 when it is the only claim
};

/// The one that carries most first: of the doubt where there is a threshold (declared unit of the output), else of the
/// spread; of one input's claims the weightier first.
std::vector<NextCheck> checkNext(const Document& document, const Scenario& scenario, const Run& run,
                                 const VariableId& output, const std::optional<double>& threshold = std::nullopt);

} // namespace assay

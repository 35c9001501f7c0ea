// The smallest joint change: of all combinations of the uncertain inputs that give an output a target value, the one
// nearest to all medians, each input measured in units of its own spread: the design point of the first-order
// reliability method (A. M. Hasofer and N. C. Lind 1974, Journal of the Engineering Mechanics Division 100; transformed
// to normal space as in R. Rackwitz and B. Fiessler 1978, Computers & Structures 9).
#pragma once

#include "core/scenario/simulate.h"

#include <string>
#include <vector>

namespace assay {

struct MovedInput {
    VariableId input;
    std::string title;
    std::string unit;
    double from = 0; ///< its median, declared unit
    double to = 0;
    double spreads = 0; ///< normal quantile of `to`: 1.645 is its P95
    double share = 0;   ///< of its distribution at or below `to`
};

struct NearestPoint {
    VariableId output;
    std::string title;
    std::string unit;
    double atMedians = 0; ///< the output with every input at its median, declared unit
    double target = 0;
    double distance = 0;            ///< of all moves together: the reliability index, >= 0
    std::vector<MovedInput> inputs; ///< the one that moves most first
    std::vector<VariableId> held;   ///< without a shape: at their middle
};

/// target in the output's declared unit. Errors: those of simulate, outputUnknown, targetOutOfReach (no combination
/// within 8 spreads was found; the range is that of the samples), cancelled.
Result<NearestPoint> nearestPoint(const Model& model, const Scenario& scenario, const VariableId& output, double target,
                                  const RunOptions& options, std::span<const RunPtr> upstream,
                                  const std::stop_token& stop = {});

} // namespace assay

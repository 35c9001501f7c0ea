// Solve: which fixed value of an input makes a statistic of an output hit a target. All other draws stay what they are,
// so that the statistic is a repeatable function of one number.
#pragma once

#include "core/scenario/simulate.h"
#include "core/scenario/statistic.h"

#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace assay {

struct SolveQuestion {
    VariableId input;
    VariableId output;
    Statistic statistic = Statistic::p50;
    double target = 0; ///< in the output's declared unit
};

struct Solution {
    VariableId input;
    std::string unit;            ///< the input's declared unit, chip bound; of value, looked and others
    std::optional<double> value; ///< none: the target is out of reach
    ValueRange reachable;        ///< least and most of the statistic met, in the output's declared unit
    std::string reachableUnit;
    ValueRange looked;          ///< where was looked
    std::vector<double> others; ///< further values that hit the target, ascending
};

/// Looks between the model's min and max of the input, or between P0.1 and P99.9 of its distribution where the model
/// gives no ends; of several roots the one nearest the input's median is the value. Errors: those of simulate,
/// inputUnknown, outputUnknown, rangeUnknown (neither ends nor a distribution), cancelled.
Result<Solution> solve(const Model& model, const Scenario& scenario, const SolveQuestion& question,
                       const RunOptions& options, std::span<const RunPtr> upstream, const std::stop_token& stop = {});

} // namespace assay

// Explain: the medians of all formulas on the way to an output, and how far its median moves when one input is a tenth
// lower or higher. On the scenario's own draws; knows no words.
#pragma once

#include "core/scenario/simulate.h"

#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace assay {

inline constexpr std::uint64_t explainSamples = 16384; ///< the first of the scenario's own; medians to some 0.2 %
inline constexpr double tenth = 0.1;

struct MedianOf {
    VariableId id;
    std::string unit; ///< declared, chip bound
    double median = 0;
};

struct TenthEffect {
    VariableId input;
    double down = 0; ///< median of the output with all values of the input a tenth lower; declared unit
    double up = 0;   ///< and a tenth higher
};

struct Explained {
    std::vector<MedianOf> formulas; ///< behind the output, its own first
    std::vector<MedianOf> inputs;   ///< in the order of `behind`
    std::vector<TenthEffect> effects;
};

/// Values stay within the model's min and max. Errors: those of simulate, outputUnknown, cancelled.
Result<Explained> explain(const Model& model, const Scenario& scenario, const VariableId& output,
                          const RunOptions& options, std::span<const RunPtr> upstream,
                          const std::stop_token& stop = {});

} // namespace assay

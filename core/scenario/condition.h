// Condition: "assume this claim holds". Every sample gets a weight, the likelihood of the claim at its output; samples
// are neither thrown away nor drawn again.
#pragma once

#include "core/base/result.h"
#include "core/scenario/run.h"

#include <span>
#include <string>
#include <vector>

namespace assay {

/// Fewer effective samples than this say nothing. (engine: "Condition")
inline constexpr double leastEffectiveSamples = 200;

/// A variable under the claim, in its declared unit.
struct GivenSummary {
    VariableId id;
    std::string title;
    std::string unit;
    double mean = 0, p5 = 0, p50 = 0, p95 = 0;
};

struct Given {
    VariableId output;
    std::string text;
    double effectiveSamples = 0;       ///< (sum w)^2 / sum w^2
    std::vector<GivenSummary> inputs;  ///< the uncertain ones, in the model's order
    std::vector<GivenSummary> outputs; ///< in the model's `outputs` order
};

/// The weight of each sample, 0 where the output was flagged. `text` is TEXT, or a claim as it is written: a range, a
/// number (with the set its digits stand for), "~2.8M", ">3M" are 1 inside and 0 outside; a distribution is its
/// density. Errors: those of readInput, inputUnit, inputNeedsInterval for single values without a width.
Result<std::vector<double>> claimWeights(const OutputSummary& output, const std::string& text);

double effectiveSamples(std::span<const double> weights);

/// Quantile q of values with weights: linear interpolation between values in order, each at its share of the weight
/// before it over all but its own; with equal weights the percentile of a run's summaries. NaN values and weights of 0
/// stay out.
double weightedPercentile(std::span<const double> values, std::span<const double> weights, double q);

/// Errors: those of claimWeights, outputUnknown, tooFewSamples.
Result<Given> condition(const Run& run, const VariableId& output, const std::string& text);

} // namespace assay

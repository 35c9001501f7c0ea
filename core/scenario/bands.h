// Bands: what a run says when some inputs are intervals without a shape. No distribution is invented for them: every
// output lies between two cumulative curves, and each of its statistics within a range. (engine: "Intervals and
// p-boxes")
#pragma once

#include "core/scenario/run.h"
#include "core/scenario/samples.h"

#include <span>
#include <stop_token>

namespace assay {

inline constexpr std::size_t mostIntervals = 2; ///< a scenario
inline constexpr std::size_t outerPoints = 64;  ///< over the intervals where a formula is not known to be monotone
inline constexpr std::uint64_t innerSamples = 1U << 14; ///< at each of these points, the first of the run's own
inline constexpr std::size_t bandQuantiles = 200;       ///< of each bounding curve

/// Inputs that are intervals, by their places in the model. Error: tooManyIntervals.
Result<std::vector<std::size_t>> intervalInputs(const Binding& binding, const ScenarioId& scenario);

/// Fills in the bands of a run that is done: its inputs' columns are drawn already and its intervals are at their
/// middle. Where an output only rises or only falls in every interval, the ends give the exact bounds from all samples.
/// Unfinished when stop is requested.
void addBands(Run& run, const Prepared& prepared, const std::vector<Column>& inputs,
              std::span<const std::size_t> intervals, int threads, const std::stop_token& stop);

/// Share of samples above a threshold (declared unit) at its least and at its most, from the bounding curves.
ValueRange exceedanceBand(const Band& band, double threshold);

} // namespace assay

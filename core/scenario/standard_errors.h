// Standard errors by 8 independent scrambles: the spread of a statistic over 8 runs of the size of the shown one. That
// one is not among them, or it would widen its own error: measured, its interval then covers the truth in 98.7 % of
// runs instead of 95 %. Not sd / sqrt(n), which is wrong for Sobol points. Knows no units but each output's own.
#pragma once

#include "core/scenario/run.h"
#include "core/scenario/samples.h"
#include "core/scenario/simulate.h"

#include <functional>
#include <span>
#include <stop_token>

namespace assay {

inline constexpr std::uint32_t scrambles = 8; ///< Student's t has 7 degrees of freedom

/// Draws the scrambles one after the other, so that the memory of one more run is all they take, and shows each to
/// `look`. `drawn`: as for the shown run. False: stopped before the end.
bool drawScrambles(const Prepared& prepared, std::span<const Column> linked, DrawOptions drawn,
                   const std::stop_token& stop, const std::function<void(const SampleSet&)>& look);

/// The standard error of a statistic from its values over the scrambles.
double errorFrom(std::span<const double> overScrambles);

/// Samples taken from another run do not move with this one's scrambles, so that a spread over them would say too
/// little: then errors are not known.
bool areErrorsKnown(std::span<const Column> linked);

/// One for each output of the shown run, in its order. Unfinished when stop is requested.
std::vector<StandardErrors> standardErrors(std::span<const OutputSummary> shown, const Prepared& prepared,
                                           std::span<const Column> linked, const DrawOptions& drawn,
                                           const std::stop_token& stop);

/// Any number that is made of one output's samples in base units.
using SampleStatistic = std::function<double(std::span<const double>)>;

/// The standard error of such a number; NaN where errors are not known. Errors: prepare's, sampleCount, outputUnknown,
/// cancelled.
Result<double> standardErrorOf(const SampleStatistic& statistic, const VariableId& output, const Model& model,
                               const Scenario& scenario, const RunOptions& options, std::span<const RunPtr> upstream,
                               const std::stop_token& stop);

} // namespace assay

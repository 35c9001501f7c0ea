// Standard errors by 8 independent scrambles: the spread of a statistic over 8 runs of the size of the shown one. That
// one is not among them, or it would widen its own error: measured, its interval then covers the truth in 98.7 % of
// runs instead of 95 %. Not sd / sqrt(n), which is wrong for Sobol points. Knows no units but each output's own.
#pragma once

#include "core/scenario/run.h"
#include "core/scenario/samples.h"

#include <stop_token>

namespace assay {

inline constexpr std::uint32_t scrambles = 8; ///< Student's t has 7 degrees of freedom

/// One for each output of the shown run, in its order. Scrambles are drawn one after the other: the memory of one more
/// run is all it takes. `drawn`: as for the shown run. Unfinished when stop is requested.
std::vector<StandardErrors> standardErrors(std::span<const OutputSummary> shown, const Prepared& prepared,
                                           std::span<const Column> linked, DrawOptions drawn,
                                           const std::stop_token& stop);

} // namespace assay

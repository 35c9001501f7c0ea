// Standard errors by 8 independent scrambles: the spread of a statistic over the shown run and 7 more of its size. Not
// sd / sqrt(n), which is wrong for Sobol points. Knows no units but each output's own.
#pragma once

#include "core/scenario/run.h"
#include "core/scenario/samples.h"

#include <stop_token>

namespace assay {

inline constexpr std::uint32_t scrambles = 8; ///< the shown run and 7 more

/// One for each output of the shown run, in its order. Scrambles are drawn one after the other: the memory of one more
/// run is all it takes. `drawn`: as for the shown run. Unfinished when stop is requested.
std::vector<StandardErrors> standardErrors(std::span<const OutputSummary> shown, const Prepared& prepared,
                                           std::span<const Column> linked, DrawOptions drawn,
                                           const std::stop_token& stop);

} // namespace assay

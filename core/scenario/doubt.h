// Doubt: how much of the uncertainty whether an output lies above a threshold one input carries.
#pragma once

#include "core/scenario/run.h"

namespace assay {

/// First-order index of the indicator output > threshold (declared unit), 0..1: the variance of its conditional means
/// over groups of the input's ranks, over P (1 - P); bias-corrected like the other indices. Rests on the first 2^15
/// samples. 0 when the output lies on one side only, or the input is fixed.
double shareOfDoubt(const InputSummary& input, const OutputSummary& output, double threshold);

} // namespace assay

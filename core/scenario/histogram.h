// Where a histogram's bins begin and end. Knows no units.
#pragma once

#include "core/scenario/binned_column.h"

namespace assay {

/// Edges of 60 bins over all of the sample, or fewer where edges coincide. Equal widths between about P0.5 and P99.5
/// with one bin for each tail; equal ratios from the least to the most when all values are positive and P95 > 100 P5.
/// One bin when all values are equal; no edges when there are none.
std::vector<double> histogramEdges(const BinnedColumn& column);

} // namespace assay

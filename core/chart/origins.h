// Origins: what the words at a mark say of where its numbers come from: the formula behind an output, the claims and
// their sources behind an input.
#pragma once

#include "core/chart/chart.h"

namespace assay {

/// The spec with formula and claims added to the tips of data that stand on some.
ChartSpec withOrigins(ChartSpec spec, const ChartContext& context);

} // namespace assay

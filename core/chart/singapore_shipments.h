// The form of the Singapore quarters that sets what was billed there against what was shipped elsewhere.
#pragma once

#include "core/chart/chart.h"

namespace assay {

/// Of a scenario that quartersFit.
ChartSpec singaporeShipments(const ChartContext& context, const Scenario& scenario, const Run& run);

} // namespace assay

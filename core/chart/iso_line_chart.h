// The picture of an iso-line. Not in the registry: it answers a question that the document does not hold.
#pragma once

#include "core/chart/chart_spec.h"
#include "core/scenario/iso_line.h"

namespace assay {

/// The line over both inputs, with the place where they are now; of a target out of reach the place alone.
ChartSpec isoLineChart(const IsoLine& line, NumberScript numbers = NumberScript::letters);

} // namespace assay

// What charts of a document may look at. Chooses nothing: scenario, output, input and attribute stay open.
#pragma once

#include "core/chart/chart.h"
#include "core/document/document.h"

namespace assay {

/// The document's rows with the runs there are.
ChartContext chartContext(const Document& document, std::vector<RunPtr> runs);

} // namespace assay

// What stands above the line of a cost: its density, equal chances as dots, or the chance of more. For the chart of
// costs.
#pragma once

#include "core/chart/chart_spec.h"
#include "core/scenario/run.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

/// Above row y, whose marks begin at y + 0.1; empty for a fixed number.
std::vector<Mark> costShape(std::string_view form, const OutputSummary& output, std::span<const double> ascending,
                            const Axis& x, double y, const Ink& ink, int datum);

/// "each dot: 1 chance in 20": the end of the subtitle.
std::string costShapeWords(std::string_view form);

} // namespace assay

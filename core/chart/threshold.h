// A threshold across a chart of results: how often each result lies above it, counted from all samples.
#pragma once

#include "core/chart/chart_spec.h"
#include "core/scenario/run.h"

#include <optional>
#include <string>
#include <string_view>

namespace assay {

/// The value asked for with three digits, so that its label is exact; none when it lies off the axis.
std::optional<double> thresholdOn(const Axis& x, const std::optional<double>& asked);

/// "P(> $10M)": the name of the line and of the table's column.
std::string thresholdName(double threshold, std::string_view unit);
Rule thresholdRule(double threshold, std::string_view unit);

/// What takes hold of the line; `y`: the chart's other axis.
Handle thresholdHandle(double threshold, std::string_view unit, const Axis& y);

/// Chance (%) of more than the threshold (declared unit); of a band from its least to its greatest.
struct Exceeding {
    std::string text; ///< "34%", "> 99.9%", "12% to 40%"
    ValueRange percent;
};
Exceeding chanceAbove(const OutputSummary& output, double threshold);

/// The cell of chanceAbove; of a band without a single number.
Cell exceedingCell(const Exceeding& chance);

} // namespace assay

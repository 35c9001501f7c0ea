// How one output lies on a line: a density above it, the median and the 50 % and 90 % interval on it (a half-eye), and
// the words and cells that go with them. For builders of charts.
#pragma once

#include "core/chart/chart_spec.h"
#include "core/scenario/run.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

/// The density of ascending values, from `base` up to `base - height` (category axes go downwards) at the peak; ends on
/// the base. Empty for fewer than two distinct values.
std::vector<Point> densityShape(std::span<const double> ascending, const Axis& x, double base, double height);

/// The dot of the median between the intervals; dashed ranges where the output is a band.
std::vector<Mark> intervalMarks(const OutputSummary& output, double line, const Ink& ink, int datum,
                                Shape median = Shape::circle);

/// No more than the standard errors of all its percentiles and its mean support; as many as there are without them.
int supportedDigits(const OutputSummary& output);

/// "$9.0M ($5.3M–$15M)", or the ranges of a band.
std::string intervalWords(const OutputSummary& output);

/// intervalWords beside the marks of a line.
Label intervalLabel(const OutputSummary& output, double line, int datum);

/// name, median and mean, intervals, the standard error of the median: a line each.
std::string summaryTip(std::string_view name, const OutputSummary& output);

/// P5, P25, median, P75, P95, mean and standard deviation: the cells of a row of the table, and the heads above them.
std::vector<Cell> summaryCells(const OutputSummary& output);
std::vector<std::string> summaryColumns();

} // namespace assay

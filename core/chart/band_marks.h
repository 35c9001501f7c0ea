// How an output under interval inputs looks: ranges and two bounding curves, never a density. For builders of charts.
#pragma once

#include "core/chart/chart_spec.h"
#include "core/scenario/run.h"

#include <string>
#include <vector>

namespace assay {

/// The band of an output that depends on an interval input; null when there is none or it has no width.
const Band* bandOf(const OutputSummary& output);

/// From the least P5 to the greatest P95: what an axis must hold. Without a band P5 to P95.
ValueRange reachOf(const OutputSummary& output);

/// The marks of a row: thin from the least P5 to the greatest P95, a hollow bar over the range of the median.
std::vector<Mark> bandRow(const Band& band, double line, const Ink& ink, int datum);

/// The area between the two curves of the chance (%) of more than x, and the curves.
std::vector<Mark> bandCurves(const Band& band, const Axis& x, const Ink& ink, int datum);

/// "median $4.0M to $9.0M ($2.1M–$15M)": the range of the median, and the reach.
std::string bandText(const Band& band, std::string_view unit);

/// The ranges as further lines of a tip.
std::string bandTip(const Band& band, std::string_view unit);

/// The note below a chart that shows bands; empty when no output has one.
std::string bandNote(const std::vector<const OutputSummary*>& outputs);

} // namespace assay

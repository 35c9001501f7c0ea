// The chance of more than a value along an axis, from order statistics. For builders of charts.
#pragma once

#include "core/chart/chart_spec.h"
#include "core/scenario/run.h"

#include <span>
#include <vector>

namespace assay {

/// x ascending from end to end of the axis, y from 100 (%) down to 0; a step where the output is a fixed number.
std::vector<Point> chanceCurve(const OutputSummary& output, std::span<const double> ascending, const Axis& x);

/// As many values as wanted that stand for equal chances: the quantiles in the middle of each of them.
std::vector<double> equalChances(std::span<const double> ascending, int wanted);

} // namespace assay

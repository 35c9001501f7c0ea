// A range brushed on a chart: how often a result lies in it, counted from all samples, and the handles at its ends.
#pragma once

#include "core/chart/chart_spec.h"
#include "core/chart/threshold.h"

#include <optional>
#include <string>
#include <string_view>

namespace assay {

/// The range asked for within the axis, its ends with three digits; none when nothing of it is left.
std::optional<ValueRange> rangeOn(const Axis& axis, const std::optional<ValueRange>& asked);

/// Half way along the axis.
double middleOf(const Axis& axis, const ValueRange& range);

/// "P($5M to $10M)".
std::string rangeName(const ValueRange& range, std::string_view unit);

/// Says that the chart can be brushed along an axis; with a range also shades it and puts a handle at both ends.
void addBrush(ChartSpec& spec, Along along, const std::optional<ValueRange>& range, std::string_view unit);

/// Chance (%) of low < result <= high (declared unit); of a band from its least to its greatest.
Exceeding chanceBetween(const OutputSummary& output, const ValueRange& range);

} // namespace assay

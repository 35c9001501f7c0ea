// One output as a curve over GPU-hours: the chance of more, the chance of less, or its density. For the chart of hours.
#pragma once

#include "core/chart/chart_spec.h"
#include "core/scenario/run.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

enum class HoursForm { exceedance, cumulative, density };
HoursForm hoursFormOf(std::string_view form);

/// Chances from 0 to 100 %; of densities an axis without ticks, downwards from 0 to its foot at 1.
Axis hoursAxis(HoursForm form);
/// "Chance that the run took more than so many GPU-hours": how the subtitle begins.
std::string hoursWords(HoursForm form);

/// Points of the outline where every density has the same area; the tallest of a chart sets their common scale.
struct HoursDensity {
    std::vector<Point> outline; ///< y: density over the axis as it is drawn; empty for a fixed number
    double peak = 0;
};
HoursDensity hoursDensityOf(std::span<const double> ascending, const Axis& x);

/// A curve with its percentiles, and the point that its name stands at.
struct HoursMarks {
    std::vector<Mark> marks;
    std::vector<Point> curve;
    Point words;
};
HoursMarks hoursMarks(const OutputSummary& output, HoursForm form, const Axis& x, const SeriesLook& look, int datum,
                      double tallest);
/// Points of a curve of chances beside its middle, where words about it may stand too.
std::vector<Point> placesBeside(std::span<const Point> curve);
HoursMarks hoursBand(const Band& band, HoursForm form, const Axis& x, const Ink& ink, int datum);

/// y of a curve at x, between its points; that of its nearer end outside.
double heightAt(std::span<const Point> curve, double x);

} // namespace assay

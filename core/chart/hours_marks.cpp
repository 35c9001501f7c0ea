// Curves come from the first samples, percentiles from all.
#include "core/chart/hours_marks.h"

#include "core/chart/band_marks.h"
#include "core/chart/build.h"
#include "core/chart/builders.h"
#include "core/chart/chance_curve.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace assay {
namespace {

constexpr double densityRoom = 0.94; ///< of the plot's height, for the tallest
constexpr double bandLine = 0.86;    ///< where the ranges of a band lie among densities

double along(const Axis& x, double value) { return x.kind == AxisKind::log ? std::log10(value) : value; }

/// Chances of at most this: 100 % less those of more.
void turnOver(std::vector<Point>& points) {
    for (Point& point : points)
        point.y = 100 - point.y;
}

std::vector<Point> curveOf(const OutputSummary& output, HoursForm form, const Axis& x, double tallest) {
    const std::shared_ptr<const ShapeSample> shape = shapeSample(output);
    const std::vector<double>& ascending = shape->sorted;
    if (form != HoursForm::density) {
        std::vector<Point> curve = chanceCurve(output, ascending, x);
        if (form == HoursForm::cumulative)
            turnOver(curve);
        return curve;
    }
    std::vector<Point> curve = hoursDensityOf(ascending, x).outline;
    for (Point& point : curve)
        point.y = 1 - densityRoom * point.y / tallest;
    if (curve.empty()) // a fixed number: all of it at one place
        return {{output.p50, 1}, {output.p50, 1 - densityRoom}};
    curve.insert(curve.begin(), {curve.front().x, 1});
    curve.push_back({curve.back().x, 1});
    return curve;
}

void addDrops(HoursMarks& drawn, const OutputSummary& output, HoursForm form, const SeriesLook& look, int datum) {
    const double foot = form == HoursForm::density ? 1 : 0;
    const std::array<std::pair<double, double>, 3> drops{{{output.p5, 5}, {output.p50, 50}, {output.p95, 95}}};
    for (const auto& [value, percent] : drops) {
        if (percent != 50 && !(output.p5 < output.p95))
            continue;
        const double y = form == HoursForm::density      ? heightAt(drawn.curve, value)
                         : form == HoursForm::cumulative ? percent
                                                         : 100 - percent;
        if (output.p5 < output.p95)
            drawn.marks.push_back(
                Span{{value, y}, {value, foot}, look.ink, 1, Cap::none, Dash::dotted, Keep::detail, datum});
        const bool isMiddle = percent == 50;
        drawn.marks.push_back(Dot{{value, y}, look.ink, isMiddle ? 9.0 : 7.0, look.shape, Fill::solid, datum});
        if (isMiddle)
            drawn.words = {value, y};
    }
}

} // namespace

HoursForm hoursFormOf(std::string_view form) {
    return form == hoursDensity      ? HoursForm::density
           : form == hoursCumulative ? HoursForm::cumulative
                                     : HoursForm::exceedance;
}

Axis hoursAxis(HoursForm form) {
    if (form == HoursForm::density)
        return {AxisKind::category, {}, {}, 0, 1, {}};
    return {AxisKind::linear,
            form == HoursForm::cumulative ? "Chance of at most this" : "Chance of more than this",
            "%",
            0,
            100,
            {}};
}

std::string hoursWords(HoursForm form) {
    switch (form) {
    case HoursForm::density: return "How the GPU-hours of the run are spread, equal areas";
    case HoursForm::cumulative: return "Chance that the run took at most so many GPU-hours";
    case HoursForm::exceedance: break;
    }
    return "Chance that the run took more than so many GPU-hours";
}

HoursDensity hoursDensityOf(std::span<const double> ascending, const Axis& x) {
    HoursDensity density;
    density.outline = densityOutline(ascending, {x.low, x.high}, x.kind);
    double area = 0;
    for (std::size_t i = 1; i < density.outline.size(); ++i)
        area += (density.outline[i].y + density.outline[i - 1].y) / 2
                * (along(x, density.outline[i].x) - along(x, density.outline[i - 1].x));
    if (!(area > 0))
        return {};
    for (Point& point : density.outline) {
        point.y /= area;
        density.peak = std::max(density.peak, point.y);
    }
    return density;
}

HoursMarks hoursMarks(const OutputSummary& output, HoursForm form, const Axis& x, const SeriesLook& look, int datum,
                      double tallest) {
    HoursMarks drawn;
    drawn.curve = curveOf(output, form, x, tallest);
    if (form == HoursForm::density)
        drawn.marks.push_back(Area{drawn.curve, look.ink, 0.18, Keep::always, datum});
    drawn.marks.push_back(Curve{drawn.curve, look.ink, 2.4, look.dash, datum});
    addDrops(drawn, output, form, look, datum);
    return drawn;
}

HoursMarks hoursBand(const Band& band, HoursForm form, const Axis& x, const Ink& ink, int datum) {
    HoursMarks drawn;
    if (form == HoursForm::density) { // no distribution: no density, the ranges in its place
        drawn.marks = bandRow(band, bandLine, ink, datum);
        drawn.words = {band.p95.high, bandLine};
        return drawn;
    }
    drawn.marks = bandCurves(band, x, ink, datum);
    drawn.words = {band.p50.high, 50};
    if (form == HoursForm::cumulative)
        for (Mark& mark : drawn.marks) {
            if (auto* area = std::get_if<Area>(&mark))
                turnOver(area->points);
            if (auto* curve = std::get_if<Curve>(&mark))
                turnOver(curve->points);
        }
    return drawn;
}

std::vector<Point> placesBeside(std::span<const Point> curve) {
    std::vector<Point> places;
    for (const double percent : {70.0, 30.0, 85.0, 15.0})
        for (std::size_t i = 1; i < curve.size(); ++i) {
            const Point &a = curve[i - 1], &b = curve[i];
            if ((a.y - percent) * (b.y - percent) > 0 || a.y == b.y)
                continue;
            places.push_back({a.x + (b.x - a.x) * (percent - a.y) / (b.y - a.y), percent});
            break;
        }
    return places;
}

double heightAt(std::span<const Point> curve, double x) {
    for (std::size_t i = 1; i < curve.size(); ++i)
        if (curve[i - 1].x <= x && x <= curve[i].x) {
            const double width = curve[i].x - curve[i - 1].x;
            return width > 0 ? curve[i - 1].y + (curve[i].y - curve[i - 1].y) * (x - curve[i - 1].x) / width
                             : std::min(curve[i - 1].y, curve[i].y);
        }
    if (curve.empty())
        return 0;
    return x < curve.front().x ? curve.front().y : curve.back().y;
}

} // namespace assay

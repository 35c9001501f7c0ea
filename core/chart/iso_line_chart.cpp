// Axes on the inputs' own scales, the pieces of the line as curves, a dot where the medians are and one that was
// chosen.
#include "core/chart/iso_line_chart.h"

#include "core/chart/format.h"

#include <algorithm>
#include <cmath>

namespace assay {
namespace {

constexpr std::size_t pointsOfPiece = 24; // finer than a hand points

std::string nameOf(const IsoAxis& axis) { return axis.title.empty() ? axis.input.value : axis.title; }

std::string wordOf(Statistic statistic) {
    switch (statistic) {
    case Statistic::mean: return "mean";
    case Statistic::sd: return "standard deviation";
    case Statistic::p50: return "median";
    default: return "P" + std::string(statisticText(statistic)).substr(1);
    }
}

Axis axisOf(const IsoAxis& axis) {
    return {axis.scale == Scale::log ? AxisKind::log : AxisKind::linear,
            nameOf(axis),
            axis.unit,
            axis.range.low,
            axis.range.high,
            {}};
}

void addDatum(ChartSpec& spec, const IsoLine& line, const std::string& what, const Point& at) {
    const std::string x = tickQuantity(at.x, line.axes[0].unit, 3), y = tickQuantity(at.y, line.axes[1].unit, 3);
    Datum datum;
    datum.at = at;
    datum.tip = what + "\n" + nameOf(line.axes[0]) + " " + x + "\n" + nameOf(line.axes[1]) + " " + y;
    datum.cells = {{what, {}}, {x, at.x}, {y, at.y}};
    datum.ids.input = line.axes[0].input;
    spec.data.push_back(std::move(datum));
}

void addLine(ChartSpec& spec, const IsoLine& line, const std::string& target) {
    for (const auto& piece : line.pieces) {
        Curve curve{{}, {InkRole::series}, 2.4, Dash::solid, -1};
        for (const auto& [x, y] : piece)
            curve.points.push_back({x, y});
        if (curve.points.size() < 2)
            continue;
        const std::size_t steps = std::min(pointsOfPiece, curve.points.size() - 1);
        for (std::size_t i = 0; i <= steps; ++i)
            addDatum(spec, line, target, curve.points[i * (curve.points.size() - 1) / steps]);
        const Point middle = curve.points[curve.points.size() / 2];
        spec.marks.push_back(std::move(curve));
        spec.marks.push_back(
            Label{middle, {}, target, {InkRole::text}, Side::above, LabelStyle::pill, Keep::label, 6, -1});
    }
}

/// Where a value stands along its axis: 0 at the low end, 1 at the high end.
double partOf(const IsoAxis& axis, double value) {
    const auto scaled = [&](double each) { return axis.scale == Scale::log ? std::log(each) : each; };
    return (scaled(value) - scaled(axis.range.low)) / (scaled(axis.range.high) - scaled(axis.range.low));
}

void addChosen(ChartSpec& spec, const IsoPoint& chosen) {
    spec.marks.push_back(Dot{{chosen[0], chosen[1]}, {InkRole::text}, 11, Shape::circle, Fill::hollow, -1});
    spec.marks.push_back(Label{
        {chosen[0], chosen[1]}, {}, "chosen", {InkRole::text}, Side::left, LabelStyle::plain, Keep::detail, 8, -1});
}

} // namespace

std::optional<IsoPoint> nearestOnLine(const IsoLine& line) {
    std::optional<IsoPoint> nearest;
    double least = 0;
    for (const auto& piece : line.pieces)
        for (const IsoPoint& point : piece) {
            double distance = 0;
            for (std::size_t i = 0; i < 2; ++i) {
                const double apart = partOf(line.axes[i], point[i]) - partOf(line.axes[i], line.axes[i].now);
                distance += apart * apart;
            }
            if (!nearest || distance < least) {
                nearest = point;
                least = distance;
            }
        }
    return nearest;
}

std::optional<IsoPoint> isoPointAt(const ChartSpec& spec, int datum) {
    if (datum < 0 || datum + 1 >= static_cast<int>(spec.data.size()))
        return std::nullopt; // the last one is where the inputs are now
    const Point& at = spec.data[static_cast<std::size_t>(datum)].at;
    return IsoPoint{at.x, at.y};
}

ChartSpec isoLineChart(const IsoLine& line, NumberScript numbers, const std::optional<IsoPoint>& chosen) {
    const WritingIn script(numbers);
    ChartSpec spec;
    spec.numbers = numbers;
    spec.chart = "iso-line";
    spec.x = axisOf(line.axes[0]);
    spec.y = axisOf(line.axes[1]);
    const std::string what = wordOf(line.statistic) + " of " + lowered(line.output);
    const std::string target = tickQuantity(line.target, line.unit, 3), now = tickQuantity(line.now, line.unit, 3);
    spec.columns = {"What", nameOf(line.axes[0]), nameOf(line.axes[1])};
    addLine(spec, line, target);
    const Point here{line.axes[0].now, line.axes[1].now};
    spec.marks.push_back(
        Dot{here, {InkRole::text}, 10, Shape::diamond, Fill::solid, static_cast<int>(spec.data.size())});
    spec.marks.push_back(Label{here,
                               {},
                               "now " + now,
                               {InkRole::text},
                               Side::right,
                               LabelStyle::plain,
                               Keep::label,
                               8,
                               static_cast<int>(spec.data.size())});
    addDatum(spec, line, "now: " + now, here);
    if (chosen)
        addChosen(spec, *chosen);
    const std::string reach =
        tickQuantity(line.reachable.low, line.unit, 2) + " to " + tickQuantity(line.reachable.high, line.unit, 2);
    spec.title = line.pieces.empty() ? "These two inputs alone do not make the " + what + " " + target
                                     : "On the line the " + what + " is " + target;
    spec.subtitle = "Everything else varies as it does; within these ends the " + what + " goes from " + reach;
    spec.notes = {"From the first " + std::to_string(isoSamples) + " samples at " + std::to_string(isoSteps) + " x "
                  + std::to_string(isoSteps) + " cells."};
    spec.summary = spec.title + ".";
    spec.altText = spec.summary + " " + spec.subtitle + ".";
    return spec;
}

} // namespace assay

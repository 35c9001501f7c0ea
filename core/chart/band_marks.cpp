// The words say "range" for what is not known and keep "interval" for shares of samples.
#include "core/chart/band_marks.h"

#include "core/chart/format.h"

#include <algorithm>

namespace assay {
namespace {

std::string rangeText(const ValueRange& range, std::string_view unit) {
    const int digits = digitsFor(range.low, range.high);
    const std::string low = tickQuantity(range.low, unit, digits), high = tickQuantity(range.high, unit, digits);
    return low == high ? low : low + " to " + high;
}

/// The chance of more than a quantile, in per cent; the curve runs from edge to edge of the axis.
std::vector<Point> exceedanceCurve(const std::vector<double>& quantiles, const Axis& x) {
    std::vector<Point> points{{x.low, 100}};
    const auto count = static_cast<double>(quantiles.size());
    for (std::size_t i = 0; i < quantiles.size(); ++i)
        if (quantiles[i] > x.low && quantiles[i] < x.high)
            points.push_back({quantiles[i], 100 * (1 - (static_cast<double>(i) + 0.5) / count)});
    const bool ends = !quantiles.empty() && quantiles.back() < x.high;
    if (ends)
        points.push_back({quantiles.back(), 0});
    points.push_back({x.high, ends ? 0 : points.back().y});
    return points;
}

} // namespace

const Band* bandOf(const OutputSummary& output) {
    return output.band && output.band->lowest != output.band->highest ? &*output.band : nullptr;
}

ValueRange reachOf(const OutputSummary& output) {
    return output.band ? ValueRange{output.band->p5.low, output.band->p95.high} : ValueRange{output.p5, output.p95};
}

std::vector<Mark> bandRow(const Band& band, double line, const Ink& ink, int datum) {
    return {Span{{band.p5.low, line}, {band.p95.high, line}, ink, 2, Cap::none, Dash::dashed, Keep::always, datum},
            Bar{{band.p50.low, line - 0.12}, {band.p50.high, line + 0.12}, ink, Fill::hollow, datum}};
}

std::vector<Mark> bandCurves(const Band& band, const Axis& x, const Ink& ink, int datum) {
    const std::vector<Point> least = exceedanceCurve(band.lowest, x), most = exceedanceCurve(band.highest, x);
    std::vector<Point> between = least;
    between.insert(between.end(), most.rbegin(), most.rend());
    return {Area{std::move(between), ink, 0.22, Keep::always, datum}, Curve{least, ink, 1.8, Dash::dashed, datum},
            Curve{most, ink, 1.8, Dash::dashed, datum}};
}

std::string bandText(const Band& band, std::string_view unit) {
    return "median " + rangeText(band.p50, unit) + " (" + tickQuantity(band.p5.low, unit, 2) + "\u2013"
           + tickQuantity(band.p95.high, unit, 2) + ")";
}

std::string bandTip(const Band& band, std::string_view unit) {
    return "\nWith interval inputs: median " + rangeText(band.p50, unit) + "\nP5 " + rangeText(band.p5, unit) + ", P95 "
           + rangeText(band.p95, unit)
           + (band.isExact ? "" : "\nRanges met at sampled points: the true ones may be wider");
}

std::string bandNote(const std::vector<const OutputSummary*>& outputs) {
    const auto banded = std::find_if(outputs.begin(), outputs.end(),
                                     [](const OutputSummary* output) { return bandOf(*output) != nullptr; });
    return banded == outputs.end() ? std::string()
                                   : "Dashed: an input is an interval without a shape, so the result is a band and not "
                                     "one distribution.";
}

} // namespace assay

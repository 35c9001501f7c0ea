// Ranges are counted as thresholds are; a brush is a shaded bar between two rules.
#include "core/chart/brush.h"

#include "core/chart/band_marks.h"
#include "core/chart/format.h"
#include "core/scenario/bands.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace assay {
namespace {

std::string rangeText(const ValueRange& range, std::string_view unit) {
    return tickQuantity(range.low, unit, digitsNeeded(std::abs(range.low))) + " to "
           + tickQuantity(range.high, unit, digitsNeeded(std::abs(range.high)));
}

Handle endOf(const ChartSpec& spec, HandleKind kind, double value, std::string_view unit) {
    const bool alongX = spec.brush->along == Along::x;
    const Axis& across = alongX ? spec.y : spec.x;
    const double middle = middleOf(across, {across.low, across.high});
    const bool isLow = kind == HandleKind::rangeLow;
    return {kind,
            isLow ? "range/low" : "range/high",
            std::string(isLow ? "Lower" : "Upper") + " end of the range",
            tickQuantity(value, unit, digitsNeeded(std::abs(value))),
            alongX ? Point{value, middle} : Point{middle, value},
            spec.brush->along,
            std::numeric_limits<double>::infinity(),
            {},
            {}};
}

} // namespace

std::optional<ValueRange> rangeOn(const Axis& axis, const std::optional<ValueRange>& asked) {
    if (!asked || !std::isfinite(asked->low) || !std::isfinite(asked->high))
        return std::nullopt;
    const ValueRange within{std::clamp(roundTo(std::min(asked->low, asked->high), 3), axis.low, axis.high),
                            std::clamp(roundTo(std::max(asked->low, asked->high), 3), axis.low, axis.high)};
    return within.low < within.high ? std::optional(within) : std::nullopt;
}

double middleOf(const Axis& axis, const ValueRange& range) {
    return axis.kind == AxisKind::log ? std::sqrt(range.low * range.high) : (range.low + range.high) / 2;
}

std::string rangeName(const ValueRange& range, std::string_view unit) { return "P(" + rangeText(range, unit) + ")"; }

void addBrush(ChartSpec& spec, Along along, const std::optional<ValueRange>& range, std::string_view unit) {
    spec.brush = Brush{along, range};
    if (!range)
        return;
    const bool alongX = along == Along::x;
    const Point from = alongX ? Point{range->low, spec.y.low} : Point{spec.x.low, range->low};
    const Point to = alongX ? Point{range->high, spec.y.high} : Point{spec.x.high, range->high};
    spec.marks.push_back(Bar{from, to, {InkRole::evidence}, Fill::shaded, -1});
    const Direction direction = alongX ? Direction::vertical : Direction::horizontal;
    for (const double end : {range->low, range->high})
        spec.marks.push_back(Rule{direction, end, {InkRole::evidence}, 1.4, Dash::solid, {}, -1});
    spec.handles.push_back(endOf(spec, HandleKind::rangeLow, range->low, unit));
    spec.handles.push_back(endOf(spec, HandleKind::rangeHigh, range->high, unit));
}

Exceeding chanceBetween(const OutputSummary& output, const ValueRange& range) {
    if (const Band* band = bandOf(output)) {
        const ValueRange low = exceedanceBand(*band, range.low);
        const ValueRange high = exceedanceBand(*band, range.high);
        const ValueRange percent{100 * std::max(0.0, low.low - high.high), 100 * std::max(0.0, low.high - high.low)};
        const auto text = [](double value) { return tickQuantity(value, "%", value < 10 ? 1 : 2); };
        return {text(percent.low) + " to " + text(percent.high), percent};
    }
    std::uint64_t inside = 0, counted = 0;
    if (output.samples)
        for (const double sample : *output.samples) {
            const double value = sample / output.unitScale;
            counted += std::isfinite(sample) ? 1 : 0;
            inside += std::isfinite(sample) && value > range.low && value <= range.high ? 1 : 0;
        }
    const double percent = counted > 0 ? 100 * static_cast<double>(inside) / static_cast<double>(counted) : 0;
    if (!(output.p5 < output.p95) && (inside == 0 || inside == counted) && counted > 0)
        return {inside == 0 ? "0%" : "100%", {percent, percent}}; // a fixed number: no doubt to round
    return {chanceText(inside, counted), {percent, percent}};
}

} // namespace assay

// Counts samples; nothing is read off a curve.
#include "core/chart/threshold.h"

#include "core/chart/band_marks.h"
#include "core/chart/format.h"
#include "core/scenario/bands.h"
#include "core/scenario/simulate.h"

#include <cmath>
#include <limits>

namespace assay {

std::optional<double> thresholdOn(const Axis& x, const std::optional<double>& asked) {
    if (!asked || !std::isfinite(*asked))
        return std::nullopt;
    const double threshold = roundTo(*asked, 3);
    return threshold >= x.low && threshold <= x.high ? std::optional(threshold) : std::nullopt;
}

std::string thresholdName(double threshold, std::string_view unit) {
    return "P(> " + tickQuantity(threshold, unit, digitsNeeded(std::abs(threshold))) + ")";
}

Rule thresholdRule(double threshold, std::string_view unit) {
    return {Direction::vertical, threshold, {InkRole::text}, 1.6, Dash::solid, thresholdName(threshold, unit), -1};
}

Handle thresholdHandle(double threshold, std::string_view unit, const Axis& y) {
    return {HandleKind::threshold,
            "threshold",
            "Threshold",
            thresholdName(threshold, unit),
            {threshold, (y.low + y.high) / 2},
            Along::x,
            std::numeric_limits<double>::infinity(),
            {},
            {}};
}

Exceeding chanceAbove(const OutputSummary& output, double threshold) {
    if (const Band* band = bandOf(output)) {
        const ValueRange share = exceedanceBand(*band, threshold);
        const ValueRange percent{100 * share.low, 100 * share.high};
        const auto text = [](double value) { return tickQuantity(value, "%", value < 10 ? 1 : 2); };
        return {text(percent.low) + " to " + text(percent.high), percent};
    }
    const AboveCount count = countAbove(output, threshold);
    const double percent = 100 * shareOf(count);
    if (!(output.p5 < output.p95) && (count.above == 0 || count.above == count.counted) && count.counted > 0)
        return {count.above == 0 ? "0%" : "100%", {percent, percent}}; // a fixed number: no doubt to round
    return {chanceText(count.above, count.counted), {percent, percent}};
}

Cell exceedingCell(const Exceeding& chance) {
    return {chance.text, chance.percent.low == chance.percent.high ? std::optional(chance.percent.low) : std::nullopt};
}

} // namespace assay

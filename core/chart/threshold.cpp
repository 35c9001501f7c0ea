// Counts samples; nothing is read off a curve.
#include "core/chart/threshold.h"

#include "core/chart/band_marks.h"
#include "core/chart/format.h"
#include "core/scenario/bands.h"

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
    std::uint64_t above = 0, counted = 0;
    if (output.samples)
        for (const double sample : *output.samples) {
            counted += std::isfinite(sample) ? 1 : 0;
            above += std::isfinite(sample) && sample / output.unitScale > threshold ? 1 : 0;
        }
    const double percent = counted > 0 ? 100 * static_cast<double>(above) / static_cast<double>(counted) : 0;
    if (!(output.p5 < output.p95) && (above == 0 || above == counted) && counted > 0)
        return {above == 0 ? "0%" : "100%", {percent, percent}}; // a fixed number: no doubt to round
    return {chanceText(above, counted), {percent, percent}};
}

Cell exceedingCell(const Exceeding& chance) {
    return {chance.text, chance.percent.low == chance.percent.high ? std::optional(chance.percent.low) : std::nullopt};
}

} // namespace assay

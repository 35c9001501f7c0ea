// One axis of a placed chart: values to pixels and back, on any range that can be drawn.
#include "core/chart/ticks.h"
#include "ui/charts/layout_parts.h"

#include <algorithm>
#include <cmath>

namespace assay {

Scaling scalingOf(const Axis& axis, std::optional<double> low, std::optional<double> high) {
    Scaling scaling;
    scaling.kind = axis.kind;
    scaling.low = low.value_or(axis.low);
    scaling.high = high.value_or(axis.high);
    if (!isDrawable(axis.kind, {scaling.low, scaling.high})) {
        scaling.low = 1;
        scaling.high = 10;
    }
    return scaling;
}

double Scaling::toPixel(double value) const {
    constexpr double far = 1e6; // of the axis' length: further off is nowhere in the picture, and no overflow
    value = std::min(value, most);
    const double share = kind == AxisKind::log
                             ? (std::log10(value) - std::log10(low)) / (std::log10(high) - std::log10(low))
                             : (value - low) / (high - low);
    return from + std::clamp(share, -far, far) * (to - from);
}

double Scaling::toValue(double pixel) const {
    const double share = (pixel - from) / (to - from);
    if (kind != AxisKind::log)
        return low + share * (high - low);
    const double ratio = high / low;
    return std::isfinite(ratio) ? low * std::pow(ratio, share)
                                : std::pow(10.0, std::log10(low) + share * (std::log10(high) - std::log10(low)));
}

bool Scaling::holds(double value) const { return std::isfinite(value) && (kind != AxisKind::log || value > 0); }

} // namespace assay

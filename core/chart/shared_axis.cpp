// Days and rows are not shared: cuts and orders make their places a chart's own.
#include "core/chart/shared_axis.h"

#include <cmath>

namespace assay {

bool showSame(const Axis& a, const Axis& b) {
    const auto hasValues = [](const Axis& axis) { return axis.kind == AxisKind::linear || axis.kind == AxisKind::log; };
    return hasValues(a) && hasValues(b) && !a.quantity.empty() && a.quantity == b.quantity && a.unit == b.unit;
}

std::optional<double> sharedValue(const ChartSpec& from, const Point& place, const Axis& on) {
    if (showSame(from.x, on) && std::isfinite(place.x))
        return place.x;
    if (showSame(from.y, on) && std::isfinite(place.y))
        return place.y;
    return std::nullopt;
}

} // namespace assay

// Shared axis: where a place in one chart lies on an axis of another that shows the same quantity. Knows no pixel.
#pragma once

#include "core/chart/chart_spec.h"

namespace assay {

/// Values of one quantity in one unit; never two without a name, nor axes without values.
bool showSame(const Axis& a, const Axis& b);

/// The value of `place` in `from` on an axis of another chart; none: no axis of `from` shows what that one does.
std::optional<double> sharedValue(const ChartSpec& from, const Point& place, const Axis& on);

} // namespace assay

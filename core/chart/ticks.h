// Ticks: exact at the precision their labels show. 1-2-5 steps on linear and log axes, month starts on time axes.
#pragma once

#include "core/chart/chart_spec.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

struct Tick {
    double value = 0;
    std::string label;
    bool operator==(const Tick&) const = default;
};

inline constexpr int mostTicks = 60; ///< more can't be read on any picture: guards against tiny steps

/// At most about `wanted` (2 or more) ticks within the axis' range; empty for a category axis or an unusable range.
std::vector<Tick> makeTicks(const Axis& axis, int wanted);

/// Ends moved outwards to round values, so that a range stays put while values move a little. Log: positive values
/// only.
struct Range {
    double low = 0;
    double high = 1;
    bool operator==(const Range&) const = default;
};

/// What an axis can show: ends within 1e300 of 0 (from 1e-300 upwards when it is log) and apart by 1e-300 or more, so
/// that no difference of two values on it overflows. The nice ranges are all drawable.
bool isDrawable(AxisKind kind, const Range& range);

Range niceLinearRange(double low, double high);
Range niceLogRange(double low, double high);

/// Days since 1970-01-01 of an ISO date that may be shortened to a month or a year (their first day); none if
/// unreadable.
std::optional<double> dayOf(std::string_view isoDate);
std::string isoDay(double day);

} // namespace assay

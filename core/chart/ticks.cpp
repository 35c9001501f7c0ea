// The tick maker: steps are kept as integers times a power of ten, so no tick is ever a rounded neighbour.
#include "core/chart/ticks.h"
#include "core/chart/format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>

namespace assay {
namespace {

/// mantissa x 10^exponent by decimal text: the double nearest to what the label will say.
double decimal(std::int64_t mantissa, int exponent) {
    const std::string text = std::to_string(mantissa) + "e" + std::to_string(exponent);
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

int digitsOf(std::int64_t mantissa) {
    mantissa = std::abs(mantissa);
    while (mantissa != 0 && mantissa % 10 == 0)
        mantissa /= 10;
    return mantissa == 0 ? 1 : static_cast<int>(std::to_string(mantissa).size());
}

struct Step {
    int leading = 1; ///< 1, 2 or 5
    int exponent = 0;
};

Step stepFor(double width, int wanted) {
    const double raw = width / wanted;
    int exponent = static_cast<int>(std::floor(std::log10(raw)));
    for (const int leading : {1, 2, 5})
        if (decimal(leading, exponent) >= raw * (1 - 1e-9))
            return {leading, exponent};
    return {1, exponent + 1};
}

constexpr double farthest = 1e300;
constexpr double nearest = 1e-300;

std::vector<Tick> linearTicks(const Axis& axis, int wanted) {
    const Step step = stepFor(axis.high - axis.low, wanted);
    const double width = decimal(step.leading, step.exponent);
    const double from = std::ceil(axis.low / width - 1e-9);
    const double to = std::floor(axis.high / width + 1e-9);
    std::vector<Tick> ticks;
    if (std::abs(from) > 1e15 || std::abs(to) > 1e15 || to - from > mostTicks)
        return ticks;
    int digits = 1; // the same number of decimals for every tick of one magnitude
    for (auto i = static_cast<std::int64_t>(from); i <= static_cast<std::int64_t>(to); ++i)
        ticks.push_back({decimal(i * step.leading, step.exponent), {}});
    for (std::size_t k = 0; k < ticks.size(); ++k) {
        const auto mantissa = (static_cast<std::int64_t>(from) + static_cast<std::int64_t>(k)) * step.leading;
        digits = digitsOf(mantissa);
        ticks[k].label = tickQuantity(ticks[k].value, axis.unit, digits);
    }
    return ticks;
}

std::vector<Tick> decadeTicks(const Axis& axis, std::span<const int> leading, int stride) {
    const int first = static_cast<int>(std::floor(std::log10(axis.low) - 1e-9));
    const int last = static_cast<int>(std::ceil(std::log10(axis.high) + 1e-9));
    std::vector<Tick> ticks;
    for (int exponent = first; exponent <= last; ++exponent)
        for (const int lead : leading) {
            const double value = decimal(lead, exponent);
            const bool inside = value >= axis.low * (1 - 1e-9) && value <= axis.high * (1 + 1e-9);
            if (inside && ((exponent % stride) + stride) % stride == 0)
                ticks.push_back({value, tickQuantity(value, axis.unit, 1)});
        }
    return ticks;
}

std::vector<Tick> logTicks(const Axis& axis, int wanted) {
    static constexpr std::array<int, 3> fine{1, 2, 5};
    static constexpr std::array<int, 2> middle{1, 3};
    static constexpr std::array<int, 1> coarse{1};
    std::vector<Tick> ticks = decadeTicks(axis, fine, 1);
    if (ticks.size() < 3)
        return linearTicks(axis, std::min(wanted, 6));
    if (static_cast<int>(ticks.size()) > wanted)
        ticks = decadeTicks(axis, middle, 1);
    for (int stride = 1; static_cast<int>(ticks.size()) > wanted && stride < 600; ++stride)
        ticks = decadeTicks(axis, coarse, stride);
    return ticks;
}

std::chrono::year_month_day dateOf(double day) {
    return std::chrono::sys_days(std::chrono::days(static_cast<int>(std::floor(day))));
}

std::string monthLabel(std::chrono::year_month_day date) {
    static constexpr std::array<const char*, 12> names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return std::string(names[static_cast<unsigned>(date.month()) - 1]) + " "
           + std::to_string(static_cast<int>(date.year()));
}

/// Days of the month that get a tick, a set a step; the same days whatever part of the month is seen.
bool isTickDay(unsigned day, int step) {
    switch (step) {
    case 0: return true;
    case 1: return day % 2 == 1 && day < 31;
    case 2: return day % 4 == 1 && day < 29;
    case 3: return day % 7 == 1 && day < 29;
    default: return day == 1 || day == 15;
    }
}

/// For spans of a few weeks: every day, or as many as are wanted; at the least the 1st and the 15th.
std::vector<Tick> dayTicks(const Axis& axis, int wanted) {
    std::vector<Tick> ticks;
    for (int step = 0; step <= 4; ++step) {
        ticks.clear();
        const double first = std::ceil(axis.low);
        for (int days = 0; first + days <= axis.high; ++days) {
            const auto date = dateOf(first + days);
            const auto number = static_cast<unsigned>(date.day());
            if (isTickDay(number, step))
                ticks.push_back({first + days, std::to_string(number) + " " + monthLabel(date)});
        }
        if (static_cast<int>(ticks.size()) <= wanted)
            break;
    }
    return ticks;
}

std::vector<Tick> monthTicks(const Axis& axis, int wanted) {
    if (axis.low < -700000 || axis.high > 2900000) // years 53 to 9909: inside what chrono can say
        return {};
    const double months = (axis.high - axis.low) / 30.44;
    if (months < 2.5 && wanted >= 3)
        return dayTicks(axis, wanted);
    int step = 1;
    for (const int candidate : {1, 2, 3, 6, 12, 24, 60, 120, 600, 1200, 6000}) {
        step = candidate;
        if (months / candidate <= wanted)
            break;
    }
    const auto start = dateOf(axis.low);
    std::int64_t month = static_cast<int>(start.year()) * 12LL + static_cast<unsigned>(start.month()) - 1;
    std::vector<Tick> ticks;
    for (; ticks.size() < mostTicks; ++month) {
        const auto date = std::chrono::year(static_cast<int>(month / 12))
                          / std::chrono::month(static_cast<unsigned>(month % 12) + 1) / 1;
        const auto day = static_cast<double>(std::chrono::sys_days(date).time_since_epoch().count());
        if (day > axis.high)
            break;
        if (day >= axis.low && month % step == 0)
            ticks.push_back({day, step % 12 == 0 ? std::to_string(static_cast<int>(date.year())) : monthLabel(date)});
    }
    return ticks;
}

/// Each piece between cuts has ticks of its own, as many as its share of the axis gives.
std::vector<Tick> timeTicks(const Axis& axis, int wanted) {
    std::vector<Tick> ticks;
    double from = axis.low, left = 0;
    const auto addPiece = [&](double until) {
        const double low = std::max(from, axis.low), high = std::min(until, axis.high);
        from = until;
        if (!(low < high))
            return;
        Axis piece = axis;
        piece.low = low + left;
        piece.high = high + left;
        const double share = wanted * (high - low) / (axis.high - axis.low);
        for (Tick& tick : monthTicks(piece, std::max(2, static_cast<int>(std::lround(share)))))
            ticks.push_back({tick.value - left, std::move(tick.label)});
    };
    for (const TimeCut& cut : axis.cuts) {
        addPiece(cut.at);
        left += cut.days;
    }
    addPiece(axis.high);
    return ticks;
}

} // namespace

std::vector<Tick> makeTicks(const Axis& axis, int wanted) {
    if (!isDrawable(axis.kind, {axis.low, axis.high}))
        return {};
    wanted = std::clamp(wanted, 2, mostTicks);
    switch (axis.kind) {
    case AxisKind::linear: return linearTicks(axis, wanted);
    case AxisKind::log: return logTicks(axis, wanted);
    case AxisKind::time: return timeTicks(axis, wanted);
    case AxisKind::category: break;
    }
    return {};
}

bool isDrawable(AxisKind kind, const Range& range) {
    const double least = kind == AxisKind::log ? nearest : -farthest;
    return range.low >= least && range.high <= farthest && range.high - range.low >= nearest;
}

Range niceLinearRange(double low, double high) {
    const double infinity = std::numeric_limits<double>::infinity();
    if (std::isnan(low) || std::isnan(high) || low == infinity || high == -infinity)
        return {};
    low = std::clamp(low, -farthest, farthest / 2);
    high = std::clamp(high, -farthest / 2, farthest);
    if (!(high - low >= nearest)) {
        const double half = std::abs(low) < 1e10 * nearest ? 1 : std::abs(low) / 2;
        return niceLinearRange(low - half, low + half);
    }
    const Step step = stepFor(high - low, 8);
    const double width = decimal(step.leading, step.exponent);
    return {std::max(-farthest, std::floor(low / width + 1e-9) * width),
            std::min(farthest, std::ceil(high / width - 1e-9) * width)};
}

Range niceLogRange(double low, double high) {
    if (!(low > 0) || !(high >= low))
        return {1, 10};
    low = std::clamp(low, nearest, farthest / 2);
    high = std::clamp(high, 2 * nearest, farthest);
    const auto below = [](double value) {
        const int exponent = static_cast<int>(std::floor(std::log10(value) + 1e-9));
        for (const int lead : {5, 2, 1})
            if (decimal(lead, exponent) <= value * (1 + 1e-9))
                return decimal(lead, exponent);
        return decimal(5, exponent - 1);
    };
    const auto above = [](double value) {
        const int exponent = static_cast<int>(std::floor(std::log10(value) + 1e-9));
        for (const int lead : {1, 2, 5})
            if (decimal(lead, exponent) >= value * (1 - 1e-9))
                return decimal(lead, exponent);
        return decimal(1, exponent + 1);
    };
    Range range{below(low), above(high)};
    if (range.low == range.high)
        range = {range.low / 2, range.high * 2};
    return {std::max(nearest, range.low), std::min(farthest, range.high)};
}

std::optional<double> dayOf(std::string_view isoDate) {
    int parts[3] = {0, 1, 1};
    for (int i = 0; i < 3 && !isoDate.empty(); ++i) {
        const auto read = std::from_chars(isoDate.data(), isoDate.data() + isoDate.size(), parts[i]);
        if (read.ec != std::errc())
            return std::nullopt;
        isoDate.remove_prefix(static_cast<std::size_t>(read.ptr - isoDate.data()));
        if (!isoDate.empty() && isoDate.front() != '-')
            return std::nullopt;
        if (!isoDate.empty())
            isoDate.remove_prefix(1);
    }
    const auto date = std::chrono::year(parts[0]) / std::chrono::month(static_cast<unsigned>(parts[1]))
                      / std::chrono::day(static_cast<unsigned>(parts[2]));
    if (!date.ok() || parts[0] < 100 || parts[0] > 9000 || !isoDate.empty())
        return std::nullopt;
    return static_cast<double>(std::chrono::sys_days(date).time_since_epoch().count());
}

std::string isoDay(double day) {
    const auto date = dateOf(day);
    const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return std::to_string(static_cast<int>(date.year())) + "-" + two(static_cast<unsigned>(date.month())) + "-"
           + two(static_cast<unsigned>(date.day()));
}

} // namespace assay

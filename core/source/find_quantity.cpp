// Values are compared in base units; each unit of the text is looked at once.
#include "core/source/find_quantity.h"

#include "core/units/characters.h"
#include "core/units/unit.h"

#include <cmath>
#include <limits>
#include <map>
#include <optional>

namespace assay {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double rounding = 1e-12; // of a value: what reading it in another unit may change

struct Interval {
    double low = -infinity;
    double high = infinity;
};

/// Digits as typed from the first that is no zero, trailing zeros too, of the first number in the text; 0: it is in
/// words.
int typedDigits(const std::string& text) {
    int digits = 0;
    for (const char c : text) {
        if (isDigit(static_cast<unsigned char>(c)))
            digits += digits > 0 || c != '0' ? 1 : 0;
        else if (digits > 0 && c != ',' && c != '.' && c != ' ')
            break;
    }
    return digits;
}

/// Half a unit of the last typed digit on both sides; nothing when the number is in words.
Interval asTyped(double value, const std::string& text) {
    const int digits = typedDigits(text);
    if (digits == 0 || value == 0)
        return {value, value};
    const double slack = 0.5 * std::pow(10.0, std::floor(std::log10(std::abs(value))) + 1 - digits);
    return {value - slack, value + slack};
}

Interval wantedValues(const Quantity& wanted) {
    switch (wanted.bound) {
    case Bound::equal: return asTyped(wanted.value.value_or(0), wanted.text);
    case Bound::greater:
    case Bound::atLeast: return {wanted.value.value_or(wanted.low.value_or(-infinity)), infinity};
    case Bound::less:
    case Bound::atMost: return {-infinity, wanted.value.value_or(wanted.high.value_or(infinity))};
    default: return {wanted.low.value_or(-infinity), wanted.high.value_or(infinity)};
    }
}

/// The one value of a figure in the text, its bound left aside ("over $100 million" is found at 100 million); of a
/// range its ends.
std::optional<Interval> foundValues(const Quantity& found) {
    if (found.bound == Bound::unsure)
        return std::nullopt;
    if (found.value)
        return Interval{*found.value, *found.value};
    if (!found.low && !found.high)
        return std::nullopt;
    return Interval{found.low.value_or(-infinity), found.high.value_or(infinity)};
}

bool isPlain(const std::string& unit) { return unit.empty() || unit == "1"; }

/// What to multiply values in the text's unit by to compare them in the wanted one; none: another kind of thing.
std::optional<double> factorBetween(const std::string& text, const std::string& wanted) {
    if (isPlain(wanted))
        return 1.0;
    if (isPlain(text))
        return std::nullopt;
    const Result<Unit> from = parseUnit(text), to = parseUnit(wanted);
    if (!from || !to)
        return std::nullopt;
    const Unit compared = chipOf(*to).empty() ? withoutChip(*from) : *from;
    if (!sameDimension(compared, *to))
        return std::nullopt;
    return from->scale / to->scale;
}

bool meet(const Interval& a, const Interval& b) {
    const auto isUpTo = [](double low, double high) {
        return low <= high || low - high <= rounding * std::max(std::abs(low), std::abs(high));
    };
    return isUpTo(a.low, b.high) && isUpTo(b.low, a.high);
}

} // namespace

TextHits findQuantity(const std::vector<FoundQuantity>& found, const Quantity& wanted) {
    TextHits hits;
    if (wanted.bound == Bound::unsure)
        return hits;
    const Interval values = wantedValues(wanted);
    std::map<std::string, std::optional<double>> factors;
    for (const FoundQuantity& each : found) {
        const auto [unit, isNew] = factors.try_emplace(each.quantity.unit);
        if (isNew)
            unit->second = factorBetween(each.quantity.unit, wanted.unit);
        std::optional<Interval> here = foundValues(each.quantity);
        if (!unit->second || !here)
            continue;
        here = Interval{here->low * *unit->second, here->high * *unit->second};
        if (!meet(*here, values))
            continue;
        if (hits.ranges.size() == mostHits) {
            hits.end = SearchEnd::tooMany;
            hits.searchedTo = each.start;
            break;
        }
        hits.ranges.push_back(TextRange{each.start, each.end});
    }
    return hits;
}

} // namespace assay

// Exact decimal ends, so that "5.6 million" is 5,550,000 to 5,650,000.
#include "core/units/quantity_set.h"

#include "core/units/scan_quantity.h"

#include <algorithm>
#include <cmath>

namespace assay {

namespace {

constexpr double widest = 0.1;       // trailing zeros are not counted as significant, but never more than this
constexpr double approximate = 0.05; // "about" without a figure of the analyst's own

} // namespace

Quantity exactly(const Decimal& decimal) {
    Quantity quantity;
    const double value = toDouble(decimal);
    const double slack = widest * std::abs(value);
    quantity.value = value;
    quantity.low = std::max(toDouble(halfUnitDown(decimal)), value - slack);
    quantity.high = std::min(toDouble(halfUnitUp(decimal)), value + slack);
    quantity.digits = static_cast<int>(decimal.digits.size());
    return quantity;
}

Quantity between(const Decimal& low, const Decimal& high, Bound bound) {
    Quantity quantity;
    quantity.low = toDouble(low);
    quantity.high = toDouble(high);
    quantity.bound = bound;
    quantity.digits = static_cast<int>(std::max(low.digits.size(), high.digits.size()));
    return quantity;
}

Quantity withBound(Quantity quantity, Bound bound) {
    if (!quantity.value || bound == Bound::equal)
        return quantity; // ranges, vague and unsure keep what they are
    const double value = *quantity.value;
    quantity.bound = bound;
    switch (bound) {
    case Bound::greater:
    case Bound::atLeast:
        quantity.low = value;
        quantity.high.reset();
        break;
    case Bound::less:
    case Bound::atMost:
        quantity.low.reset();
        quantity.high = value;
        break;
    default: {
        const double slack = approximate * std::abs(value);
        quantity.low = std::min(quantity.low.value_or(value), value - slack);
        quantity.high = std::max(quantity.high.value_or(value), value + slack);
    }
    }
    return quantity;
}

} // namespace assay

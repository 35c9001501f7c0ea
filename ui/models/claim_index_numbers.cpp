// Terms over numbers: values by the quantity grammar, and counts.
#include "ui/models/claim_index.h"

#include <cmath>

namespace assay {

namespace {

bool compares(double a, FilterRelation relation, double b) {
    switch (relation) {
    case FilterRelation::less: return a < b;
    case FilterRelation::atMost: return a <= b;
    case FilterRelation::greater: return a > b;
    case FilterRelation::atLeast: return a >= b;
    default: return a == b;
    }
}

/// The set of values of a row; one value is a set too, and an open end is infinite.
struct OpenRange {
    double low;
    double high;
};
OpenRange rangeOf(const ClaimNumbers& numbers) {
    if (std::isnan(numbers.low) && std::isnan(numbers.high))
        return {numbers.value, numbers.value};
    constexpr double open = std::numeric_limits<double>::infinity();
    return {std::isnan(numbers.low) ? -open : numbers.low, std::isnan(numbers.high) ? open : numbers.high};
}

bool numbersHold(const ClaimNumbers& claim, FilterRelation relation, const ClaimNumbers& wanted) {
    if (std::isnan(claim.value) || std::isnan(wanted.value))
        return false;
    if (relation != FilterRelation::holds)
        return compares(claim.value, relation, wanted.value);
    const OpenRange a = rangeOf(claim), b = rangeOf(wanted);
    return a.low <= b.high && b.low <= a.high;
}

ClaimNumbers numbers(std::uint32_t group, const ComparableNumber& from) {
    const double none = ClaimNumbers::none;
    return {group, from.value.value_or(none), from.low.value_or(none), from.high.value_or(none)};
}

/// The numbers as they stand, in whatever unit.
ClaimNumbers plainNumbers(const Quantity& quantity) {
    const double none = ClaimNumbers::none;
    return {0, middleOf(quantity).value_or(none), quantity.low.value_or(none), quantity.high.value_or(none)};
}

} // namespace

/// A number without a unit is compared in each claim's own; money of another currency at each claim's date.
RowMask ClaimIndex::withNumber(const FilterTerm& term, const ClaimContext& context, const Rows<Claim>& claims) const {
    RowMask mask(claims.size(), 0);
    const Quantity& quantity = *term.quantity;
    const bool bare = quantity.unit.empty() || quantity.unit == "1";
    ComparableNumber wanted = context.comparable(quantity, {});
    const bool dated = !wanted.currency.empty();
    for (std::size_t row = 0; row < claims.size(); ++row) {
        const std::optional<Quantity>& own = claims[row]->quantity;
        if (!own)
            continue;
        if (bare) {
            mask[row] = numbersHold(plainNumbers(*own), term.relation, plainNumbers(quantity)) ? 1 : 0;
            continue;
        }
        if (dated)
            wanted = context.comparable(quantity, context.dateOf(*claims[row]));
        const auto group = m_groups.find(wanted.group);
        if (group != m_groups.end() && group->second == m_numbers[row].group)
            mask[row] = numbersHold(m_numbers[row], term.relation, numbers(group->second, wanted)) ? 1 : 0;
    }
    return mask;
}

RowMask ClaimIndex::withCount(const FilterTerm& term, const ClaimContext& context, const Rows<Claim>& claims) const {
    const auto count = [&](const Claim& claim) {
        switch (term.key) {
        case FilterKey::sources: return context.sources(claim).size();
        case FilterKey::originators: return context.independentOriginators(claim);
        default: return context.links(claim).size();
        }
    };
    RowMask mask(claims.size(), 0);
    for (std::size_t row = 0; row < claims.size(); ++row)
        mask[row] = compares(double(count(*claims[row])), term.relation, double(*term.count)) ? 1 : 0;
    return mask;
}

} // namespace assay

// Reads the two ends of an attribute's range.
#include "core/claims/possible_range.h"

#include "core/base/error_code.h"
#include "core/units/read_quantity.h"
#include "core/units/unit.h"

namespace assay {
namespace {

Result<double> endOf(const Attribute& attribute, const std::string& text) {
    const std::string unitName = attribute.unit.empty() ? "1" : attribute.unit;
    const Error refused(ErrorCode::rangeUnit, attribute.id.value, {attribute.title, unitName, text});
    const Result<Quantity> quantity = readQuantity(text);
    const Result<Unit> wanted = parseUnit(unitName);
    if (!quantity || !quantity->value || quantity->bound != Bound::equal || !wanted)
        return refused;
    const Result<Unit> given = parseUnit(quantity->unit.empty() || quantity->unit == "1" ? unitName : quantity->unit);
    if (!given || !sameDimension(withoutChip(*given), withoutChip(*wanted)))
        return refused;
    return *quantity->value * given->scale;
}

} // namespace

Result<PossibleRange> possibleRange(const Attribute& attribute) {
    PossibleRange range;
    if (!attribute.min.empty()) {
        const Result<double> low = endOf(attribute, attribute.min);
        if (!low)
            return low.error();
        range.low = *low;
    }
    if (!attribute.max.empty()) {
        const Result<double> high = endOf(attribute, attribute.max);
        if (!high)
            return high.error();
        range.high = *high;
    }
    if (range.low > range.high)
        return Error(ErrorCode::intervalReversed, attribute.id.value, {attribute.min, attribute.max});
    return range;
}

} // namespace assay

// A claim that the analyst derived from others must come out of them: as their sum, product or ratio, whichever its
// unit asks.
#include "core/claims/rules.h"
#include "core/units/read_quantity.h"

#include <cmath>

namespace assay {

namespace {

struct Derived {
    ValueSet set;
    std::string operation; ///< "the sum of", "the product of", "the ratio of"
};

std::vector<const Claim*> partsOf(const Evidence& evidence, const Claim& total) {
    std::vector<const Claim*> parts;
    for (const Link* link : linksFrom(evidence, total.id))
        if (link->type == LinkType::derivedFrom)
            if (const Claim* part = findClaim(evidence, link->to))
                parts.push_back(part);
    return parts;
}

bool allNonNegative(const std::vector<ValueSet>& sets) {
    for (const ValueSet& set : sets)
        if (set.low < 0)
            return false;
    return true;
}

ValueSet sumOf(const std::vector<ValueSet>& sets) {
    ValueSet sum = sets.front();
    for (std::size_t i = 1; i < sets.size(); ++i) {
        sum.low += sets[i].low;
        sum.high += sets[i].high;
    }
    return sum;
}

/// Of sets that are not negative.
ValueSet productOf(const std::vector<ValueSet>& sets) {
    ValueSet product = sets.front();
    for (std::size_t i = 1; i < sets.size(); ++i)
        product =
            ValueSet{multiply(product.unit, sets[i].unit), product.low * sets[i].low, product.high * sets[i].high};
    return product;
}

ValueSet ratioOf(const ValueSet& a, const ValueSet& b) {
    return ValueSet{divide(a.unit, b.unit), a.low / b.high, a.high / b.low};
}

std::optional<Derived> derive(const ValueSet& total, const std::vector<ValueSet>& parts) {
    bool allAlike = true;
    for (const ValueSet& part : parts)
        allAlike = allAlike && sameDimension(part.unit, total.unit);
    if (allAlike)
        return Derived{sumOf(parts), parts.size() == 1 ? "" : "the sum of "};
    if (parts.size() < 2 || !allNonNegative(parts))
        return std::nullopt;
    if (const ValueSet product = productOf(parts); sameDimension(product.unit, total.unit))
        return Derived{product, "the product of "};
    if (parts.size() == 2 && parts[1].low > 0)
        if (const ValueSet ratio = ratioOf(parts[0], parts[1]); sameDimension(ratio.unit, total.unit))
            return Derived{ratio, "the ratio of "};
    return std::nullopt;
}

std::string rangeText(const ValueSet& set, const Claim& like) {
    const double scale = parseUnit(like.quantity->unit.empty() ? "1" : like.quantity->unit).value().scale;
    const std::string low = writeQuantity(set.low / scale, like.quantity->unit),
                      high = writeQuantity(set.high / scale, like.quantity->unit);
    return low == high ? low : low + " to " + high;
}

std::optional<Finding> checkTotal(const Evidence& evidence, const Claim& total) {
    const auto set = valueSetOf(total);
    const std::vector<const Claim*> parts = partsOf(evidence, total);
    std::vector<ValueSet> sets;
    std::vector<std::string> words;
    for (const Claim* part : parts) {
        const auto partSet = valueSetOf(*part);
        if (!partSet)
            return std::nullopt;
        sets.push_back(*partSet);
        words.push_back(wordsOf(*part));
    }
    if (!set || sets.empty())
        return std::nullopt;
    const auto derived = derive(*set, sets);
    if (!derived)
        return std::nullopt;
    std::vector<const Claim*> claims{&total};
    claims.insert(claims.end(), parts.begin(), parts.end());
    const bool closes = setsMeet(*set, derived->set);
    std::string reason = total.subject + ", " + attributeTitle(evidence, total.attribute) + ": "
                         + wordsAndPlace(evidence, total) + (closes ? " agrees with " : " does not agree with ")
                         + derived->operation + listText(words) + ", " + rangeText(derived->set, total) + ".";
    if (!closes && derived->operation == "the sum of ") {
        const double scale = parseUnit(total.quantity->unit).value().scale;
        const double missing = ((set->low + set->high) - (derived->set.low + derived->set.high)) / 2 / scale;
        if (std::isfinite(missing))
            reason += " A further part of " + writeQuantity(missing, total.quantity->unit) + " would close it.";
    }
    return makeFinding("total", FindingKind::total, closes ? Verdict::compatible : Verdict::error, claims,
                       std::move(reason));
}

} // namespace

std::vector<Finding> findTotals(const Evidence& evidence) {
    std::vector<Finding> findings;
    for (const Row<Claim>& claim : evidence.claims)
        if (auto finding = checkTotal(evidence, *claim))
            findings.push_back(std::move(*finding));
    return findings;
}

} // namespace assay

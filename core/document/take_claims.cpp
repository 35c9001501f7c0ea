// From claims to the TEXT of an input: sets in one unit, and the three ways of making one value of them.
#include "core/document/bind_claims.h"

#include "core/dist/distribution.h"
#include "core/document/edit.h"
#include "core/units/read_quantity.h"
#include "core/units/unit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace assay {
namespace {

bool isFloor(Bound bound) { return bound == Bound::greater || bound == Bound::atLeast; }
bool isCeiling(Bound bound) { return bound == Bound::less || bound == Bound::atMost; }
bool isRange(Bound bound) { return bound == Bound::range || bound == Bound::vague; }

std::string unitOf(const Quantity& quantity) { return quantity.unit.empty() ? "1" : quantity.unit; }

std::string withUnit(const std::string& numbers, const std::string& unit) {
    if (unit.empty() || unit == "1")
        return numbers;
    return unit == "%" && !numbers.ends_with(')') ? numbers + unit : numbers + " " + unit;
}

std::string grouped(double value) { return writeNumber(value, Grouping::thousands); }

/// Inside brackets a comma parts arguments: no grouping. Conversions leave digits behind that nobody wrote.
std::string plain(double value) { return writeNumber(roundToDigits(value, 12)); }

/// A claim's unit fits an input of the same dimension, any chip where the model says GPU; a claim without a unit is a
/// bare number and fits only those. Errors: inputUnit, unitUnknown, unitSyntax.
Result<> checkClaimUnit(const ModelInput& input, const Quantity& quantity) {
    const Result<Unit> wanted = parseUnit(input.unit);
    if (!wanted)
        return wanted.error();
    const Result<Unit> given = parseUnit(unitOf(quantity));
    if (!given)
        return given.error();
    if (!sameDimension(bindChip(*wanted, chipOf(*given)), *given))
        return Error(ErrorCode::inputUnit, input.id.value, {input.id.value, input.unit, unitOf(quantity)});
    return {};
}

/// An interval one could type instead of a bound: from the bound to twice or half of it.
std::string suggestedInterval(const Quantity& quantity) {
    const double end = quantity.value.value_or(quantity.low.value_or(quantity.high.value_or(1)));
    const std::array<double, 2> ends =
        isFloor(quantity.bound) == (end >= 0) ? std::array{end, end * 2} : std::array{end / 2, end};
    return writeNumber(ends[0]) + " to " + withUnit(writeNumber(ends[1]), quantity.unit);
}

/// The set of a claim in its own unit.
struct ClaimSet {
    const Claim* claim = nullptr;
    double low = 0;
    double high = 0;
    bool isInterval = false; ///< a range, or a bound with its other end: typed "low to high"
};

/// The end that a one-sided claim names.
double boundOf(const Quantity& quantity) {
    return quantity.value.value_or(quantity.low.value_or(quantity.high.value_or(0)));
}

/// The analyst's other end in the claim's unit. Errors: readInput's, inputNeedsInterval, intervalReversed.
Result<double> otherEnd(const Claim& claim, const BasisTerm& term) {
    const Quantity& quantity = *claim.quantity;
    if (term.end.empty())
        return Error(ErrorCode::inputNeedsInterval, claim.id.value, {quantity.text, suggestedInterval(quantity)});
    const Result<InputValue> read = readInput(term.end, unitOf(quantity));
    if (!read)
        return read.error();
    const auto* fixed = std::get_if<Fixed>(&read->distribution.shape);
    if (fixed == nullptr)
        return Error(ErrorCode::inputSyntax, claim.id.value, {"a single number for the other end", "1"});
    return fromBase(fixed->value, parseUnit(unitOf(quantity)).value());
}

Result<ClaimSet> oneSidedSet(const Claim& claim, const BasisTerm& term) {
    const Quantity& quantity = *claim.quantity;
    const Result<double> other = otherEnd(claim, term);
    if (!other)
        return other.error();
    const bool openAbove = isFloor(quantity.bound) || (isRange(quantity.bound) && !quantity.high);
    const double known = boundOf(quantity);
    const ClaimSet set{&claim, openAbove ? known : *other, openAbove ? *other : known, true};
    if (!(set.low < set.high))
        return Error(ErrorCode::intervalReversed, claim.id.value, {writeNumber(set.low), writeNumber(set.high)});
    return set;
}

/// Errors: idUnknown, fieldMissing, inputUnit, unit*, otherEnd's.
Result<ClaimSet> setOf(const Document& document, const ModelInput& input, ClaimsRule rule, const BasisTerm& term) {
    const Claim* claim = find(document.claims, term.claim);
    if (claim == nullptr)
        return Error(ErrorCode::idUnknown, term.claim.value, {"claim", term.claim.value});
    if (!claim->quantity)
        return Error(ErrorCode::fieldMissing, claim->id.value, {"quantity"});
    if (const Result<> fits = checkClaimUnit(input, *claim->quantity); !fits)
        return fits.error();
    const Quantity& quantity = *claim->quantity;
    const bool isLeftOut = rule == ClaimsRule::weighted && term.weight == 0.0; // its other end does not matter
    if (needsOtherEnd(*claim) && isLeftOut)
        return ClaimSet{claim, boundOf(quantity), boundOf(quantity), true};
    if (needsOtherEnd(*claim))
        return oneSidedSet(*claim, term);
    if (isRange(quantity.bound))
        return ClaimSet{claim, *quantity.low, *quantity.high, true};
    if (!quantity.value)
        return Error(ErrorCode::fieldMissing, claim->id.value, {"value"});
    return ClaimSet{claim, quantity.low.value_or(*quantity.value), quantity.high.value_or(*quantity.value), false};
}

/// The unit that all numbers of the text are in: the claims' own when they agree, else the input's with their chip.
/// Error: chipsMixed.
Result<std::string> commonUnit(const ModelInput& input, const std::vector<ClaimSet>& sets) {
    std::string chip;
    bool isOne = true;
    for (const ClaimSet& set : sets) {
        const std::string unit = unitOf(*set.claim->quantity), own = chipOf(parseUnit(unit).value());
        isOne = isOne && unit == unitOf(*sets.front().claim->quantity);
        if (!own.empty() && !chip.empty() && own != chip)
            return Error(ErrorCode::chipsMixed, input.id.value, {chip, own});
        chip = own.empty() ? chip : own;
    }
    return isOne ? unitOf(*sets.front().claim->quantity) : bindChip(input.unit, chip);
}

/// Only the claims that these go back to, so that a big project costs nothing.
Evidence chainsBehind(const Document& document, const std::vector<ClaimSet>& sets) {
    std::set<ClaimId> ids;
    std::vector<ClaimId> open;
    for (const ClaimSet& set : sets)
        open.push_back(set.claim->id);
    Rows<Link> links;
    while (!open.empty()) {
        const ClaimId id = open.back();
        open.pop_back();
        if (!ids.insert(id).second)
            continue;
        for (const Row<Link>& link : document.links)
            if (link->from == id) {
                links.push_back(link);
                open.push_back(link->to);
            }
    }
    Rows<Claim> claims;
    for (const Row<Claim>& claim : document.claims)
        if (ids.contains(claim->id))
            claims.push_back(claim);
    return gatherEvidence({}, document.speakers, {}, std::move(claims), std::move(links));
}

/// The analyst's own weight, or the computed one on the same scale: grade times originators.
double rawWeight(const ClaimWeight& computed, const BasisTerm& term) {
    return term.weight.value_or(computed.grade * computed.originators);
}

/// The parts with their weights and shares. Error: weightsZero.
Result<std::vector<TakenClaim>> weighed(const Document& document, const ModelInput& input,
                                        const std::vector<ClaimSet>& sets, const std::vector<BasisTerm>& terms,
                                        std::vector<TakenClaim> parts) {
    std::vector<const Claim*> claims;
    for (const ClaimSet& set : sets)
        claims.push_back(set.claim);
    const std::vector<ClaimWeight> weights = weighClaims(chainsBehind(document, sets), claims);
    double sum = 0;
    for (std::size_t i = 0; i < parts.size(); ++i)
        sum += rawWeight(weights[i], terms[i]);
    if (!(sum > 0))
        return Error(ErrorCode::weightsZero, input.id.value);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        parts[i].weight = weights[i];
        parts[i].share = rawWeight(weights[i], terms[i]) / sum;
    }
    return parts;
}

std::string singleText(const ClaimSet& set) {
    const Quantity& quantity = *set.claim->quantity;
    return withUnit(set.isInterval ? grouped(set.low) + " to " + grouped(set.high) : grouped(*quantity.value),
                    quantity.unit);
}

std::string hullText(const TakenClaims& taken) {
    double low = taken.parts.front().low, high = taken.parts.front().high;
    for (const TakenClaim& part : taken.parts) {
        low = std::min(low, part.low);
        high = std::max(high, part.high);
    }
    if (!(low < high))
        return withUnit(grouped(roundToDigits(low, 12)), taken.unit);
    return withUnit("interval(" + plain(low) + ", " + plain(high) + ")", taken.unit);
}

std::string mixtureText(const TakenClaims& taken, const std::vector<ClaimSet>& sets) {
    std::string text;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        const TakenClaim& part = taken.parts[i];
        if (!(part.share > 0))
            continue;
        const std::string low = plain(part.low), high = plain(part.high);
        text += (text.empty() ? "mix(" : ", ") + writeNumber(roundToDigits(part.share, 4)) + ": "
                + (!(part.low < part.high) ? low
                   : sets[i].isInterval    ? low + " to " + high
                                           : "uniform(" + low + ", " + high + ")");
    }
    return withUnit(text + ")", taken.unit);
}

/// Error: fieldValue.
Result<> checkTerms(const ModelInput& input, ClaimsRule rule, const std::vector<BasisTerm>& terms) {
    if (rule == ClaimsRule::free)
        return Error(ErrorCode::fieldValue, input.id.value, {"rule", "free", "single, interval, weighted"});
    if (terms.empty() || (rule == ClaimsRule::single && terms.size() > 1))
        return Error(ErrorCode::fieldValue, input.id.value,
                     {"claims", std::to_string(terms.size()), terms.empty() ? "at least one" : "one"});
    return {};
}

} // namespace

bool needsOtherEnd(const Claim& claim) {
    if (!claim.quantity)
        return false;
    const Quantity& quantity = *claim.quantity;
    return isFloor(quantity.bound) || isCeiling(quantity.bound)
           || (isRange(quantity.bound) && quantity.low.has_value() != quantity.high.has_value());
}

std::string claimSays(const Claim& claim) {
    if (!claim.quantity)
        return {};
    const Quantity& quantity = *claim.quantity;
    const auto end = [](const std::optional<double>& value) { return value ? grouped(*value) : std::string("open"); };
    const std::string set = end(quantity.low) + " to " + end(quantity.high);
    if (!quantity.value)
        return withUnit(set, quantity.unit);
    const bool isPoint = quantity.low == quantity.value && quantity.high == quantity.value;
    const std::string bound = isFloor(quantity.bound) || isCeiling(quantity.bound)
                                  ? std::string(boundText(quantity.bound)) + " "
                                  : std::string();
    return bound + withUnit(grouped(*quantity.value), quantity.unit) + (isPoint ? "" : " (" + set + ")");
}

std::vector<ClaimId> fittingClaims(const Document& document, const ModelInput& input) {
    std::vector<ClaimId> fitting;
    for (const Row<Claim>& claim : document.claims) {
        const bool hasNumber = claim->quantity && claim->quantity->bound != Bound::unsure
                               && (claim->quantity->value || claim->quantity->low || claim->quantity->high);
        if (hasNumber && checkClaimUnit(input, *claim->quantity))
            fitting.push_back(claim->id);
    }
    return fitting;
}

Result<TakenClaims> takeClaims(const Document& document, const ModelInput& input, ClaimsRule rule,
                               const std::vector<BasisTerm>& terms) {
    if (const Result<> sound = checkTerms(input, rule, terms); !sound)
        return sound.error();
    std::vector<ClaimSet> sets;
    for (const BasisTerm& term : terms) {
        const Result<ClaimSet> set = setOf(document, input, rule, term);
        if (!set)
            return set.error();
        sets.push_back(*set);
    }
    const Result<std::string> unit = commonUnit(input, sets);
    if (!unit)
        return unit.error();
    TakenClaims taken{.text = {}, .unit = *unit, .parts = {}};
    const Unit common = parseUnit(*unit).value();
    for (const ClaimSet& set : sets) {
        const Unit own = parseUnit(unitOf(*set.claim->quantity)).value();
        taken.parts.push_back(TakenClaim{set.claim->id,
                                         fromBase(toBase(set.low, own), common),
                                         fromBase(toBase(set.high, own), common),
                                         {},
                                         1 / static_cast<double>(sets.size())});
    }
    if (rule == ClaimsRule::weighted) {
        Result<std::vector<TakenClaim>> parts = weighed(document, input, sets, terms, std::move(taken.parts));
        if (!parts)
            return parts.error();
        taken.parts = std::move(*parts);
    }
    taken.text = rule == ClaimsRule::single     ? singleText(sets.front())
                 : rule == ClaimsRule::interval ? hullText(taken)
                                                : mixtureText(taken, sets);
    return taken;
}

} // namespace assay

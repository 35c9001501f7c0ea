// Values that cannot be: outside the range the codebook gives, a share or a utilisation above 100 %, a negative count,
// time, or amount of work.
#include "core/claims/possible_range.h"
#include "core/claims/rules.h"

#include <algorithm>
#include <array>

namespace assay {

namespace {

/// Attributes in per cent that are parts of a whole; price cuts and growth are not among them.
bool isPartOfWhole(const Evidence& evidence, const Claim& claim) {
    const Attribute* attribute = find(evidence.attributes, claim.attribute);
    if (!attribute || attribute->unit != "%")
        return false;
    const std::string text = attribute->title + " " + attribute->definition;
    static constexpr std::array<std::string_view, 3> words{"hare of", "tilisation", "tilization"};
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

/// Counts, times, compute and energy cannot be negative; money and growth can.
bool cannotBeNegative(const Unit& unit) {
    static constexpr std::array<std::string_view, 6> bases{"GPU", "token", "parameter", "FLOP", "s", "W"};
    return std::any_of(unit.factors.begin(), unit.factors.end(), [](const UnitFactor& factor) {
        return isChip(factor.base) || std::find(bases.begin(), bases.end(), factor.base) != bases.end();
    });
}

/// "it is below 0 %, the least an MFU can be.": why the whole set lies outside the attribute's range; empty: it does
/// not.
std::string outsideRange(const Attribute* attribute, const ValueSet& set) {
    const Result<Unit> unit = attribute ? parseUnit(attribute->unit.empty() ? "1" : attribute->unit) : Unit{};
    if (!attribute || !unit || !sameDimension(withoutChip(*unit), withoutChip(set.unit)))
        return {};
    const Result<PossibleRange> range = possibleRange(*attribute);
    if (!range)
        return {};
    const auto end = [&](const std::string& text) {
        const bool isBare = text.find_first_not_of("0123456789.,-+eE ") == std::string::npos;
        return text + (isBare && !attribute->unit.empty() && attribute->unit != "1" ? " " + attribute->unit : "");
    };
    if (set.high < range->low)
        return "it is below " + end(attribute->min) + ", the least the codebook allows.";
    if (set.low > range->high)
        return "it is above " + end(attribute->max) + ", the most the codebook allows.";
    return {};
}

} // namespace

std::vector<Finding> findImpossibleValues(const Evidence& evidence) {
    std::vector<Finding> findings;
    for (const Row<Claim>& claim : evidence.claims) {
        const auto set = valueSetOf(*claim);
        if (!set)
            continue;
        const bool overWhole = isPartOfWhole(evidence, *claim) && set->low > 1;
        const bool negative = set->high < 0 && cannotBeNegative(set->unit);
        std::string why = overWhole  ? "a part cannot exceed the whole: it must be at most 100%."
                          : negative ? "it cannot be negative."
                                     : outsideRange(find(evidence.attributes, claim->attribute), *set);
        if (why.empty())
            continue;
        findings.push_back(makeFinding("impossible", FindingKind::impossible, Verdict::error, {&*claim},
                                       attributeTitle(evidence, claim->attribute) + " of " + claim->subject + ", "
                                           + wordsAndPlace(evidence, *claim) + ": " + why));
    }
    return findings;
}

} // namespace assay

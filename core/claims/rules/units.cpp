// Counts of different kinds of GPU are no rivals: 50,000 H100 and 10,000 A100 can both be held. A claim in a unit that
// is not its attribute's is compared with nothing.
#include "core/claims/rules.h"

#include <algorithm>
#include <map>

namespace assay {
namespace {

/// A currency is one's own: conversions are the currency rule's.
bool fits(const Unit& claimed, const Unit& wanted, const Quantity& quantity, const Attribute& attribute) {
    return sameDimension(withoutChip(claimed), withoutChip(wanted))
           || (isCurrency(quantity.unit) && isCurrency(attribute.unit));
}

std::vector<Finding> misfits(const Evidence& evidence) {
    std::map<std::string_view, const Attribute*> attributes;
    for (const Row<Attribute>& attribute : evidence.attributes)
        attributes.emplace(attribute->id.value, &*attribute);
    std::vector<Finding> findings;
    for (const Row<Claim>& claim : evidence.claims) {
        const auto attribute = attributes.find(claim->attribute.value);
        const auto set = valueSetOf(*claim);
        if (!set || attribute == attributes.end() || attribute->second->unit.empty())
            continue;
        const Result<Unit> wanted = parseUnit(attribute->second->unit);
        if (!wanted || fits(set->unit, *wanted, *claim->quantity, *attribute->second))
            continue;
        findings.push_back(makeFinding("misfit", FindingKind::unit, Verdict::note, {&*claim},
                                       wordsAndPlace(evidence, *claim) + " is in "
                                           + (claim->quantity->unit.empty() ? "no unit" : claim->quantity->unit)
                                           + ", and " + attribute->second->title + " is measured in "
                                           + attribute->second->unit + ": it is compared with no other claim of it."));
        if (findings.size() == mostCompared)
            break;
    }
    return findings;
}

} // namespace

std::vector<Finding> findUnitNotes(const Evidence& evidence) {
    std::map<std::pair<std::string, std::string>, std::vector<const Claim*>> groups;
    for (const Row<Claim>& claim : evidence.claims)
        if (const auto set = valueSetOf(*claim); set && !chipOf(set->unit).empty())
            groups[{claim->subject, claim->attribute.value}].push_back(&*claim);
    std::vector<Finding> findings = misfits(evidence);
    for (const auto& [key, claims] : groups) {
        std::vector<std::string> kinds, words;
        for (const Claim* claim : claims) {
            const std::string kind = chipOf(valueSetOf(*claim)->unit);
            if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end())
                continue;
            kinds.push_back(kind);
            words.push_back(wordsAndPlace(evidence, *claim));
        }
        if (kinds.size() > 1)
            findings.push_back(makeFinding("units", FindingKind::unit, Verdict::note, claims,
                                           key.first + ", " + attributeTitle(evidence, claims.front()->attribute) + ": "
                                               + listText(words) + " count different kinds of GPU (" + listText(kinds)
                                               + "): not comparable without a stated conversion."));
    }
    return findings;
}

} // namespace assay

// Counts of different kinds of GPU are no rivals: 50,000 H100 and 10,000 A100 can both be held.
#include "core/claims/rules.h"

#include <algorithm>
#include <map>

namespace assay {

std::vector<Finding> findUnitNotes(const Evidence& evidence) {
    std::map<std::pair<std::string, std::string>, std::vector<const Claim*>> groups;
    for (const Row<Claim>& claim : evidence.claims)
        if (const auto set = valueSetOf(*claim); set && !chipOf(set->unit).empty())
            groups[{claim->subject, claim->attribute.value}].push_back(&*claim);
    std::vector<Finding> findings;
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

// The same number of the same thing with two owners: one text gives DeepSeek what another gives to its parent.
#include "core/claims/compare.h"
#include "core/claims/rules.h"

#include <algorithm>
#include <map>

namespace assay {

namespace {

/// Unrelated firms may well hold the same number of chips: one claim must name the other's subject, or a link join
/// them.
bool areTied(const Evidence& evidence, const Claim& a, const Claim& b) {
    if (a.statement.find(b.subject) != std::string::npos || b.statement.find(a.subject) != std::string::npos)
        return true;
    const auto leadsTo = [&](const Claim& from, const Claim& to) {
        const auto& links = linksFrom(evidence, from.id);
        return std::any_of(links.begin(), links.end(), [&](const Link* link) { return link->to == to.id; });
    };
    return leadsTo(a, b) || leadsTo(b, a);
}

/// Claims that count a kind of chip, by attribute, kind and number.
std::vector<std::vector<const Claim*>> equalCounts(const Evidence& evidence) {
    std::map<std::pair<std::string, double>, std::size_t> places;
    std::vector<std::vector<const Claim*>> groups;
    for (const Row<Claim>& claim : evidence.claims) {
        const auto set = valueSetOf(*claim);
        if (!set || !claim->quantity->value || isOneSided(*claim) || chipOf(set->unit).empty())
            continue;
        const auto [place, isNew] = places.try_emplace(
            {claim->attribute.value + "/" + unitText(set->unit), *claim->quantity->value * set->unit.scale},
            groups.size());
        if (isNew)
            groups.emplace_back();
        groups[place->second].push_back(&*claim);
    }
    return groups;
}

/// The claims of a group that contradict another one on the owner.
std::vector<const Claim*> disputedIn(const Evidence& evidence, const std::vector<const Claim*>& group) {
    std::vector<const Claim*> disputed;
    const bool haveOneSubject = std::all_of(
        group.begin(), group.end(), [&](const Claim* claim) { return claim->subject == group.front()->subject; });
    if (haveOneSubject || group.size() > mostCompared)
        return disputed;
    for (const Claim* a : group)
        if (std::any_of(group.begin(), group.end(), [&](const Claim* b) {
                return !areRelatedSubjects(a->subject, b->subject) && areTied(evidence, *a, *b);
            }))
            disputed.push_back(a);
    return disputed;
}

} // namespace

std::vector<Finding> findOwnerConflicts(const Evidence& evidence) {
    std::vector<Finding> findings;
    for (const auto& group : equalCounts(evidence)) {
        const std::vector<const Claim*> disputed = disputedIn(evidence, group);
        if (disputed.empty())
            continue;
        std::vector<std::string> words;
        for (const Claim* claim : disputed)
            words.push_back(claim->subject + " (" + wordsAndPlace(evidence, *claim)
                            + (claim->asOf.empty() ? ")" : ", as of " + claim->asOf + ")"));
        findings.push_back(makeFinding("owner", FindingKind::attribution, Verdict::conflict, disputed,
                                       attributeTitle(evidence, disputed.front()->attribute) + ", "
                                           + disputed.front()->quantity->text + ": the same number is given to "
                                           + listText(words) + ". The value agrees, the owner does not."));
    }
    return findings;
}

} // namespace assay

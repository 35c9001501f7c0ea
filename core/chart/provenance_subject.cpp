// Walks links without recursion: circles and long chains end like any others.
#include "core/chart/provenance_subject.h"

#include "core/chart/builders.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>

namespace assay {
namespace {

using Numbers = std::unordered_map<const Claim*, std::size_t>;

/// Disjoint sets with path halving. (Tarjan, van Leeuwen 1984)
class Sets {
public:
    explicit Sets(std::size_t count) : m_parents(count) { std::iota(m_parents.begin(), m_parents.end(), 0U); }

    std::size_t rootOf(std::size_t one) {
        while (m_parents[one] != one)
            one = m_parents[one] = m_parents[m_parents[one]];
        return one;
    }
    /// The lower number is the root: families are numbered by their first claim.
    void join(std::size_t a, std::size_t b) {
        const std::size_t first = rootOf(a), second = rootOf(b);
        m_parents[std::max(first, second)] = std::min(first, second);
    }

private:
    std::vector<std::size_t> m_parents;
};

bool isOneUtterance(const Link& link) { return link.type == LinkType::repeats || link.type == LinkType::quotes; }
/// Links whose other end is another statement: one step of them is shown.
bool isLoose(const Link& link) {
    return link.type == LinkType::derivedFrom || link.type == LinkType::converts || link.type == LinkType::own;
}
bool isTight(const Link& link) { return !isLoose(link); }

/// The set of each claim when these links join: the number of its first claim.
std::vector<std::size_t> joined(const std::vector<const Claim*>& claims, const Evidence& evidence,
                                bool (*joins)(const Link&)) {
    Numbers numbers;
    for (std::size_t i = 0; i < claims.size(); ++i)
        numbers.emplace(claims[i], i);
    Sets sets(claims.size());
    for (const Row<Link>& link : evidence.links) {
        const auto from = numbers.find(findClaim(evidence, link->from));
        const auto to = numbers.find(findClaim(evidence, link->to));
        if (joins(*link) && from != numbers.end() && to != numbers.end())
            sets.join(from->second, to->second);
    }
    std::vector<std::size_t> roots(claims.size());
    for (std::size_t i = 0; i < claims.size(); ++i)
        roots[i] = sets.rootOf(i);
    return roots;
}

/// The set with most mentions; of several the first.
std::size_t largestSet(const std::vector<const Claim*>& claims, const std::vector<std::size_t>& sets) {
    std::map<std::size_t, std::size_t> mentions;
    for (std::size_t i = 0; i < claims.size(); ++i)
        mentions[sets[i]] += claims[i]->mentions.size();
    const auto most = std::max_element(mentions.begin(), mentions.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == mentions.end() ? 0 : most->first;
}

std::vector<const Claim*> ofQuantity(const ChartContext& context) {
    std::map<AttributeId, std::size_t> counts;
    for (const Row<Claim>& claim : context.claims)
        ++counts[claim->attribute];
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    std::vector<const Claim*> claims;
    for (const Row<Claim>& claim : context.claims)
        if (claim->attribute == (context.attribute ? *context.attribute : most->first))
            claims.push_back(&*claim);
    return claims;
}

/// Of the chosen claims, else of the one that is repeated most, everything that links lead to.
std::vector<const Claim*> linkedToChosen(const ChartContext& context, const Evidence& evidence) {
    std::vector<const Claim*> all;
    for (const Row<Claim>& claim : context.claims)
        all.push_back(&*claim);
    const std::vector<std::size_t> linked = joined(all, evidence, isTight);
    std::set<std::size_t> sets;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (std::find(context.chosen.begin(), context.chosen.end(), all[i]->id) != context.chosen.end())
            sets.insert(linked[i]);
    if (sets.empty() && !all.empty())
        sets.insert(linked[largestSet(all, joined(all, evidence, isOneUtterance))]);
    std::set<const Claim*> wanted, near;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (sets.count(linked[i]) > 0)
            wanted.insert(all[i]);
    for (const Row<Link>& link : evidence.links) {
        const Claim *from = findClaim(evidence, link->from), *to = findClaim(evidence, link->to);
        if (!isLoose(*link) || !from || !to)
            continue;
        const bool adds = link->type != LinkType::own || (from->quantity && to->quantity); // else a remark on it
        if (adds && wanted.count(from) + wanted.count(to) > 0)
            near.insert({from, to});
    }
    std::erase_if(all, [&](const Claim* claim) { return wanted.count(claim) + near.count(claim) == 0; });
    return all;
}

} // namespace

ProvenanceSubject provenanceSubject(const ChartContext& context, const Evidence& evidence) {
    ProvenanceSubject subject;
    std::size_t mentions = 0;
    for (const Claim* claim : context.form == wholeQuantity ? ofQuantity(context) : linkedToChosen(context, evidence)) {
        if (claim->mentions.empty())
            continue;
        if (mentions + claim->mentions.size() > mostMentions && !subject.claims.empty()) {
            subject.left += claim->mentions.size();
            continue;
        }
        mentions += claim->mentions.size();
        subject.claims.push_back(claim);
    }
    subject.families = joined(subject.claims, evidence, isOneUtterance);
    return subject;
}

std::size_t largestFamily(const ProvenanceSubject& subject) { return largestSet(subject.claims, subject.families); }

std::vector<const Claim*> claimsOfFamily(const ProvenanceSubject& subject, std::size_t family) {
    std::vector<const Claim*> claims;
    for (std::size_t i = 0; i < subject.claims.size(); ++i)
        if (subject.families[i] == family)
            claims.push_back(subject.claims[i]);
    return claims;
}

} // namespace assay

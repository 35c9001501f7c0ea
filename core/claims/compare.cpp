// Groups claims that may be rivals of one quantity.
#include "core/claims/compare.h"

#include <map>
#include <numeric>
#include <tuple>

namespace assay {

namespace {

using Group = std::vector<Comparable>;

std::string dimensionText(const Unit& unit) {
    Unit base = unit;
    base.scale = 1;
    return unitText(base);
}

/// Claims with a value by subject, attribute, scope and dimension.
std::vector<Group> likeGroups(const Evidence& evidence) {
    std::map<std::tuple<std::string, std::string, std::string, std::string>, std::size_t> places;
    std::vector<Group> groups;
    for (const Row<Claim>& claim : evidence.claims) {
        const auto set = valueSetOf(*claim);
        if (!set || isConversion(evidence, *claim))
            continue;
        const auto [place, isNew] = places.try_emplace(
            {claim->subject, claim->attribute.value, claim->scope, dimensionText(set->unit)}, groups.size());
        if (isNew)
            groups.emplace_back();
        groups[place->second].push_back(Comparable{&*claim, *set});
    }
    return groups;
}

/// The parts of a group that hang together by `belongTogether`, with two members at least.
template <class Relation>
std::vector<Group> connectedParts(const Group& group, const Relation& belongTogether) {
    std::vector<std::size_t> label(group.size());
    std::iota(label.begin(), label.end(), std::size_t{0});
    for (std::size_t i = 0; i < group.size(); ++i)
        for (std::size_t j = i + 1; j < group.size(); ++j) {
            const std::size_t from = label[j], to = label[i];
            if (from == to || !belongTogether(group[i], group[j]))
                continue;
            for (std::size_t& one : label)
                one = one == from ? to : one;
        }
    std::vector<Group> parts;
    for (std::size_t first = 0; first < group.size(); ++first) {
        Group part;
        for (std::size_t i = 0; i < group.size(); ++i)
            if (label[i] == first)
                part.push_back(group[i]);
        if (part.size() > 1)
            parts.push_back(std::move(part));
    }
    return parts;
}

template <class Relation>
std::vector<Group> partsOfAll(const std::vector<Group>& groups, const Relation& belongTogether) {
    std::vector<Group> all;
    for (const Group& group : groups)
        for (Group& part : connectedParts(group, belongTogether))
            all.push_back(std::move(part));
    return all;
}

} // namespace

std::vector<std::vector<Comparable>> comparableClusters(const Evidence& evidence) {
    return partsOfAll(likeGroups(evidence),
                      [](const Comparable& a, const Comparable& b) { return timesMeet(*a.claim, *b.claim); });
}

std::vector<std::vector<Comparable>> agreeingClusters(const Evidence& evidence) {
    return partsOfAll(comparableClusters(evidence),
                      [](const Comparable& a, const Comparable& b) { return setsMeet(a.set, b.set); });
}

bool areRelatedSubjects(std::string_view a, std::string_view b) {
    const std::string_view shorter = a.size() < b.size() ? a : b, longer = a.size() < b.size() ? b : a;
    if (shorter.empty() || !longer.starts_with(shorter))
        return false;
    return longer.size() == shorter.size() || longer[shorter.size()] == '-' || longer[shorter.size()] == ' ';
}

} // namespace assay

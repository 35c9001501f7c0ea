// Groups claims that may be rivals of one quantity.
#include "core/claims/compare.h"

#include <algorithm>
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

/// The groups that have two members at least, in the order of their first member in `group`.
std::vector<Group> partsByLabel(const Group& group, const std::vector<std::size_t>& labels, std::size_t labelCount) {
    std::vector<std::size_t> place(labelCount, labelCount); // of a label among the parts, in order of appearance
    std::vector<Group> parts;
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (place[labels[i]] == labelCount) {
            place[labels[i]] = parts.size();
            parts.emplace_back();
        }
        parts[place[labels[i]]].push_back(group[i]);
    }
    std::erase_if(parts, [](const Group& part) { return part.size() < 2; });
    return parts;
}

/// Claims whose times meet, directly or through others. Dates are few however many claims there are, so only they are
/// compared pair by pair.
std::vector<Group> partsByTime(const Group& group) {
    std::map<std::string, std::size_t> dates;
    std::vector<std::size_t> labels(group.size());
    std::vector<const Claim*> examples;
    for (std::size_t i = 0; i < group.size(); ++i) {
        const auto [date, isNew] = dates.try_emplace(group[i].claim->asOf, examples.size());
        if (isNew)
            examples.push_back(group[i].claim);
        labels[i] = date->second;
    }
    std::vector<std::size_t> joined(examples.size());
    std::iota(joined.begin(), joined.end(), std::size_t{0});
    for (std::size_t i = 0; i < examples.size(); ++i)
        for (std::size_t j = i + 1; j < examples.size(); ++j) {
            const std::size_t from = joined[j], to = joined[i];
            if (from != to && timesMeet(*examples[i], *examples[j]))
                std::replace(joined.begin(), joined.end(), from, to);
        }
    for (std::size_t& label : labels)
        label = joined[label];
    return partsByLabel(group, labels, examples.size());
}

/// Claims whose sets of values meet, directly or through others: a sweep from the lowest to the highest end.
std::vector<Group> partsByValue(const Group& group) {
    std::vector<std::size_t> order(group.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return group[a].set.low < group[b].set.low; });
    std::vector<std::size_t> labels(group.size());
    std::size_t label = 0;
    double reach = group[order.front()].set.high;
    for (const std::size_t i : order) {
        if (group[i].set.low > reach)
            ++label;
        reach = std::max(reach, group[i].set.high);
        labels[i] = label;
    }
    return partsByLabel(group, labels, label + 1);
}

std::vector<Group> partsOfAll(const std::vector<Group>& groups, std::vector<Group> (*partsOf)(const Group&)) {
    std::vector<Group> all;
    for (const Group& group : groups)
        for (Group& part : partsOf(group))
            all.push_back(std::move(part));
    return all;
}

} // namespace

std::vector<std::vector<Comparable>> comparableClusters(const Evidence& evidence) {
    return partsOfAll(likeGroups(evidence), partsByTime);
}

std::vector<std::vector<Comparable>> agreeingClusters(const Evidence& evidence) {
    return partsOfAll(comparableClusters(evidence), partsByValue);
}

bool areRelatedSubjects(std::string_view a, std::string_view b) {
    const std::string_view shorter = a.size() < b.size() ? a : b, longer = a.size() < b.size() ? b : a;
    if (shorter.empty() || !longer.starts_with(shorter))
        return false;
    return longer.size() == shorter.size() || longer[shorter.size()] == '-' || longer[shorter.size()] == ' ';
}

} // namespace assay

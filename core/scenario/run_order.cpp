// Kahn's topological order over the scenarios' references (A. B. Kahn 1962), without recursion: a hostile file may
// chain any number of scenarios.
#include "core/scenario/run_order.h"

#include "core/scenario/bind.h"

#include <algorithm>
#include <map>
#include <set>

namespace assay {
namespace {

using Index = std::size_t;

/// For each scenario the indices of those that it takes samples from.
std::vector<std::set<Index>> needsOf(const Rows<Scenario>& scenarios) {
    std::map<ScenarioId, Index> indices;
    for (Index i = 0; i < scenarios.size(); ++i)
        indices.emplace(scenarios[i]->id, i);
    std::vector<std::set<Index>> needs(scenarios.size());
    for (Index i = 0; i < scenarios.size(); ++i)
        for (const ScenarioId& upstream : upstreamsOf(*scenarios[i]))
            if (const auto found = indices.find(upstream); found != indices.end())
                needs[i].insert(found->second);
    return needs;
}

/// The wanted indices and everything that they need, directly or not.
std::set<Index> closure(const std::vector<std::set<Index>>& needs, std::set<Index> wanted) {
    std::vector<Index> open(wanted.begin(), wanted.end());
    while (!open.empty()) {
        const Index next = open.back();
        open.pop_back();
        for (const Index need : needs[next])
            if (wanted.insert(need).second)
                open.push_back(need);
    }
    return wanted;
}

} // namespace

std::vector<ScenarioId> upstreamsOf(const Scenario& scenario) {
    std::vector<ScenarioId> upstreams;
    for (const ScenarioInput& input : scenario.inputs) {
        if (input.basis.kind != BasisKind::scenario)
            continue;
        const Result<UpstreamReference> reference = upstreamReference(input.basis);
        if (reference && std::find(upstreams.begin(), upstreams.end(), reference->scenario) == upstreams.end())
            upstreams.push_back(reference->scenario);
    }
    return upstreams;
}

Result<std::vector<ScenarioId>> runOrder(const Rows<Scenario>& scenarios, const std::vector<ScenarioId>& wanted) {
    const std::set<ScenarioId> names(wanted.begin(), wanted.end());
    std::set<Index> chosen;
    for (Index i = 0; i < scenarios.size(); ++i)
        if (names.count(scenarios[i]->id) > 0)
            chosen.insert(i);
    const std::vector<std::set<Index>> needs = needsOf(scenarios);
    chosen = closure(needs, std::move(chosen));

    std::vector<std::size_t> missing(scenarios.size());
    std::vector<std::vector<Index>> users(scenarios.size());
    std::set<Index> ready;
    for (const Index i : chosen) {
        missing[i] = needs[i].size();
        for (const Index need : needs[i])
            users[need].push_back(i);
        if (missing[i] == 0)
            ready.insert(i);
    }
    std::vector<ScenarioId> order;
    while (!ready.empty()) {
        const Index next = *ready.begin();
        ready.erase(ready.begin());
        chosen.erase(next);
        order.push_back(scenarios[next]->id);
        for (const Index user : users[next])
            if (--missing[user] == 0)
                ready.insert(user);
    }
    if (chosen.empty())
        return order;
    std::string circle;
    for (const Index i : chosen)
        circle += (circle.empty() ? "" : ", ") + scenarios[i]->id.value;
    return Error(ErrorCode::formulaCycle, {}, {circle});
}

} // namespace assay

// The order by repeated rounds: whatever needs nothing that is still open comes next.
#include "core/scenario/simulate_all.h"

#include "core/scenario/bind.h"

#include <algorithm>

namespace assay {
namespace {

/// Positions of the scenarios whose outputs the scenario takes.
Result<std::vector<std::size_t>> needsOf(const Scenario& scenario, const Rows<Scenario>& scenarios) {
    std::vector<std::size_t> needs;
    for (const ScenarioInput& input : scenario.inputs) {
        if (input.basis.kind != BasisKind::scenario)
            continue;
        const Result<UpstreamReference> reference = upstreamReference(input.basis);
        if (!reference)
            return reference.error();
        const auto found = std::find_if(scenarios.begin(), scenarios.end(),
                                        [&](const Row<Scenario>& s) { return s->id == reference->scenario; });
        if (found == scenarios.end())
            return Error(ErrorCode::idUnknown, scenario.id.value, {"scenario", reference->scenario.value});
        needs.push_back(static_cast<std::size_t>(found - scenarios.begin()));
    }
    return needs;
}

Error cycleError(const Rows<Scenario>& scenarios, const std::vector<bool>& done) {
    std::string names;
    for (std::size_t i = 0; i < scenarios.size(); ++i)
        if (!done[i])
            names += (names.empty() ? "" : ", ") + scenarios[i]->id.value;
    return Error(ErrorCode::formulaCycle, {}, {names});
}

} // namespace

Result<std::vector<std::size_t>> scenarioOrder(const Rows<Scenario>& scenarios) {
    std::vector<std::vector<std::size_t>> needs;
    for (const Row<Scenario>& scenario : scenarios) {
        Result<std::vector<std::size_t>> one = needsOf(*scenario, scenarios);
        if (!one)
            return one.error();
        needs.push_back(std::move(*one));
    }
    std::vector<bool> done(scenarios.size());
    std::vector<std::size_t> order;
    while (order.size() < scenarios.size()) {
        const std::size_t before = order.size();
        for (std::size_t i = 0; i < scenarios.size(); ++i) {
            if (done[i]
                || !std::all_of(needs[i].begin(), needs[i].end(), [&done](std::size_t need) { return done[need]; }))
                continue;
            done[i] = true;
            order.push_back(i);
        }
        if (order.size() == before)
            return cycleError(scenarios, done);
    }
    return order;
}

Result<std::vector<RunPtr>> simulateAll(const Rows<Model>& models, const Rows<Scenario>& scenarios,
                                        const RunOptions& options, SampleCounts counts, const std::stop_token& stop) {
    const Result<std::vector<std::size_t>> order = scenarioOrder(scenarios);
    if (!order)
        return order.error();
    std::vector<RunPtr> finished;
    std::vector<RunPtr> runs(scenarios.size());
    for (const std::size_t i : *order) {
        const Scenario& scenario = *scenarios[i];
        const Model* model = find(models, scenario.model);
        if (model == nullptr)
            return Error(ErrorCode::modelUnknown, scenario.id.value, {scenario.model.value});
        RunOptions own = options;
        own.samples = counts == SampleCounts::ownOfEach ? scenario.samples : options.samples;
        Result<Run> run = simulate(*model, scenario, own, finished, stop);
        if (!run)
            return run.error();
        runs[i] = std::make_shared<const Run>(std::move(*run));
        finished.push_back(runs[i]);
    }
    return runs;
}

} // namespace assay

// Opening, picking and running for the sub-commands.
#include "app/project.h"

#include "core/io/model_file.h"
#include "core/scenario/run_in_order.h"
#include "core/scenario/run_order.h"

#include <algorithm>
#include <map>

namespace assay {

namespace {

/// Their runs in running order. Error: the first one's.
Result<std::vector<RunPtr>> runTasksOf(const Plan& plan, const std::vector<std::size_t>& order, RunOptions options,
                                       std::uint64_t samples) {
    std::vector<Runnable> scenarios;
    for (const std::size_t i : order) {
        const Task& task = plan.tasks[i];
        scenarios.push_back({&task.model, &task.scenario, samples > 0 ? samples : task.scenario.samples});
    }
    std::vector<RunPtr> runs;
    for (Result<RunPtr>& answer : runInOrder(scenarios, std::move(options), OnError::end)) {
        if (!answer)
            return answer.error();
        runs.push_back(std::move(*answer));
    }
    return runs;
}

} // namespace

std::vector<std::string> openingNotes(const OpenedProject& opened, const std::string& path) {
    if (!opened.newerMinor)
        return {};
    return {path + " was written by a newer version of Assay; what is not known here is kept as it is."};
}

Result<Plan> planOf(const Document& document, const std::vector<std::string>& ids) {
    std::vector<ScenarioId> wanted;
    for (const std::string& id : ids) {
        if (!find(document.scenarios, ScenarioId{id}))
            return Error(ErrorCode::idUnknown, {}, {"scenario", id});
        wanted.push_back(ScenarioId{id});
    }
    if (ids.empty())
        for (const Row<Scenario>& scenario : document.scenarios)
            wanted.push_back(scenario->id);
    const Result<std::vector<ScenarioId>> order = runOrder(document.scenarios, wanted);
    if (!order)
        return order.error();
    Plan plan;
    std::map<ScenarioId, std::size_t> places;
    for (const Row<Scenario>& scenario : document.scenarios) {
        if (std::find(order->begin(), order->end(), scenario->id) == order->end())
            continue;
        const Model* model = find(document.models, scenario->model);
        if (!model)
            model = shippedModel(scenario->model);
        if (!model)
            return Error(ErrorCode::modelUnknown, scenario->id.value, {scenario->model.value});
        const bool isWanted = std::find(wanted.begin(), wanted.end(), scenario->id) != wanted.end();
        places.emplace(scenario->id, plan.tasks.size());
        plan.tasks.push_back(Task{*model, *scenario, isWanted ? TaskPurpose::shown : TaskPurpose::upstream});
    }
    for (const ScenarioId& id : *order)
        plan.order.push_back(places.at(id));
    return plan;
}

std::vector<Task> shownTasks(const Plan& plan) {
    std::vector<Task> shown;
    for (const Task& task : plan.tasks)
        if (task.purpose == TaskPurpose::shown)
            shown.push_back(task);
    return shown;
}

Result<std::vector<RunPtr>> runPlan(const Plan& plan, RunOptions options, std::uint64_t samples) {
    Result<std::vector<RunPtr>> done = runTasksOf(plan, plan.order, std::move(options), samples);
    if (!done)
        return done.error();
    std::vector<RunPtr> runs(plan.tasks.size());
    for (std::size_t i = 0; i < done->size(); ++i)
        runs[plan.order[i]] = std::move((*done)[i]);
    std::vector<RunPtr> shown;
    for (std::size_t i = 0; i < runs.size(); ++i)
        if (plan.tasks[i].purpose == TaskPurpose::shown)
            shown.push_back(runs[i]);
    return shown;
}

Result<std::vector<RunPtr>> runUpstream(const Plan& plan, RunOptions options, std::uint64_t samples) {
    std::vector<std::size_t> upstream;
    std::copy_if(plan.order.begin(), plan.order.end(), std::back_inserter(upstream),
                 [&plan](std::size_t i) { return plan.tasks[i].purpose == TaskPurpose::upstream; });
    return runTasksOf(plan, upstream, std::move(options), samples);
}

Result<> mayWrite(const Arguments& arguments, const std::string& path) {
    std::error_code ignored;
    if (!arguments.has("--force") && std::filesystem::exists(std::filesystem::symlink_status(path, ignored)))
        return Error(ErrorCode::fileExists, path);
    return {};
}

} // namespace assay

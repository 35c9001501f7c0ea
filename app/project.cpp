// Opening, picking and running for the sub-commands.
#include "app/project.h"

#include "core/io/model_file.h"
#include "core/scenario/run_order.h"

#include <algorithm>
#include <map>

namespace assay {

namespace {

Result<RunPtr> runTask(const Task& task, RunOptions options, std::uint64_t samples, const std::vector<RunPtr>& done) {
    options.samples = samples > 0 ? samples : task.scenario.samples;
    options.previous.insert(options.previous.end(), done.begin(), done.end()); // scenarios of a model share columns
    Result<Run> run = simulate(task.model, task.scenario, options, done);
    if (!run)
        return run.error();
    return std::make_shared<const Run>(std::move(*run));
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
        plan.tasks.push_back(Task{*model, *scenario, isWanted ? Purpose::shown : Purpose::upstream});
    }
    for (const ScenarioId& id : *order)
        plan.order.push_back(places.at(id));
    return plan;
}

std::vector<Task> shownTasks(const Plan& plan) {
    std::vector<Task> shown;
    for (const Task& task : plan.tasks)
        if (task.purpose == Purpose::shown)
            shown.push_back(task);
    return shown;
}

Result<std::vector<RunPtr>> runPlan(const Plan& plan, RunOptions options, std::uint64_t samples) {
    std::vector<RunPtr> done;
    std::vector<RunPtr> runs(plan.tasks.size());
    for (const std::size_t i : plan.order) {
        Result<RunPtr> run = runTask(plan.tasks[i], options, samples, done);
        if (!run)
            return run.error();
        runs[i] = *run;
        done.push_back(runs[i]);
    }
    std::vector<RunPtr> shown;
    for (std::size_t i = 0; i < runs.size(); ++i)
        if (plan.tasks[i].purpose == Purpose::shown)
            shown.push_back(runs[i]);
    return shown;
}

Result<std::vector<RunPtr>> runUpstream(const Plan& plan, RunOptions options, std::uint64_t samples) {
    std::vector<RunPtr> done;
    for (const std::size_t i : plan.order) {
        if (plan.tasks[i].purpose == Purpose::shown)
            continue;
        Result<RunPtr> run = runTask(plan.tasks[i], options, samples, done);
        if (!run)
            return run.error();
        done.push_back(*run);
    }
    return done;
}

Result<> mayWrite(const Arguments& arguments, const std::string& path) {
    std::error_code ignored;
    if (!arguments.has("--force") && std::filesystem::exists(std::filesystem::symlink_status(path, ignored)))
        return Error(ErrorCode::fileExists, path);
    return {};
}

} // namespace assay

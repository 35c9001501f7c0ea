// Opening, picking and running for the sub-commands.
#include "app/project.h"

#include "core/io/model_file.h"

#include <algorithm>

namespace assay {

std::vector<std::string> openingNotes(const OpenedProject& opened, const std::string& path) {
    if (!opened.newerMinor)
        return {};
    return {path + " was written by a newer version of Assay; what is not known here is kept as it is."};
}

Result<std::vector<Task>> chosenTasks(const Document& document, const std::vector<std::string>& ids) {
    for (const std::string& id : ids)
        if (!find(document.scenarios, ScenarioId{id}))
            return Error(ErrorCode::idUnknown, {}, {"scenario", id});
    std::vector<Task> tasks;
    for (const Row<Scenario>& scenario : document.scenarios) {
        if (!ids.empty() && std::find(ids.begin(), ids.end(), scenario->id.value) == ids.end())
            continue;
        const Model* model = find(document.models, scenario->model);
        if (!model)
            model = shippedModel(scenario->model);
        if (!model)
            return Error(ErrorCode::modelUnknown, scenario->id.value, {scenario->model.value});
        tasks.push_back(Task{*model, *scenario});
    }
    return tasks;
}

Result<std::vector<RunPtr>> runTasks(const std::vector<Task>& tasks, RunOptions options, std::uint64_t samples) {
    std::vector<RunPtr> runs;
    for (const Task& task : tasks) {
        options.samples = samples > 0 ? samples : task.scenario.samples;
        Result<Run> run = simulate(task.model, task.scenario, options);
        if (!run)
            return run.error();
        runs.push_back(std::make_shared<const Run>(std::move(*run)));
    }
    return runs;
}

Result<> mayWrite(const Arguments& arguments, const std::string& path) {
    std::error_code ignored;
    if (!arguments.has("--force") && std::filesystem::exists(std::filesystem::symlink_status(path, ignored)))
        return Error(ErrorCode::fileExists, path);
    return {};
}

} // namespace assay

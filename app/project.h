// What several sub-commands do with a project: open it, pick scenarios, find models, run them. Prints nothing.
#pragma once

#include "app/arguments.h"
#include "core/io/project_file.h"
#include "core/scenario/simulate.h"

#include <string>
#include <vector>

namespace assay {

/// What a task is run for: to be shown, or because a shown one takes its samples.
enum class TaskPurpose { shown, upstream };

/// A scenario with the model it is of: what simulate takes.
struct Task {
    Model model;
    Scenario scenario;
    TaskPurpose purpose = TaskPurpose::shown;
};

struct Plan {
    std::vector<Task> tasks;        ///< in file order
    std::vector<std::size_t> order; ///< indices of tasks, each after those whose samples it takes
};

/// Sentences worth saying about an opened file: it was written by a newer version.
std::vector<std::string> openingNotes(const OpenedProject& opened, const std::string& path);

/// The scenarios with these ids, all when there are none, and those whose samples they take. Errors: idUnknown,
/// modelUnknown, formulaCycle.
Result<Plan> planOf(const Document& document, const std::vector<std::string>& ids);

/// The tasks to be shown, in file order.
std::vector<Task> shownTasks(const Plan& plan);

/// Runs every task; the runs to be shown, in file order. The scenario's own sample count counts unless `samples` is
/// above 0.
Result<std::vector<RunPtr>> runPlan(const Plan& plan, RunOptions options, std::uint64_t samples);

/// Runs what the tasks to be shown take their samples from, with one sample count; in running order.
Result<std::vector<RunPtr>> runUpstream(const Plan& plan, RunOptions options, std::uint64_t samples);

/// Refuses with fileExists when the file is there, unless --force was given.
Result<> mayWrite(const Arguments& arguments, const std::string& path);

} // namespace assay

// What several sub-commands do with a project: open it, pick scenarios, find models, run them. Prints nothing.
#pragma once

#include "app/arguments.h"
#include "core/io/project_file.h"
#include "core/scenario/simulate.h"

#include <string>
#include <vector>

namespace assay {

/// A scenario with the model it is of: what simulate takes.
struct Task {
    Model model;
    Scenario scenario;
};

/// Sentences worth saying about an opened file: it was written by a newer version.
std::vector<std::string> openingNotes(const OpenedProject& opened, const std::string& path);

/// The scenarios with these ids in file order, all when there are none, with their models. Errors: idUnknown, modelUnknown.
Result<std::vector<Task>> chosenTasks(const Document& document, const std::vector<std::string>& ids);

/// Runs every task. The scenario's own sample count counts unless `samples` is above 0.
Result<std::vector<RunPtr>> runTasks(const std::vector<Task>& tasks, RunOptions options, std::uint64_t samples);

/// Refuses with fileExists when the file is there, unless --force was given.
Result<> mayWrite(const Arguments& arguments, const std::string& path);

} // namespace assay

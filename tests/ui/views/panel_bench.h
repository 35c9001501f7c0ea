// A bench for panel and charts: the sample project, quick runs, and questions answered from a script.
#pragma once

#include "core/io/model_file.h"
#include "core/io/project_file.h"
#include "core/scenario/simulate.h"
#include "tests/ui/drag.h"
#include "tests/ui/scripted_questions.h"
#include "ui/jobs/run_service.h"
#include "ui/store/document_store.h"
#include "ui/store/selection.h"

#include <algorithm>

namespace assay::test {

/// The real engine on the first samples only: tests look at what arrives, not at its digits.
inline Result<Run> quickSimulate(const Model& model, const Scenario& scenario, const RunOptions& options,
                                 std::span<const RunPtr> upstream, std::stop_token stop) {
    RunOptions quick = options;
    quick.samples = std::min<std::uint64_t>(options.samples, 1024);
    quick.errors = Errors::skip;
    quick.threads = 1;
    return simulate(model, scenario, quick, upstream, std::move(stop));
}

struct PanelBench {
    explicit PanelBench(const ScenarioId& scenario = {"as-disclosed"}) {
        store.reset(*readProject(sampleProject(), "sample"));
        selection.selectScenario(scenario);
    }

    DocumentStore store;
    Selection selection{store};
    RunService runs{store, quickSimulate};
    ScriptedQuestions questions;

    const Scenario& scenario() const { return *find(store.document().scenarios, *selection.now().scenario); }
    const Model& model() const { return *find(store.document().models, scenario().model); }
};

} // namespace assay::test

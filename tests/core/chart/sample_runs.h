// The sample project with real runs of the engine on few samples: for charts that look at inputs' texts and samples.
#pragma once

#include "core/document/chart_context.h"
#include "core/document/document.h"
#include "core/io/model_file.h"
#include "core/io/project_file.h"
#include "core/scenario/simulate.h"

#include <cstdint>
#include <string>

namespace assay::test {

/// The run of a scenario of the document that takes nothing from another.
inline RunPtr runOfSample(const Document& document, const ScenarioId& id, std::uint64_t samples) {
    const Scenario& scenario = *find(document.scenarios, id);
    RunOptions options;
    options.seed = document.project.seed;
    options.samples = samples;
    options.errors = Errors::skip;
    options.threads = 1;
    return std::make_shared<const Run>(simulate(*find(document.models, scenario.model), scenario, options).value());
}

/// A context about one scenario of the sample and with its run alone.
inline ChartContext contextOfSample(const Document& document, const ScenarioId& id, std::uint64_t samples = 8192) {
    ChartContext context = chartContext(document, {runOfSample(document, id, samples)});
    context.scenario = id;
    return context;
}

inline Document sampleDocument() { return *readProject(sampleProject(), "sample"); }

} // namespace assay::test

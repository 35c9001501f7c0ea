// Which scenarios run before which: an input may take its samples from another scenario's output. Runs nothing.
#pragma once

#include "core/base/result.h"
#include "core/base/row.h"
#include "core/scenario/scenario.h"

#include <vector>

namespace assay {

/// The scenarios whose outputs this one takes, in the order of its inputs, each once. References that can't be read are
/// left to simulate to name.
std::vector<ScenarioId> upstreamsOf(const Scenario& scenario);

/// The wanted scenarios and all whose samples they need, each after what it needs, otherwise in the order of
/// `scenarios`. A reference to a scenario that is not there is left to simulate to name. Error: formulaCycle.
Result<std::vector<ScenarioId>> runOrder(const Rows<Scenario>& scenarios, const std::vector<ScenarioId>& wanted);

} // namespace assay

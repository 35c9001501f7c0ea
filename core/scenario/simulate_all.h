// Several scenarios, some of whose inputs may be other scenarios' outputs: each after those it needs.
#pragma once

#include "core/base/row.h"
#include "core/scenario/simulate.h"

namespace assay {

enum class SampleCounts { asAsked, ownOfEach }; ///< RunOptions::samples for all, or each scenario's own count

/// Runs in the scenarios' order. An input linked to a scenario that is not among them: idUnknown. Errors: modelUnknown,
/// formulaCycle (scenarios that need each other), simulate's.
Result<std::vector<RunPtr>> simulateAll(const Rows<Model>& models, const Rows<Scenario>& scenarios,
                                        const RunOptions& options, SampleCounts counts,
                                        const std::stop_token& stop = {});

/// Positions of the scenarios, each after those it needs. Errors: formulaCycle, idUnknown, fieldValue.
Result<std::vector<std::size_t>> scenarioOrder(const Rows<Scenario>& scenarios);

} // namespace assay

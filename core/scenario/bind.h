// Binding: a scenario's texts read against its model: a value or a distribution for each input, in base units, and the
// one chip that GPU stands for.
#pragma once

#include "core/dist/distribution.h"
#include "core/scenario/compile.h"
#include "core/scenario/run.h"
#include "core/scenario/scenario.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace assay {

struct BoundInput {
    Distribution distribution;
    std::optional<double> fixed; ///< base units; none when uncertain; the middle of an interval without a shape
    Column samples;              ///< another scenario's output instead of the distribution; else null
    ContentKey samplesKey;       ///< of those samples
    std::string unit;            ///< declared unit with the chip bound
};

struct Binding {
    std::vector<BoundInput> inputs; ///< in the model's order
    std::string chip;               ///< empty: GPU stays GPU
};

/// An input whose basis is another scenario's output takes that output's samples from `upstream`, sample by sample.
/// Errors: readInput's, inputUnit, chipsMixed, inputUnknown, idUnknown (a scenario that is not in upstream),
/// outputUnknown.
Result<Binding> bindInputs(const Model& model, const CompiledModel& compiled, const Scenario& scenario,
                           std::span<const RunPtr> upstream);

/// "SCENARIO/OUTPUT" of a basis of kind scenario; errors: fieldValue.
struct UpstreamReference {
    ScenarioId scenario;
    VariableId output;
};
Result<UpstreamReference> upstreamReference(const Basis& basis);

} // namespace assay

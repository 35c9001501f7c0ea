// Linking scenarios: an input takes its samples from another scenario's output, as an edit and as a list of what fits.
#pragma once

#include "core/base/result.h"
#include "core/document/document.h"

#include <vector>

namespace assay {

struct OutputReference {
    ScenarioId scenario;
    VariableId output;
    bool operator==(const OutputReference&) const = default;
};

/// The input takes the output's samples; its own text stays for when the link goes. Errors: idUnknown, inputUnknown,
/// outputUnknown, inputUnit, formulaCycle (the other scenario needs this one).
Result<Document> bindOutput(const Document& document, const ScenarioId& scenario, const VariableId& input,
                            const OutputReference& upstream);

/// The outputs that bindOutput would take, in the order of scenarios and of their models' outputs.
std::vector<OutputReference> outputsFor(const Document& document, const ScenarioId& scenario, const VariableId& input);

} // namespace assay

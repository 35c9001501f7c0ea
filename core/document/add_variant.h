// A scenario beside another one that differs by a few fixed inputs: what an answer to "what must be true" becomes.
#pragma once

#include "core/base/result.h"
#include "core/document/document.h"

#include <string>
#include <vector>

namespace assay {

struct FixedInput {
    VariableId input;
    double value = 0; ///< declared unit
    std::string unit; ///< with the chip bound
};

struct Variant {
    Document document;
    ScenarioId scenario; ///< the new one
};

/// Copies the scenario and fixes these inputs as assumptions with the note. Errors: idUnknown, setInput's.
Result<Variant> addVariant(const Document& document, const ScenarioId& scenario, std::string title,
                           const std::vector<FixedInput>& inputs, const std::string& note);

} // namespace assay

// What stands behind an output: the formulas on the way to it and the inputs at their end, by names alone. Knows no
// units and no values.
#pragma once

#include "core/scenario/model.h"

#include <string>
#include <vector>

namespace assay {

struct Behind {
    std::vector<const Formula*> formulas; ///< the output's own first, each once
    std::vector<const ModelInput*> inputs;
};

/// Empty when the model has no such formula. The pointers are into the model.
Behind behind(const Model& model, const VariableId& output);

/// The names in a formula's text, in order, each once.
std::vector<VariableId> namesIn(const std::string& formula);

} // namespace assay

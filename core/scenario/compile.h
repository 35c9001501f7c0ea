// CompiledModel: a model whose formulas are parsed, whose names are resolved, whose units agree and whose order of
// evaluation is known. Knows no values: they come with a scenario.
#pragma once

#include "core/scenario/formula.h"
#include "core/scenario/model.h"
#include "core/units/unit.h"

#include <vector>

namespace assay {

/// Variables are numbered: inputs in the model's order, then formulas in the model's order.
struct CompiledFormula {
    Expression expression;
    std::vector<int> variables; ///< per node: the variable a name stands for, -1 for other nodes
};

struct CompiledModel {
    std::vector<Unit> units;               ///< declared unit of every variable, GPU unbound
    std::vector<CompiledFormula> formulas; ///< in the model's order
    std::vector<std::size_t> order;        ///< formulas, each after those it needs
    std::vector<std::size_t> outputs;      ///< formulas that are outputs, in the model's `outputs` order
};

/// Errors: formula*, modelInvalid, unit*; place = id of the formula or input.
Result<CompiledModel> compileModel(const Model& model);

} // namespace assay

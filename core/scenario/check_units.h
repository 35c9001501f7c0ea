// Units of an expression, bottom up: + - comparisons need one dimension, exp and its kin none, ^ whole exponents.
#pragma once

#include "core/scenario/compile.h"

namespace assay {

/// The unit of the formula's expression. Errors: formulaUnits (both terms with their units, column), unitUnknown,
/// unitSyntax.
Result<Unit> unitOfFormula(const CompiledFormula& formula, const std::vector<Unit>& variableUnits);

} // namespace assay

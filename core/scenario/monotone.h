// Monotone: does a formula only rise, or only fall, in one of its inputs? Told from the formulas themselves by interval
// arithmetic over what the inputs can be, so that where it says so it is so. Knows no samples.
#pragma once

#include "core/scenario/bind.h"
#include "core/scenario/compile.h"

#include <vector>

namespace assay {

/// none: does not depend on it. unknown: neither could be shown.
enum class Trend { none, rises, falls, unknown };

/// Per formula of the model its trend in the input, whose values lie within its distribution's support.
std::vector<Trend> trendsOf(const CompiledModel& model, const Binding& binding, std::size_t input);

} // namespace assay

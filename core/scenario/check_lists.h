// The lists of a model that formulas do not show: streams and correlations.
#pragma once

#include "core/base/result.h"
#include "core/scenario/model.h"

namespace assay {

/// Streams are unique and in range, correlations name two different inputs and a rank in [-1, 1]. Error: modelInvalid.
Result<> checkLists(const Model& model);

} // namespace assay

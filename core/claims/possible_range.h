// The values an attribute can have at all, as the codebook gives them.
#pragma once

#include "core/base/result.h"
#include "core/claims/claim.h"

#include <limits>

namespace assay {

/// Both ends in base units; an end that is not given is infinite.
struct PossibleRange {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
};

/// Errors: rangeUnit (the attribute, its unit, the text that is no number in it), intervalReversed.
Result<PossibleRange> possibleRange(const Attribute& attribute);

} // namespace assay

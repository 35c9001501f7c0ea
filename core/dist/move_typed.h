// Moving and widening a typed input, number by number: what moveMedian, scaleSpread and moveQuantile are made of. For
// their files alone.
#pragma once

#include "core/dist/typed_input.h"

#include <string_view>

namespace assay {

struct Typed {
    ParsedInput parsed;
    Distribution distribution;
};

/// Errors: those of readInput.
Result<Typed> typedOf(std::string_view text, std::string_view unit);

/// The typed input with its median at `target` (base units); `distribution` is its own.
TypedInput movedTo(const TypedInput& typed, const Distribution& distribution, double target);

/// The typed input with its spread times `factor` about `median` (base units), which shapes with bounds may leave.
TypedInput spreadBy(TypedInput typed, double factor, double median);

} // namespace assay

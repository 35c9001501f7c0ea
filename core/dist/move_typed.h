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

/// Where a number is to go, and the ends it stays within; all in base units.
struct Target {
    double value = 0;
    double least = 0;
    double most = 0;
};

/// `value` in `unit` (none: a plain number), put between `low` and `high`. Errors: those of parseUnit.
Result<Target> targetOf(std::string_view unit, double value, double low, double high);

/// The typed input with its median at `target` (base units); `distribution` is its own.
TypedInput movedTo(const TypedInput& typed, const Distribution& distribution, double target);

/// The typed input with its spread times `factor` about `median` (base units), which shapes with bounds may leave.
TypedInput spreadBy(TypedInput typed, double factor, double median);

} // namespace assay

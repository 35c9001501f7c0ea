// Where values of an input are looked for: between the model's ends, or within its distribution. Knows no output.
#pragma once

#include "core/scenario/bind.h"
#include "core/scenario/model.h"

namespace assay {

struct Search {
    ValueRange range;  ///< base units
    double middle = 0; ///< the input's median now
    Scale scale = Scale::linear;
};

/// Between min and max of the model, or between P0.1 and P99.9 of its distribution where the model gives no ends.
/// Error: rangeUnknown.
Result<Search> searchOf(const ModelInput& input, const BoundInput& bound);

/// 0 at the low end, 1 at the high end, evenly on the search's scale; the ends exactly.
double pointOf(const Search& search, double part);

} // namespace assay

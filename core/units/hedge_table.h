// The phrases that bound or loosen a number, in four languages. A table only: the look-up is hedges'.
#pragma once

#include "core/units/quantity.h"

#include <span>
#include <string_view>

namespace assay {

struct HedgePhrase {
    std::u32string_view words; ///< lower case; a space stands for any run of spaces
    Bound bound;
};

std::span<const HedgePhrase> hedgesInFront();
std::span<const HedgePhrase> hedgesBehind();

} // namespace assay

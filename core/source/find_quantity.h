// Searching a text for a quantity, however it is written there: "USD 5M..7M" finds "$5.6 million" and "six million
// dollars", "50,000 GPUs" finds "50k H100s". A won is no dollar: nothing is converted.
#pragma once

#include "core/source/text_hits.h"
#include "core/units/read_quantity.h"

#include <vector>

namespace assay {

/// Of the quantities found in a text those whose value lies in what is wanted; of ranges and vague ones ("tens of
/// thousands") those that meet it. Without a unit: of any unit, by the value as printed. A GPU stands for every chip,
/// a chip for itself. A wanted value is as exact as it is typed: "$5.6M" is 5.55 to 5.65 million, "50,000" is 49,999.5
/// to 50,000.5. Unsure ones are never found.
TextHits findQuantity(const std::vector<FoundQuantity>& found, const Quantity& wanted);

} // namespace assay

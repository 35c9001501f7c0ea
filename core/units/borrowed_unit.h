// Numbers whose unit stands elsewhere in the sentence: "of 31,000 GPUs, perhaps 22,000 were rerouted", GPU 5만 장,
// "3 of the 8 nodes". Works on what the reader found; reads no number itself.
#pragma once

#include "core/units/read_quantity.h"

#include <string_view>
#include <vector>

namespace assay {

/// The quantities, those without a unit with that of the noun before them or of another quantity of their sentence,
/// where the words leave no other noun for them.
std::vector<FoundQuantity> withBorrowedUnits(std::u32string_view text, std::vector<FoundQuantity> found,
                                             std::string_view language);

} // namespace assay

// The numbers of a source that are no claim yet: what is offered to the analyst.
#pragma once

#include "core/document/document.h"
#include "core/units/read_quantity.h"

#include <cstddef>
#include <vector>

namespace assay {

/// Of the quantities found in the source's text those that no mention touches and that do not start at a dismissed
/// code point, in order.
std::vector<FoundQuantity> openQuantities(const Document& document, const SourceId& source,
                                          const std::vector<FoundQuantity>& found,
                                          const std::vector<std::size_t>& dismissed);

} // namespace assay

// The numbers of a source that are no claim yet: what is offered to the analyst, and what the analyst waved away.
#pragma once

#include "core/base/result.h"
#include "core/document/document.h"
#include "core/units/read_quantity.h"

#include <vector>

namespace assay {

struct SortedQuantities {
    std::vector<FoundQuantity> open;      ///< to be offered, in order
    std::vector<FoundQuantity> dismissed; ///< waved away, in order
};

/// Of the quantities found in the source's text those that no mention touches and that are not in its quiet ranges
/// (menus, buttons), by whether the source says they are dismissed.
SortedQuantities sortQuantities(const Document& document, const SourceId& source,
                                const std::vector<FoundQuantity>& found);

/// The number at these words is no claim: not offered again. Errors: idUnknown, fieldValue (an empty range).
Result<Document> dismissQuantity(const Document& document, const SourceId& source, TextRange words);

/// Takes back every dismissal that touches these words. Error: idUnknown.
Result<Document> offerQuantity(const Document& document, const SourceId& source, TextRange words);

} // namespace assay

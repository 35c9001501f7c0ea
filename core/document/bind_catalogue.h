// A catalogue's value as the basis of an input.
#pragma once

#include "core/catalog/cell.h"
#include "core/document/document.h"

#include <string>
#include <string_view>

namespace assay {

/// The cell "CATALOGUE/ROW/COLUMN" becomes the input's text in the input's unit, and the row its basis; the note says
/// where it was read and how well it is confirmed. Errors: idUnknown (also an empty cell), inputUnknown, inputUnit.
Result<Document> bindCatalogue(const Document& document, const ScenarioId& scenario, const VariableId& input,
                               std::string_view reference);

/// The note of a basis on that cell: the row, whose it is, how well it is confirmed and where it was read.
std::string catalogueNote(const CatalogCell& cell);

} // namespace assay

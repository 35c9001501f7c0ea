// Inputs that stand on a row of a catalogue take over what the row says when the project changes it.
#pragma once

#include "core/catalog/catalogs.h"
#include "core/document/document.h"

#include <string>

namespace assay {

/// True when both TEXTs are one and the same number.
bool saySame(const std::string& text, const std::string& other, const std::string& unit);

/// Every input that had the number of one of the row's cells under `before` gets that of the document's own row,
/// defaults of models too, which become inputs of the scenario; back on the shipped row they are defaults again. An
/// input that had another number, or whose cell is gone, stays as it is: staleInputs tells.
void followRow(Document& document, const Catalogs& before, const CatalogueRowId& row);

/// The defaults of one scenario that stand on rows of the project.
void takeOwnRows(Document& document, const ScenarioId& scenario);

} // namespace assay

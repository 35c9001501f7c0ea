// Findings on the project's own catalogue rows and on inputs that stand on catalogues.
#pragma once

#include "core/claims/finding.h"
#include "core/document/document.h"

#include <vector>

namespace assay {

/// All notes: shipped rows that the project corrects, value by value; cells and rows that no catalogue here takes;
/// inputs whose row is gone or says another number, with what they use instead.
std::vector<Finding> catalogueFindings(const Document& document);

} // namespace assay

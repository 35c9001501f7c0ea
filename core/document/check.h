// check: every finding over a document: rules over claims, anchors, and (later) assertions and consistency.
#pragma once

#include "core/claims/finding.h"
#include "core/document/document.h"

#include <vector>

namespace assay {

std::vector<Finding> check(const Document& document);

/// The same findings with what the analyst decided of them. A finding that says something else now than when it was
/// decided on is open again and keeps the note.
std::vector<Finding> decided(const Document& document, std::vector<Finding> findings);

} // namespace assay

// check: every finding over a document: rules over claims, anchors, and (later) assertions and consistency.
#pragma once

#include "core/claims/finding.h"
#include "core/document/document.h"

#include <vector>

namespace assay {

std::vector<Finding> check(const Document& document);

} // namespace assay

// Writes a typed input back with other numbers in the same form. Knows no slider.
#pragma once

#include "core/dist/typed_input.h"

namespace assay {

/// The text of `parsed` with the numbers of `changed` (same form) in as few digits as keep median and spread, the
/// median in [low, high] (base units). Errors: those of distributionOf.
Result<std::string> rewriteInput(const ParsedInput& parsed, const TypedInput& changed, double low, double high);

} // namespace assay

// The mentions of a source as marks in its text.
#pragma once

#include "core/document/document.h"
#include "ui/views/source_text.h"

namespace assay {

/// In the project's order of claims; each with a tip that says what is claimed and how well it is confirmed.
std::vector<TextMark> marksOf(const Document& document, const SourceId& source);

} // namespace assay

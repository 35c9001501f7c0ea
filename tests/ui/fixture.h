// A small document for the window's tests: two sources (one a digest, one with emoji and CRLF), five claims in four
// units, one scenario-free project. Built by hand, so that it needs no reader.
#pragma once

#include "core/document/document.h"

namespace assay::test {

Document smallDocument();

/// A mention of `quote` in the source, at its first occurrence; the quote must occur.
Mention mentionOf(const Source& source, const std::string& id, const std::string& quote, std::vector<Utterance> chain);

} // namespace assay::test

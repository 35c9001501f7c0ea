// Anchor: where words stand in a source (W3C TextPositionSelector + TextQuoteSelector), in code points.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/source/source.h"

#include <cstddef>
#include <string>

namespace assay {

struct Anchor {
    SourceId source;
    std::size_t start = 0; ///< code points, 0-based
    std::size_t end = 0;   ///< exclusive
    std::string quote;     ///< exactly the words at [start, end)
    std::string prefix;    ///< up to 32 code points before
    std::string suffix;    ///< up to 32 code points after
    bool operator==(const Anchor&) const = default;
};

/// The anchor of the code points [start, end) of a source. Error: fieldValue when the range is empty or outside.
Result<Anchor> makeAnchor(const Source& source, std::size_t start, std::size_t end);

/// The anchor of the n-th (0-based) exact occurrence of quote. Error: fieldValue when it does not occur so often.
Result<Anchor> anchorOfQuote(const Source& source, std::string_view quote, std::size_t occurrence = 0);

/// True when the source's text at the position equals the quote.
bool isAnchored(const Source& source, const Anchor& anchor);

} // namespace assay

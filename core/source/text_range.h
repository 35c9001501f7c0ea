// TextRange: a stretch of a text, in code points.
#pragma once

#include <compare>
#include <cstddef>

namespace assay {

struct TextRange {
    std::size_t start = 0;                              ///< code points, 0-based
    std::size_t end = 0;                                ///< exclusive
    auto operator<=>(const TextRange&) const = default; ///< by start, then by end
};

} // namespace assay

// TextHits: what a search in a text found, and whether it saw all of it.
#pragma once

#include "core/source/text_range.h"

#include <cstddef>
#include <vector>

namespace assay {

enum class SearchEnd {
    complete,
    tooMany,   ///< there are more than mostHits; the first ones are given
    tooCostly, ///< a regular expression took too long; what was found before is given
    cancelled
};

struct TextHits {
    std::vector<TextRange> ranges; ///< ascending, not overlapping, none of them empty
    SearchEnd end = SearchEnd::complete;
    std::size_t searchedTo = 0; ///< of an early end: the code point up to which the text was searched
    bool operator==(const TextHits&) const = default;
};

/// Nobody steps through more; bounds what a search for "e" in a long text costs.
inline constexpr std::size_t mostHits = 100'000;

} // namespace assay

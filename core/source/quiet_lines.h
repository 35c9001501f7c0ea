// Lines of a text that are a page's furniture and not its words: "Text Size", "Close", cookie notices. Knows no markup.
#pragma once

#include "core/source/text_range.h"

#include <string_view>
#include <vector>

namespace assay {

/// Code points, ascending, apart. Only whole lines; a line that could be a sentence of the page is none.
std::vector<TextRange> quietLines(std::string_view utf8);

/// Both lists as one, ascending and apart. What lies behind `length` code points is cut off.
std::vector<TextRange> united(const std::vector<TextRange>& a, const std::vector<TextRange>& b, std::size_t length);

/// True when the ranges, ascending and apart, touch [start, end).
bool touches(const std::vector<TextRange>& ranges, TextRange range);

} // namespace assay

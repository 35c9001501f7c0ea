// Pages of a text that comes from a PDF: form feeds stand between them. Knows no source.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace assay {

/// The code point at which each page begins; one page when nothing divides the text.
std::vector<std::size_t> pageStarts(std::string_view utf8);

/// The page of a code point, from 1.
std::size_t pageAt(const std::vector<std::size_t>& starts, std::size_t codePoint);

} // namespace assay

// What an HTML page may have at most, counted before it is parsed: a tree costs a hundred times the bytes it is made
// of, and libxml2 compares each attribute with all before it. Reads no text.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace assay {

inline constexpr std::size_t mostHtmlElements = 1'000'000;
inline constexpr std::size_t mostHtmlAttributes = 1'000; ///< of one element

/// Error: importFailed that names the limit (place = fileName).
Result<> checkHtmlBounds(std::string_view page, const std::string& fileName);

} // namespace assay

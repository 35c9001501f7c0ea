// UTF-8 and code points. Every offset in Assay's files and on its command line counts Unicode code points.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace assay {

bool isUtf8(std::string_view text);

/// Bytes up to the first that is no UTF-8; text.size() when all is well.
std::size_t validUtf8Prefix(std::string_view text);

std::size_t codePointCount(std::string_view text);

/// Byte offset of the n-th code point of valid UTF-8; text.size() when there are no more than n.
std::size_t byteOffset(std::string_view text, std::size_t codePoint);

/// The code points [start, end) of valid UTF-8.
std::string_view codePoints(std::string_view text, std::size_t start, std::size_t end);

/// Bytes that are no UTF-8, and code points that are no characters, become U+FFFD.
std::u32string toUtf32(std::string_view text);
std::string toUtf8(std::u32string_view text);

} // namespace assay

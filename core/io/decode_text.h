// Bytes in any usual encoding -> UTF-8. Line ends and characters stay as they are. Knows no markup.
#pragma once

#include "core/base/result.h"

#include <span>
#include <string>
#include <string_view>

namespace assay {

struct DecodedText {
    std::string text;     ///< UTF-8 without byte order mark
    std::string encoding; ///< what it was decoded from, one of encodings() or as declared, lower case
    std::string warning;  ///< empty, or one of Imported::warnings' codes
};

/// By byte order mark, else UTF-8, else the declared encoding (may be empty or unknown), else UTF-16 without a mark, or
/// the encoding that the letters' statistics point to. UTF-8 with a few broken places stays UTF-8, each place a U+FFFD.
/// Errors: notUtf8 (byte offset) when nothing fits, importFailed for binary content.
Result<DecodedText> decodeText(std::string_view bytes, const std::string& fileName, const std::string& declared = {});

/// From this encoding and no other; a byte order mark of it is left out. Error: encodingUnfit.
Result<DecodedText> decodeTextAs(std::string_view bytes, const std::string& fileName, const std::string& encoding);

/// The encodings that one can choose from, the most usual ones first; names as in the Encoding Standard (WHATWG).
std::span<const std::string_view> encodings();

} // namespace assay

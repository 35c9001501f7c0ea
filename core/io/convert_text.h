// One encoding -> UTF-8, piece by piece, so that memory is that of the text. Detects nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace assay {

struct Converted {
    std::string text; ///< UTF-8
    std::optional<std::size_t>
        wrongByte; ///< offset of the first that the encoding does not have; 0 for a name that is none
};

/// Strict: a byte sequence that the encoding does not have ends it; nothing is replaced.
Converted convertText(std::string_view bytes, const std::string& encoding);

/// What the Encoding Standard (WHATWG, 4.2) makes of a name in lower case: "ks_c_5601-1987" is "euc-kr", "latin1" is
/// "windows-1252". A name it doesn't change comes back as it is.
std::string standardName(const std::string& name);

/// Control characters that no text has: all but tab, line ends and form feed, escape included.
bool hasControls(std::string_view utf8);

} // namespace assay

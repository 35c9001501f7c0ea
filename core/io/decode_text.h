// Bytes in any usual encoding -> UTF-8. Line ends and characters stay as they are. Knows no markup.
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace assay {

struct DecodedText {
    std::string text;     ///< UTF-8 without byte order mark
    std::string encoding; ///< "utf-8", or what it was decoded from, lower case: "utf-16le", "euc-kr"
};

/// By byte order mark, else UTF-8, else the declared encoding (may be empty or unknown), else the encoding that the
/// letters' statistics point to. Errors: notUtf8 (byte offset) when nothing fits, importFailed for binary content.
Result<DecodedText> decodeText(std::string_view bytes, const std::string& fileName, const std::string& declared = {});

} // namespace assay

// JSON text -> JsonValue: exact numbers, no duplicate keys, limits, places for messages. (durability: "Numbers in
// JSON")
#pragma once

#include "core/base/result.h"
#include "core/io/json_value.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace assay {

/// Reaching one is an error that names it. Tests set them small.
struct JsonLimits {
    std::size_t depth = 64;
    std::size_t bytes = std::size_t{512} << 20;
};

/// Errors, each with file:line:column: jsonSyntax, jsonDuplicateKey, jsonLimit, notUtf8. A byte order mark is skipped.
Result<JsonValue> readJson(std::string_view text, const std::string& fileName, const JsonLimits& limits = {});

/// "file:line:column" of the token with this ordinal (strings, keys, numbers, words and opening brackets count, from
/// 0); lines and columns from 1, columns in code points. The text must be valid JSON up to that token.
std::string jsonPlace(std::string_view text, const std::string& fileName, std::uint32_t ordinal);

} // namespace assay

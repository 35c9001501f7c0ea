// JsonValue -> text: shortest numbers, UTF-8 as it is, and a fixed layout that diffs and merges well. Knows no
// document.
#pragma once

#include "core/io/json_value.h"

#include <cstdint>
#include <string>
#include <utility>

namespace assay {

/// Shortest text that reads back to the same bits (std::to_chars); -0 is kept. The value must be finite.
JsonNumber jsonNumber(double value);
JsonNumber jsonNumber(std::uint64_t value);
JsonNumber jsonNumber(int value);

inline JsonMember jsonText(std::string key, std::string value) { return {std::move(key), JsonValue(std::move(value))}; }

/// On one line: {"a": 1, "b": [2, 3]}.
std::string writeJson(const JsonValue& value);

enum class Layout { fit, open }; ///< fit: on one line when it has room there; open: one member or element a line
void appendJson(std::string& text, const JsonValue& value, Layout layout, int indent);

} // namespace assay

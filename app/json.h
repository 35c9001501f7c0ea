// Shorthand for the JSON that sub-commands print. The writing itself is core/io's.
#pragma once

#include "core/io/json_value.h"
#include "core/io/json_writer.h"

#include <cmath>
#include <span>
#include <string>

namespace assay {

inline JsonMember jsonCount(std::string key, std::uint64_t value) {
    return {std::move(key), JsonValue(jsonNumber(value))};
}
inline JsonMember jsonList(std::string key, JsonArray value) { return {std::move(key), JsonValue(std::move(value))}; }

/// JSON has no NaN and no infinity: null stands for them.
inline JsonValue jsonReal(double value) { return std::isfinite(value) ? JsonValue(jsonNumber(value)) : JsonValue(); }
inline JsonMember jsonReal(std::string key, double value) { return {std::move(key), jsonReal(value)}; }

/// One document with a line end: what `--json` prints.
inline std::string jsonDocument(JsonObject object) {
    std::string text;
    appendJson(text, JsonValue(std::move(object)), Layout::fit, 0);
    return text + "\n";
}

} // namespace assay

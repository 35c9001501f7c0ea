// A JSON value as read: numbers as the file wrote them, members in file order. Knows no document.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace assay {

struct JsonValue;
struct JsonMember;

/// The number's own text ("1.50"): nothing is lost before the reader of the field decides what it is.
struct JsonNumber {
    std::string text;
    bool operator==(const JsonNumber&) const = default;
};

using JsonArray = std::vector<JsonValue>;
using JsonObject = std::vector<JsonMember>;

struct JsonValue {
    std::variant<std::nullptr_t, bool, JsonNumber, std::string, JsonArray, JsonObject> data;
    std::uint32_t ordinal = 0; ///< which token of the file it starts with; jsonPlace turns it into line and column

    JsonValue();
    template <class T>
    requires std::same_as<T, std::nullptr_t> || std::same_as<T, bool> || std::same_as<T, JsonNumber> || std::same_as<
        T, std::string> || std::same_as<T, JsonArray> || std::same_as<T, JsonObject>
    explicit JsonValue(T value, std::uint32_t ordinal_ = 0) : data(std::move(value)), ordinal(ordinal_) {}
    bool operator==(const JsonValue& other) const;
};

struct JsonMember {
    std::string key;
    JsonValue value;
    bool operator==(const JsonMember&) const = default;
};

// Behind JsonMember: clang 14 wants it complete here.
inline JsonValue::JsonValue() = default;
inline bool JsonValue::operator==(const JsonValue& other) const { return data == other.data; }

/// The member with this key, or nullptr.
JsonValue* findMember(JsonObject& object, std::string_view key);

} // namespace assay

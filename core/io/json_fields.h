// Structs <-> JsonValue by their lists of fields (core/document/fields.h). Knows no file layout and no version.
#pragma once

#include "core/base/result.h"
#include "core/document/fields.h"
#include "core/document/words.h"
#include "core/io/json_reader.h"
#include "core/io/json_writer.h"

#include <charconv>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace assay {

enum class UnknownKeys { refuse, keep }; ///< keep: a newer minor version's, in rows and the document

/// Where a row stands in the file, for errors that are found after reading.
struct RowPlace {
    std::string id;
    std::uint32_t ordinal = 0;
};

/// Reads values out of a JsonValue; the first error stops everything.
class FieldReader {
public:
    FieldReader(std::string_view text, const std::string& fileName, UnknownKeys unknown)
        : m_text(text),
          m_fileName(fileName),
          m_unknown(unknown) {}

    const std::optional<Error>& error() const { return m_error; }
    std::string place(std::uint32_t ordinal) const { return jsonPlace(m_text, m_fileName, ordinal); }

    /// Every object with an id that was read, in file order.
    const std::vector<RowPlace>& rows() const { return m_rows; }

    void refuse(ErrorCode code, std::uint32_t ordinal, std::vector<std::string> details) {
        if (!m_error)
            m_error = Error(code, place(ordinal), std::move(details));
    }

    /// The value as a T; an error and T{} when it is none. Text is moved out of the value.
    template <class T>
    T read(JsonValue& value, std::string_view key);

private:
    template <class T>
    T readStruct(JsonValue& value, std::string_view key);
    template <class T, class M>
    void readField(const Field<T, M>& field, JsonObject& object, std::vector<bool>& used, std::uint32_t ordinal,
                   T& into);
    template <class T>
    void takeUnknown(JsonObject& object, const std::vector<bool>& used, T& into);
    template <class T>
    T readNumber(const JsonValue& value, std::string_view key);

    /// The value's T, or nullptr and an error that names the type wanted.
    template <class T>
    T* expect(JsonValue& value, std::string_view key, std::string_view wanted) {
        T* found = std::get_if<T>(&value.data);
        if (found == nullptr)
            refuse(ErrorCode::fieldType, value.ordinal, {std::string(key), std::string(wanted)});
        return found;
    }

    std::string_view m_text;
    const std::string& m_fileName;
    UnknownKeys m_unknown;
    std::optional<Error> m_error;
    std::vector<RowPlace> m_rows;
};

namespace detail {

template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsRow : std::false_type {};
template <class T>
struct IsRow<Row<T>> : std::true_type {
    using Value = T;
};
template <class T>
struct IsId : std::false_type {};
template <class Tag>
struct IsId<Id<Tag>> : std::true_type {};

template <class T>
concept Numeric = std::is_arithmetic_v<T> && !std::same_as<T, bool> && !std::same_as<T, char>;

/// The words an enum may have, for messages.
template <HasWords E>
std::string allowedWords() {
    std::string text;
    for (const std::string_view word : Words<E>::list)
        text += (text.empty() ? "" : ", ") + std::string(word);
    return text;
}

} // namespace detail

template <class T>
T FieldReader::readNumber(const JsonValue& value, std::string_view key) {
    const std::string wanted = std::is_floating_point_v<T> ? "a number" : "a whole number";
    const auto* number = std::get_if<JsonNumber>(&value.data);
    if (number == nullptr) {
        refuse(ErrorCode::fieldType, value.ordinal, {std::string(key), wanted});
        return T{};
    }
    T result{};
    const char* last = number->text.data() + number->text.size();
    const auto [end, error] = std::from_chars(number->text.data(), last, result);
    if (error == std::errc() && end == last)
        return result;
    const bool isWhole = number->text.find_first_of(".eE") == std::string::npos;
    if (isWhole)
        refuse(ErrorCode::fieldValue, value.ordinal,
               {std::string(key), number->text, std::is_signed_v<T> ? "a smaller number" : "0 and above"});
    else
        refuse(ErrorCode::fieldType, value.ordinal, {std::string(key), wanted});
    return T{};
}

template <class T>
T FieldReader::read(JsonValue& value, std::string_view key) {
    if constexpr (detail::IsRow<T>::value) {
        return T(read<typename detail::IsRow<T>::Value>(value, key));
    } else if (m_error) {
        return T{};
    } else if constexpr (std::same_as<T, std::string>) {
        std::string* text = expect<std::string>(value, key, "text");
        return text == nullptr ? T{} : std::move(*text);
    } else if constexpr (detail::IsId<T>::value) {
        return T{read<std::string>(value, key)};
    } else if constexpr (std::same_as<T, bool>) {
        const bool* truth = expect<bool>(value, key, "true or false");
        return truth != nullptr && *truth;
    } else if constexpr (std::same_as<T, char>) {
        const std::string text = read<std::string>(value, key);
        if (text.size() != 1)
            refuse(ErrorCode::fieldValue, value.ordinal, {std::string(key), text, "one letter or digit"});
        return text.size() == 1 ? text[0] : T{};
    } else if constexpr (detail::Numeric<T>) {
        return readNumber<T>(value, key);
    } else if constexpr (std::same_as<T, Bound>) {
        const std::string text = read<std::string>(value, key);
        const std::optional<Bound> bound = boundFromText(text);
        if (!bound)
            refuse(ErrorCode::fieldValue, value.ordinal,
                   {std::string(key), text, "=, ~, <, <=, >, >=, range, vague, unsure"});
        return bound.value_or(Bound{});
    } else if constexpr (HasWords<T>) {
        const std::string text = read<std::string>(value, key);
        const std::optional<T> word = fromWord<T>(text);
        if (!word)
            refuse(ErrorCode::fieldValue, value.ordinal, {std::string(key), text, detail::allowedWords<T>()});
        return word.value_or(T{});
    } else if constexpr (detail::IsOptional<T>::value) {
        return T{read<typename T::value_type>(value, key)};
    } else if constexpr (detail::IsVector<T>::value) {
        T list;
        if (JsonArray* array = expect<JsonArray>(value, key, "a list")) {
            list.reserve(array->size());
            for (JsonValue& item : *array)
                list.push_back(read<typename T::value_type>(item, key));
        }
        return list;
    } else {
        return readStruct<T>(value, key);
    }
}

template <class T>
T FieldReader::readStruct(JsonValue& value, std::string_view key) {
    T result{};
    JsonObject* object = expect<JsonObject>(value, key, "an object");
    if (object == nullptr)
        return result;
    std::vector<bool> used(object->size(), false);
    forEachField<T>([&](const auto& field) { readField(field, *object, used, value.ordinal, result); });
    takeUnknown(*object, used, result);
    if constexpr (requires { result.id.value; })
        m_rows.push_back(RowPlace{result.id.value, value.ordinal});
    return result;
}

template <class T, class M>
void FieldReader::readField(const Field<T, M>& field, JsonObject& object, std::vector<bool>& used,
                            std::uint32_t ordinal, T& into) {
    for (std::size_t i = 0; i < object.size() && !m_error; ++i) {
        if (object[i].key != field.key)
            continue;
        used[i] = true;
        into.*field.member = read<M>(object[i].value, field.key);
        return;
    }
    if (field.need == Need::required)
        refuse(ErrorCode::fieldMissing, ordinal, {std::string(field.key)});
}

template <class T>
void FieldReader::takeUnknown(JsonObject& object, const std::vector<bool>& used, T& into) {
    for (std::size_t i = 0; i < object.size() && !m_error; ++i) {
        if (used[i])
            continue;
        if constexpr (HasExtra<T>) {
            if (m_unknown == UnknownKeys::keep) {
                into.extra[object[i].key] = writeJson(object[i].value);
                continue;
            }
        }
        refuse(ErrorCode::fieldUnknown, object[i].value.ordinal - 1, {object[i].key});
    }
}

/// Any value of a document as JSON: fields in order, defaults left out, then the keys of a newer version in key order.
template <class T>
JsonValue toJson(const T& value) {
    if constexpr (std::same_as<T, std::string> || std::same_as<T, bool>) {
        return JsonValue(value);
    } else if constexpr (detail::IsId<T>::value) {
        return JsonValue(value.value);
    } else if constexpr (std::same_as<T, char>) {
        return JsonValue(std::string(1, value));
    } else if constexpr (detail::Numeric<T>) {
        return JsonValue(jsonNumber(value));
    } else if constexpr (std::same_as<T, Bound>) {
        return JsonValue(std::string(boundText(value)));
    } else if constexpr (HasWords<T>) {
        return JsonValue(std::string(wordOf(value)));
    } else if constexpr (detail::IsOptional<T>::value || detail::IsRow<T>::value) {
        return toJson(*value);
    } else if constexpr (detail::IsVector<T>::value) {
        JsonArray list;
        list.reserve(value.size());
        for (const auto& item : value)
            list.push_back(toJson(item));
        return JsonValue(std::move(list));
    } else {
        JsonObject object;
        const T defaults{};
        forEachField<T>([&](const auto& field) {
            if (field.need == Need::required || !(value.*field.member == defaults.*field.member))
                object.push_back(JsonMember{std::string(field.key), toJson(value.*field.member)});
        });
        if constexpr (HasExtra<T>)
            for (const auto& [key, json] : value.extra)
                object.push_back(JsonMember{key, readJson(json, key).value()});
        return JsonValue(std::move(object));
    }
}

} // namespace assay

// Reading line by line with places for messages.
#include "app/json_lines.h"

#include "core/base/atomic_file.h"
#include "core/base/utf8.h"
#include "core/io/json_reader.h"

#include <algorithm>
#include <charconv>
#include <iostream>
#include <iterator>

namespace assay {

std::string nameOfOperand(const std::string& file) { return file == "-" ? "standard input" : file; }

Result<std::string> readTextOperand(const std::string& file) {
    Result<std::string> text =
        file == "-" ? Result<std::string>(std::string(std::istreambuf_iterator<char>(std::cin), {})) : readFile(file);
    if (text && !isUtf8(*text))
        return Error(ErrorCode::notUtf8, nameOfOperand(file), {std::to_string(validUtf8Prefix(*text) + 1)});
    return text;
}

Result<Outcome> answerLines(const std::string& file, const AnswerLine& answer) {
    const Result<std::string> read = readTextOperand(file);
    if (!read)
        return read.error();
    Outcome outcome;
    std::string_view text = *read;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (line.find_first_not_of(" \t\r") == std::string_view::npos)
            continue;
        const std::string place = nameOfOperand(file) + ":" + std::to_string(number);
        Result<JsonValue> value = readJson(line, place);
        if (!value)
            return value.error();
        auto* object = std::get_if<JsonObject>(&value->data);
        if (!object)
            return Error(ErrorCode::fieldType, place, {"line", "an object"});
        const Result<JsonValue> out = answer(std::move(*object), place);
        if (!out)
            return out.error();
        outcome.out += writeJson(*out) + "\n";
    }
    return outcome;
}

Result<std::string> textMember(JsonObject& object, std::string_view key, const std::string& place, Presence presence) {
    const JsonValue* member = findMember(object, key);
    if (!member && presence == Presence::required)
        return Error(ErrorCode::fieldMissing, place, {std::string(key)});
    if (!member || (presence == Presence::optional && std::holds_alternative<std::nullptr_t>(member->data)))
        return std::string();
    if (const auto* text = std::get_if<std::string>(&member->data))
        return *text;
    return Error(ErrorCode::fieldType, place, {std::string(key), "text"});
}

Result<std::size_t> countMember(JsonObject& object, std::string_view key, const std::string& place) {
    const JsonValue* member = findMember(object, key);
    if (!member || std::holds_alternative<std::nullptr_t>(member->data))
        return std::size_t{0};
    std::size_t count = 0;
    if (const auto* number = std::get_if<JsonNumber>(&member->data)) {
        const char* end = number->text.data() + number->text.size();
        if (const auto [last, failed] = std::from_chars(number->text.data(), end, count);
            failed == std::errc() && last == end)
            return count;
    }
    return Error(ErrorCode::fieldType, place, {std::string(key), "a whole number from 0"});
}

} // namespace assay

// assay extract: every quantity in a text, or in each line of a JSON Lines stream.
#include "app/commands.h"
#include "app/json.h"
#include "app/table.h"
#include "core/base/atomic_file.h"
#include "core/base/utf8.h"
#include "core/io/json_reader.h"
#include "core/units/read_quantity.h"

#include <array>
#include <iostream>
#include <iterator>

namespace assay {
namespace {

constexpr std::array<std::string_view, 4> languages = {"en", "ko", "zh", "ja"};

JsonMember orNull(std::string key, const std::optional<double>& value) {
    return {std::move(key), value ? jsonReal(*value) : JsonValue()};
}

JsonMember quantitiesJson(std::string_view text, const ReadOptions& options) {
    JsonArray rows;
    for (const FoundQuantity& found : findQuantities(text, options)) {
        const Quantity& quantity = found.quantity;
        rows.push_back(JsonValue(
            JsonObject{jsonCount("start", found.start), jsonCount("end", found.end),
                       jsonText("text", std::string(codePoints(text, found.start, found.end))),
                       orNull("value", quantity.value), orNull("low", quantity.low), orNull("high", quantity.high),
                       jsonText("bound", std::string(boundText(quantity.bound))), jsonText("unit", quantity.unit),
                       jsonCount("digits", static_cast<std::uint64_t>(quantity.digits))}));
    }
    return jsonList("quantities", std::move(rows));
}

std::string numberText(const std::optional<double>& value) { return value ? writeNumber(*value) : std::string(); }

std::string quantitiesText(std::string_view text, const ReadOptions& options) {
    Table table{{"start", "end", "text", "bound", "value", "low", "high", "unit"},
                {},
                {Align::right, Align::right, Align::left, Align::left, Align::right, Align::right, Align::right}};
    for (const FoundQuantity& found : findQuantities(text, options)) {
        const Quantity& quantity = found.quantity;
        table.rows.push_back({std::to_string(found.start), std::to_string(found.end),
                              std::string(codePoints(text, found.start, found.end)),
                              std::string(boundText(quantity.bound)), numberText(quantity.value),
                              numberText(quantity.low), numberText(quantity.high), quantity.unit});
    }
    return tableText(table);
}

/// One line of --jsonl; `place` is "file:line". Errors: those of readJson, fieldMissing, fieldType.
Result<std::string> lineOut(std::string_view line, const std::string& place, const std::string& language) {
    Result<JsonValue> read = readJson(line, place);
    if (!read)
        return read.error();
    auto* object = std::get_if<JsonObject>(&read->data);
    if (!object)
        return Error(ErrorCode::fieldType, place, {"line", "an object"});
    ReadOptions options{language};
    JsonValue* text = findMember(*object, "text");
    JsonValue* own = findMember(*object, "language");
    if (!text)
        return Error(ErrorCode::fieldMissing, place, {"text"});
    if (!std::holds_alternative<std::string>(text->data))
        return Error(ErrorCode::fieldType, place, {"text", "text"});
    if (own && std::holds_alternative<std::string>(own->data))
        options.language = std::get<std::string>(own->data);
    const JsonValue* id = findMember(*object, "id");
    return writeJson(JsonValue(
               JsonObject{{"id", id ? *id : JsonValue()}, quantitiesJson(std::get<std::string>(text->data), options)}))
           + "\n";
}

Result<Outcome> linesOut(std::string_view text, const std::string& file, const std::string& language) {
    Outcome outcome;
    std::size_t number = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string_view::npos)
            continue;
        const Result<std::string> out = lineOut(line, file + ":" + std::to_string(number), language);
        if (!out)
            return out.error();
        outcome.out += *out;
    }
    return outcome;
}

Result<std::string> readText(const std::string& file) {
    if (file == "-")
        return std::string(std::istreambuf_iterator<char>(std::cin), {});
    return readFile(file);
}

Result<Outcome> run(const Arguments& arguments) {
    const std::string file = arguments.operands.empty() ? "-" : arguments.operands[0];
    const Result<std::size_t> language = oneOf(arguments, "--language", languages);
    if (!language)
        return language.error();
    const Result<std::string> text = readText(file);
    if (!text)
        return text.error();
    const std::string place = file == "-" ? "standard input" : file;
    if (!isUtf8(*text))
        return Error(ErrorCode::notUtf8, place, {std::to_string(validUtf8Prefix(*text) + 1)});
    const ReadOptions options{std::string(languages[*language])};
    if (arguments.has("--jsonl"))
        return linesOut(*text, place, options.language);
    return Outcome{arguments.has("--json") ? jsonDocument({quantitiesJson(*text, options)})
                                           : quantitiesText(*text, options)};
}

} // namespace

Command extractCommand() {
    return {"extract",
            {"[FILE|-]"},
            "find the quantities in a text",
            {{"--language", "en|ko|zh|ja", "how numbers are written (default en)"},
             {"--jsonl", "", "read and write one JSON object a line"},
             {"--json", "", "print JSON"}},
            run};
}

} // namespace assay

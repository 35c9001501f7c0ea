// assay extract: every quantity in a text, or in each line of a JSON Lines stream.
#include "app/commands.h"
#include "app/json_lines.h"
#include "app/table.h"
#include "core/base/utf8.h"
#include "core/units/read_quantity.h"

#include <array>

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

Result<JsonValue> lineOut(JsonObject line, const std::string& place, const std::string& language) {
    const Result<std::string> text = textMember(line, "text", place, Presence::required);
    if (!text)
        return text.error();
    const Result<std::string> own = textMember(line, "language", place, Presence::optional);
    if (!own)
        return own.error();
    const JsonValue* id = findMember(line, "id");
    const ReadOptions options{own->empty() ? language : *own};
    return JsonValue(JsonObject{{"id", id ? *id : JsonValue()}, quantitiesJson(*text, options)});
}

Result<Outcome> run(const Arguments& arguments) {
    const std::string file = arguments.operands.empty() ? "-" : arguments.operands[0];
    const Result<std::size_t> language = oneOf(arguments, "--language", languages);
    if (!language)
        return language.error();
    const ReadOptions options{std::string(languages[*language])};
    if (arguments.has("--jsonl"))
        return answerLines(file, [&options](JsonObject line, const std::string& place) {
            return lineOut(std::move(line), place, options.language);
        });
    const Result<std::string> text = readTextOperand(file);
    if (!text)
        return text.error();
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

// assay anchor: quotes found again in changed texts, one JSON object a line in and out.
#include "app/commands.h"
#include "app/json_lines.h"
#include "core/source/find_anchor.h"

#include <memory>

namespace assay {
namespace {

/// Lines about one text one after the other share its index.
struct Prepared {
    std::string words;
    std::unique_ptr<AnchorText> text;
};

JsonValue answer(const JsonValue& id, const FoundAnchor& found) {
    const bool isFound = found.state != AnchorState::orphan;
    const bool isChanged = found.state == AnchorState::numberChanged;
    const auto place = [&](std::size_t at) { return isFound ? JsonValue(jsonNumber(std::uint64_t{at})) : JsonValue(); };
    const auto number = [&](const std::string& text) { return isChanged ? JsonValue(text) : JsonValue(); };
    return JsonValue(JsonObject{{"id", id},
                                jsonText("state", std::string(anchorStateText(found.state))),
                                {"start", place(found.start)},
                                {"end", place(found.end)},
                                jsonReal("score", found.score),
                                {"was", number(found.was)},
                                {"now", number(found.now)},
                                jsonCount("rivals", found.rivals)});
}

Result<Anchor> anchorOf(JsonObject& line, const std::string& place) {
    const Result<std::string> quote = textMember(line, "quote", place, Presence::required);
    if (!quote)
        return quote.error();
    const Result<std::string> prefix = textMember(line, "prefix", place, Presence::optional);
    if (!prefix)
        return prefix.error();
    const Result<std::string> suffix = textMember(line, "suffix", place, Presence::optional);
    if (!suffix)
        return suffix.error();
    const Result<std::size_t> start = countMember(line, "start", place);
    if (!start)
        return start.error();
    const Result<std::size_t> end = countMember(line, "end", place);
    if (!end)
        return end.error();
    return Anchor{.source = {}, .start = *start, .end = *end, .quote = *quote, .prefix = *prefix, .suffix = *suffix};
}

Result<JsonValue> findLine(JsonObject line, const std::string& place, Prepared& prepared) {
    Result<std::string> words = textMember(line, "text", place, Presence::required);
    if (!words)
        return words.error();
    const Result<Anchor> anchor = anchorOf(line, place);
    if (!anchor)
        return anchor.error();
    const Result<std::string> language = textMember(line, "language", place, Presence::optional);
    if (!language)
        return language.error();
    if (!prepared.text || prepared.words != *words) {
        prepared.words = std::move(*words);
        prepared.text = std::make_unique<AnchorText>(prepared.words);
    }
    const ReadOptions options = readingIn(*language);
    const JsonValue* id = findMember(line, "id");
    return answer(id ? *id : JsonValue(), findAnchor(*prepared.text, *anchor, options));
}

Result<Outcome> run(const Arguments& arguments) {
    if (!arguments.has("--jsonl"))
        return Error(ErrorCode::usageMissing, "assay anchor", {"--jsonl"});
    Prepared prepared;
    return answerLines(
        arguments.operands.empty() ? "-" : arguments.operands[0],
        [&prepared](JsonObject line, const std::string& place) { return findLine(std::move(line), place, prepared); });
}

} // namespace

Command anchorCommand() {
    return {"anchor",
            {"[FILE|-]"},
            "find quotes again in changed texts",
            {{"--jsonl", "", "read and write one JSON object a line"}},
            run};
}

} // namespace assay

// What was read at its place and is no quantity; isNoQuantity of not_quantity.h.
#include "core/units/not_quantity.h"

#include "core/units/characters.h"
#include "core/units/cjk_label.h"
#include "core/units/near_words.h"
#include "core/units/phrase_unit.h"

#include <algorithm>
#include <array>
#include <string>

namespace assay {

namespace {

// Words in front of a bare number that make it a name or a rank: "number 1", "section 4", "Llama 3".
constexpr std::array labels{
    "number",     "no",        "nos",        "section", "sections", "chapter",  "figure",    "fig",     "table",
    "page",       "pages",     "p",          "pp",      "version",  "ver",      "step",      "part",    "phase",
    "level",      "grade",     "class",      "type",    "appendix", "annex",    "article",   "rule",    "volume",
    "vol",        "issue",     "item",       "line",    "room",     "route",    "flight",    "highway", "channel",
    "model",      "series",    "generation", "gen",     "tier",     "rank",     "ranked",    "top",     "iso",
    "rfc",        "bug",       "ticket",     "note",    "footnote", "equation", "eq",        "episode", "season",
    "act",        "windows",   "gpt",        "llama",   "claude",   "gemini",   "qwen",      "grok",    "phi",
    "mixtral",    "mistral",   "opus",       "sonnet",  "o",        "v",        "ios",       "android", "python",
    "cuda",       "form",      "schedule",   "exhibit", "question", "answer",   "paragraph", "clause",  "title",
    "stage",      "category",  "zone",       "unit",    "building", "gate",     "track",     "round",   "game",
    "week",       "day",       "chapters",   "arxiv",   "order",    "bill",     "case",      "docket",  "patent",
    "resolution", "directive", "boeing",     "airbus",  "geforce",  "radeon",   "rx",        "ascend",  "ryzen",
    "xeon",       "epyc",      "file",       "act"};

constexpr std::array<std::u32string_view, 4> versionWords{U"版本", U"버전", U"バージョン", U"版"};

bool isWordCharacter(char32_t c) { return isLetter(c) || isDigit(c); }

bool startsSentence(std::u32string_view text, std::size_t i) {
    while (i > 0 && isSpace(text[i - 1]))
        --i;
    constexpr std::u32string_view ends = U".!?:;\n\"“”'‘(«";
    return i == 0 || ends.find(text[i - 1]) != std::u32string_view::npos;
}

/// The word that ends at `end` begins with a capital.
bool startsWithCapital(std::u32string_view text, std::size_t end) {
    std::size_t start = end;
    while (start > 0 && isWordCharacter(text[start - 1]))
        --start;
    return start < end && text[start] >= U'A' && text[start] <= U'Z';
}

/// "Llama 3", "Flight 370": a capital in the middle of a sentence, right before a small bare number.
bool followsName(std::u32string_view text, std::size_t i) {
    if (i < 2 || !isSpace(text[i - 1]))
        return false;
    std::size_t start = i - 1;
    while (start > 0 && i - start < 30 && isWordCharacter(text[start - 1]))
        --start;
    if (isDigit(text[start])) { // "Llama 3.1 405B"
        while (start > 1 && (isDigit(text[start - 1]) || (text[start - 1] == U'.' && isDigit(text[start - 2]))))
            --start;
        return followsName(text, start)
               || (start > 1 && isSpace(text[start - 1]) && startsWithCapital(text, start - 1));
    }
    const char32_t first = text[start];
    const bool capital = start < i - 1 && isAsciiLetter(first) && lowerCase(first) != first;
    return capital && !startsSentence(text, start);
}

bool isBareWord(const ScannedQuantity& scanned) {
    return scanned.words && !scanned.magnitude && scanned.quantity.unit == "1";
}

/// "70B model", "Llama 70B": a size inside a model's name.
bool isModelSize(std::u32string_view text, const ScannedQuantity& scanned) {
    const char32_t last = text[scanned.end - 1];
    if (last != U'B' && last != U'b' && last != U'M')
        return false;
    const std::string after = wordAfter(text, scanned.end);
    constexpr std::array kinds{"the", "a", "this", "that", "quantised", "quantized", "distilled", "dense", "base"};
    const std::string before = wordBefore(text, scanned.start);
    if (last == U'B' && std::find(kinds.begin(), kinds.end(), before) != kinds.end()
        && scanned.quantity.text.front() != '$')
        return true; // "on the 32B", "a quantised 70B"
    return followsName(text, scanned.start) || after == "model" || after == "models" || after == "version"
           || after == "variant";
}

bool isYearHere(std::u32string_view text, const ScannedQuantity& scanned) {
    const Quantity& q = scanned.quantity;
    if (isClassifier(at(text, skipSpaces(text, scanned.end))))
        return false;
    const bool fourDigits = scanned.whole && !scanned.grouped && !scanned.magnitude && scanned.digitCount == 4
                            && q.value && isYear(*q.value);
    if (!fourDigits || q.text.find('$') != std::string::npos)
        return false;
    const std::string before = wordBefore(text, scanned.start);
    for (const std::string_view word :
         {"in",     "since", "by",     "until",  "before", "after",  "during", "late", "early", "mid", "of",
          "autumn", "fall",  "spring", "summer", "winter", "fiscal", "fy",     "from", "year",  "end"})
        if (before == word)
            return true;
    return q.unit == "1" || isMonth(before);
}

/// "between 2019 and 2023", and a score like 51-49.
bool isYearsOrScore(const ScannedQuantity& scanned) {
    const Quantity& q = scanned.quantity;
    if (q.unit != "1" || scanned.magnitude || q.text.find(',') != std::string::npos)
        return false;
    const bool years = q.bound == Bound::range && isYear(*q.low) && isYear(*q.high);
    return years || (q.bound == Bound::unsure && q.text.find('-') != std::string::npos);
}

/// "94103 San Francisco": five plain digits before a name.
bool isPostcode(std::u32string_view text, const ScannedQuantity& scanned) {
    const char32_t next = at(text, skipSpaces(text, scanned.end));
    return scanned.whole && !scanned.grouped && !scanned.magnitude && scanned.digitCount == 5
           && scanned.quantity.unit == "1" && next >= U'A' && next <= U'Z';
}

bool isVersionBefore(std::u32string_view text, std::size_t i) {
    const std::u32string_view before = text.substr(i > 8 ? i - 8 : 0, std::min<std::size_t>(i, 8));
    return std::any_of(versionWords.begin(), versionWords.end(), [&](std::u32string_view word) {
        return before.ends_with(word)
               || (before.size() > word.size() && isSpace(before.back())
                   && before.substr(0, before.size() - 1).ends_with(word));
    });
}

/// "one-day loss", "52-week high", 52周高点: the name of a record, no duration.
bool isRecordWindow(std::u32string_view text, const ScannedQuantity& scanned) {
    constexpr std::array times{"h", "d", "week", "month", "y"};
    constexpr std::array records{"high",  "highs",   "low",    "lows",    "loss",    "losses", "drop",
                                 "fall",  "decline", "gain",   "slide",   "rout",    "slump",  "plunge",
                                 "rally", "wipeout", "moving", "average", "selloff", "swing",  "peak"};
    const auto holds = [](const auto& all, const std::string& word) {
        return std::find(all.begin(), all.end(), word) != all.end();
    };
    if (!holds(times, scanned.quantity.unit))
        return false;
    return holds(records, wordAfter(text, scanned.end))
           || startsWithAny(
               text, skipSpaces(text, scanned.end),
               {U"高点", U"高點", U"新高", U"低点", U"新低", U"高値", U"安値", U"최고", U"최저", U"신고가", U"신저가"});
}

/// "My 4090 does 83 tokens a second": cards that are called by their number.
bool isCardNumber(const ScannedQuantity& scanned) {
    constexpr std::array cards{"1080", "2080", "3060", "3070", "3080", "3090", "4060",
                               "4070", "4080", "4090", "5070", "5080", "5090"};
    return scanned.quantity.unit == "1" && std::find(cards.begin(), cards.end(), scanned.quantity.text) != cards.end();
}

/// "(in millions)" over a table.
bool isTableScale(std::u32string_view text, const ScannedQuantity& scanned) {
    return scanned.quantity.bound == Bound::vague && scanned.start >= 4
           && asciiLower(text.substr(scanned.start - 4, 4)) == "(in ";
}

} // namespace

bool isNoQuantity(std::u32string_view text, const ScannedQuantity& scanned) {
    const Quantity& q = scanned.quantity;
    if (isRecordWindow(text, scanned) || isCardNumber(scanned) || isTableScale(text, scanned)
        || (q.unit == "1" && isCjkRank(text, scanned.end)))
        return true;
    const std::string before = wordBefore(text, scanned.start);
    if (isPostcode(text, scanned) || startsWithAny(text, scanned.end, {U"-fold", U"fold "})
        || (q.unit == "1" && isVersionBefore(text, scanned.start)))
        return true;
    if (isBareWord(scanned))
        return true;
    const std::string first = asciiLower(text.substr(scanned.start, 4));
    if (scanned.words && !scanned.magnitude && (first == "one " || first == "one") && q.unit != "%" && q.unit != "GPU")
        return true; // "one day", "one person"
    if (isYearHere(text, scanned) || isYearsOrScore(scanned))
        return true;
    const bool counted = isClassifier(at(text, skipSpaces(text, scanned.end))); // GPU 8개
    const bool bare = q.unit == "1" && !scanned.magnitude && !counted;
    const bool label = std::find(labels.begin(), labels.end(), before) != labels.end();
    const bool pages = before == "pp" || before == "pages" || before == "sections" || before == "chapters";
    if (bare && (q.bound != Bound::range || pages)
        && (label || (!scanned.grouped && q.value && *q.value < 1000 && followsName(text, scanned.start))))
        return true;
    if (q.unit == "1" && scanned.magnitude && isModelSize(text, scanned))
        return true;
    const std::string after = wordAfter(text, scanned.end);
    return q.unit == "1" && (q.text == "4K" || q.text == "8K")
           && (after == "video" || after == "tv" || after == "resolution" || after == "display");
}

} // namespace assay

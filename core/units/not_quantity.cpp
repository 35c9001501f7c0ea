// See not_quantity.h. Every rule looks at a bounded stretch of text.
#include "core/units/not_quantity.h"

#include "core/units/characters.h"
#include "core/units/cjk_label.h"
#include "core/units/phrase_unit.h"
#include "core/units/unit_words.h"

#include <algorithm>
#include <array>
#include <string>

namespace assay {

namespace {

constexpr std::size_t longestLink = 2000;

constexpr std::array months{"january",   "february", "march",    "april",    "may",  "june", "july", "august",
                            "september", "october",  "november", "december", "jan",  "feb",  "mar",  "apr",
                            "jun",       "jul",      "aug",      "sep",      "sept", "oct",  "nov",  "dec"};

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

std::size_t digitRunEnd(std::u32string_view text, std::size_t i) {
    while (isDigit(at(text, i)))
        ++i;
    return i;
}

int wholeAt(std::u32string_view text, std::size_t i, std::size_t end) {
    int value = 0;
    for (; i < end && value < 100000; ++i)
        value = value * 10 + static_cast<int>(foldWidth(text[i]) - U'0');
    return value;
}

bool isYear(double value) { return value >= 1800 && value < 2200; }

std::string wordBefore(std::u32string_view text, std::size_t i) {
    std::size_t end = i;
    while (end > 0 && (isSpace(text[end - 1]) || text[end - 1] == U'.' || text[end - 1] == U','))
        --end;
    std::size_t start = end;
    while (start > 0 && end - start < 20 && isLetter(text[start - 1]))
        --start;
    return asciiLower(text.substr(start, end - start));
}

std::string wordAfter(std::u32string_view text, std::size_t i) {
    const std::size_t start = skipSpaces(text, i);
    return asciiLower(
        text.substr(std::min(start, text.size()), std::min<std::size_t>(letterRunEnd(text, start) - start, 20)));
}

bool isMonth(const std::string& word) { return std::find(months.begin(), months.end(), word) != months.end(); }

std::optional<std::size_t> linkEnd(std::u32string_view text, std::size_t i) {
    if (i > 0 && !isSpace(text[i - 1]) && text[i - 1] != U'\n' && text[i - 1] != U'(' && text[i - 1] != U'<')
        return std::nullopt;
    std::size_t end = i;
    bool address = false, digits = false;
    while (end < text.size() && end - i < longestLink && !isSpace(text[end]) && text[end] != U'\n'
           && !isCjk(text[end])) {
        address = address || text[end] == U'@'
                  || (text[end] == U':' && at(text, end + 1) == U'/' && at(text, end + 2) == U'/');
        digits = digits || isDigit(text[end]);
        ++end;
    }
    const bool web = asciiLower(text.substr(i, 4)) == "www.";
    return (address && letterRunEnd(text, i) > i) || web ? std::optional(end) : std::nullopt;
}

/// GPU8基, GPU2048장: the digits count what the letters name.
bool isCountedAbbreviation(std::u32string_view text, std::size_t start, std::size_t end) {
    const std::string word = asciiLower(text.substr(start, end - start));
    return (word == "gpu" || word == "tpu" || word == "npu") && isCjk(at(text, digitRunEnd(text, end)));
}

/// A token of letters and digits that starts with a letter: "H100s", "GPT-4", "v3.1", "o1".
std::optional<std::size_t> nameEnd(std::u32string_view text, std::size_t i) {
    if (!isLetter(at(text, i)))
        return std::nullopt;
    if (const auto chip = scanChip(text, i)) // "RTX 4090", "TPU v4"
        return chip->end;
    std::size_t end = letterRunEnd(text, i);
    const std::size_t letters = end;
    const bool joins = isDash(at(text, end)) && isDigit(at(text, end + 1)) && at(text, end) != U'—';
    if (!isDigit(at(text, end)) && !joins && at(text, end) != U'_')
        return std::nullopt;
    if (isCountedAbbreviation(text, i, letters))
        return letters;
    while (isWordCharacter(at(text, end))
           || ((isDash(at(text, end)) || at(text, end) == U'.' || at(text, end) == U'_')
               && isWordCharacter(at(text, end + 1)) && at(text, end) != U'—')) {
        if (isDash(at(text, end)) && !isDigit(at(text, end + 1)) && end > letters && isDigit(text[end - 1])
            && isLetter(at(text, end + 1)))
            break; // "H100-hours": the name ends at its digits
        ++end;
    }
    return end;
}

/// 2025-01-27, 27/01/2025, 1/27, 24/7, 555-123-4567, 10:30.
std::optional<std::size_t> joinedDigitsEnd(std::u32string_view text, std::size_t i) {
    std::size_t end = digitRunEnd(text, i);
    const char32_t mark = at(text, end);
    if (!(mark == U'-' || mark == U'/' || mark == U':' || mark == U'.') || !isDigit(at(text, end + 1)))
        return std::nullopt;
    const int first = wholeAt(text, i, end);
    const bool long4 = end - i == 4;
    int groups = 1;
    std::size_t last = i;
    while (at(text, end) == mark && isDigit(at(text, end + 1))) {
        last = end + 1;
        end = digitRunEnd(text, last);
        ++groups;
    }
    const bool fiscalYear =
        mark == U'-' && groups == 2 && long4 && isYear(first) && (end - last == 2 || end - last == 4);
    const bool clock = mark == U':' && groups <= 3; // "10:30", and ratios such as "13:1"
    const bool slashes = mark == U'/';
    const bool chain = groups >= 3 && mark != U':';
    return fiscalYear || clock || slashes || chain ? std::optional(end) : std::nullopt;
}

/// 1st, 27th, 1990s, 9 a.m., 5pm.
std::optional<std::size_t> suffixedEnd(std::u32string_view text, std::size_t i) {
    const std::size_t end = digitRunEnd(text, i);
    const std::size_t suffixEnd = letterRunEnd(text, end);
    const std::string suffix = asciiLower(text.substr(end, suffixEnd - end));
    const int value = wholeAt(text, i, end);
    if (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th")
        return suffixEnd;
    if (suffix == "s" && value % 10 == 0)
        return suffixEnd;
    if (suffix == "g" && value < 10 && end - i == 1)
        return suffixEnd; // 5G
    if (suffix == "d" && (value == 2 || value == 3))
        return suffixEnd; // 3D
    const std::size_t next = skipSpaces(text, end);
    for (const std::u32string_view hour : {U"a.m.", U"p.m.", U"A.M.", U"P.M.", U"am", U"pm", U"AM", U"PM"})
        if (value <= 24 && text.substr(std::min(next, text.size())).starts_with(hour)
            && !isLetter(at(text, next + hour.size())))
            return next + hour.size();
    return std::nullopt;
}

/// "+1 650 555 0100": a telephone number; "3 in 10": a share in words.
std::optional<std::size_t> spacedDigitsEnd(std::u32string_view text, std::size_t i) {
    const std::size_t end = digitRunEnd(text, i);
    if (at(text, i) == U'0' && end - i >= 3) { // "0800 555 121"
        std::size_t last = end;
        while ((isSpace(at(text, last)) || isDash(at(text, last))) && isDigit(at(text, last + 1)))
            last = digitRunEnd(text, last + 1);
        return last > end ? std::optional(last) : std::nullopt;
    }
    if (i > 0 && text[i - 1] == U'+' && end - i <= 3) {
        std::size_t last = end;
        int groups = 1;
        while ((isSpace(at(text, last)) || isDash(at(text, last))) && isDigit(at(text, last + 1))) {
            last = digitRunEnd(text, last + 1);
            ++groups;
        }
        return groups >= 3 ? std::optional(last) : std::nullopt;
    }
    if (startsWithAny(text, end, {U" in "}) && isDigit(at(text, end + 4))) {
        const std::size_t stop = digitRunEnd(text, end + 4);
        const int whole = wholeAt(text, end + 4, stop);
        if (whole <= 100 && wholeAt(text, i, end) < whole)
            return stop;
    }
    return std::nullopt;
}

/// "27 January 2025", "January 27, 2025": from the first digits to the last.
std::optional<std::size_t> dateEnd(std::u32string_view text, std::size_t i) {
    const std::size_t end = digitRunEnd(text, i);
    const int value = wholeAt(text, i, end);
    const auto yearEnd = [&](std::size_t from) {
        std::size_t k = skipSpaces(text, from);
        k = at(text, k) == U',' ? skipSpaces(text, k + 1) : k;
        const std::size_t stop = digitRunEnd(text, k);
        return stop - k == 4 && isYear(wholeAt(text, k, stop)) && at(text, stop) != U',' ? stop : from;
    };
    const std::string before = wordBefore(text, i), after = wordAfter(text, end);
    if (value >= 1 && value <= 31 && end - i <= 2 && isMonth(before)) {
        std::size_t stop = end;
        if (isDash(at(text, end)) && isDigit(at(text, end + 1))) // "January 27-28"
            stop = digitRunEnd(text, end + 1);
        return yearEnd(stop);
    }
    const bool isModal = (after == "may" || after == "mar") && at(text, skipSpaces(text, end)) != U'M';
    if (value >= 1 && value <= 31 && end - i <= 2 && isMonth(after) && !isModal && skipSpaces(text, end) > end) {
        const std::size_t month = letterRunEnd(text, skipSpaces(text, end));
        return yearEnd(at(text, month) == U'.' ? month + 1 : month);
    }
    if (end - i == 4 && isYear(value) && isMonth(before))
        return end;
    for (const std::u32string_view unit : {U"年", U"년"}) // 2025年1月27日, 2025년 1월
        if (end - i == 4 && isYear(value) && text.substr(end).starts_with(unit))
            return end + 1;
    if (end - i <= 2 && (at(text, end) == U'月' || at(text, end) == U'월' || at(text, end) == U'日'))
        return end + 1;
    if (end - i <= 2 && at(text, end) == U'일' && i >= 2 && (text[i - 2] == U'월' || text[i - 1] == U'월'))
        return end + 1;
    return std::nullopt;
}

bool startsLine(std::u32string_view text, std::size_t i) {
    while (i > 0 && isSpace(text[i - 1]))
        --i;
    return i == 0 || text[i - 1] == U'\n';
}

/// "1. ", "2) ", "[12]", "(3)", "#5", "§ 3".
std::optional<std::size_t> markEnd(std::u32string_view text, std::size_t i) {
    const std::size_t end = digitRunEnd(text, i);
    const char32_t before = i > 0 ? text[i - 1] : U'\0';
    const bool listMark = startsLine(text, i) && end - i <= 3 && (at(text, end) == U'.' || at(text, end) == U')')
                          && isSpace(at(text, end + 1));
    const bool bracketed =
        (before == U'[' && at(text, end) == U']') || (before == U'(' && at(text, end) == U')' && end - i <= 2);
    const bool hash = before == U'#' || before == U'§' || (i > 1 && isSpace(before) && text[i - 2] == U'§');
    return listMark || bracketed || hash ? std::optional(end) : std::nullopt;
}

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
    if (last == U'B' && wordBefore(text, scanned.start) == "the" && scanned.quantity.text.front() != '$')
        return true; // "on the 32B"
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

} // namespace

std::optional<std::size_t> skipAt(std::u32string_view text, std::size_t i) {
    if (const auto link = linkEnd(text, i))
        return link;
    if (isLetter(at(text, i)))
        return nameEnd(text, i);
    if (isCjk(at(text, i)))
        return cjkNumeralEnd(text, i);
    if (!isDigit(at(text, i)))
        return std::nullopt;
    if (const auto chip = scanChip(text, i)) // "910B"
        return chip->end;
    for (const auto rule : {joinedDigitsEnd, suffixedEnd, dateEnd, markEnd, cjkLabelEnd, spacedDigitsEnd})
        if (const auto end = rule(text, i))
            return end;
    return std::nullopt;
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

// Stretches of text in which nothing is a quantity; skipAt of not_quantity.h. Every rule looks at a bounded stretch.
#include "core/units/characters.h"
#include "core/units/cjk_label.h"
#include "core/units/near_words.h"
#include "core/units/not_quantity.h"
#include "core/units/unit_words.h"

#include <algorithm>
#include <string>

namespace assay {

namespace {

constexpr std::size_t longestLink = 2000;

bool isWordCharacter(char32_t c) { return isLetter(c) || isDigit(c); }

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

} // namespace assay

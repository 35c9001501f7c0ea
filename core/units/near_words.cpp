// See near_words.h.
#include "core/units/near_words.h"

#include "core/units/characters.h"

#include <algorithm>
#include <array>

namespace assay {

namespace {

constexpr std::array months{"january",   "february", "march",    "april",    "may",  "june", "july", "august",
                            "september", "october",  "november", "december", "jan",  "feb",  "mar",  "apr",
                            "jun",       "jul",      "aug",      "sep",      "sept", "oct",  "nov",  "dec"};

} // namespace

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

} // namespace assay

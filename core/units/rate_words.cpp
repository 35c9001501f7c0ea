// The rates' words are few and fixed; units behind a slash are unit_words' own.
#include "core/units/rate_words.h"

#include "core/units/characters.h"

#include <array>

namespace assay {

namespace {

constexpr std::array<std::u32string_view, 3> perWords{U"あたり", U"当たり", U"につき"};

} // namespace

bool isPerMany(std::u32string_view text, std::size_t i) {
    std::size_t start = skipSpaces(text, i);
    if (at(text, start) == U'/')
        start = skipSpaces(text, start + 1);
    else if (startsWithWord(text, start, "per") || startsWithWord(text, start, "a")
             || startsWithWord(text, start, "every"))
        start = skipSpaces(text, letterRunEnd(text, start));
    else
        return false;
    for (const std::string_view many : {"million", "billion", "thousand", "hundred", "trillion", "m", "k", "mn"})
        if (startsWithWord(text, start, many))
            return true;
    return isDigit(at(text, start));
}

std::string_view rateBefore(std::u32string_view text, std::size_t i) {
    struct Rate {
        std::u32string_view words;
        std::string_view unit;
    };
    constexpr Rate rates[] = {{U"每小时", "/h"},   {U"每小時", "/h"},    {U"每天", "/d"},   {U"每年", "/y"},
                              {U"每月", "/month"}, {U"시간당", "/h"},    {U"每块", "/GPU"}, {U"1時間", "/h"},
                              {U"1日", "/d"},      {U"1か月", "/month"}, {U"1年", "/y"}};
    std::u32string_view before = text.substr(0, i);
    while (!before.empty() && isSpace(before.back()))
        before.remove_suffix(1);
    for (const std::u32string_view per : perWords)
        if (before.ends_with(per))
            before.remove_suffix(per.size());
    for (const Rate& rate : rates) {
        const std::size_t rest = before.ends_with(rate.words) ? before.size() - rate.words.size() : before.size();
        const bool isMore = rate.words.front() == U'1' && rest > 0 && isDigit(before[rest - 1]); // 21時間
        if (rest < before.size() && !isMore)
            return rate.unit;
    }
    return {};
}

std::size_t perWordEnd(std::u32string_view text, std::size_t i) {
    for (const std::u32string_view per : perWords)
        if (text.substr(i).starts_with(per))
            i += per.size();
    return i;
}

} // namespace assay

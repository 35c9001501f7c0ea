// Scripts that one language has alone decide at once; languages in Latin letters are told by their small words.
#include "core/source/guess_language.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <string>

namespace assay {
namespace {

constexpr std::size_t mostExamined = std::size_t{64} << 10; // bytes
constexpr std::size_t fewestWords = 5;                      // small words; fewer are chance
constexpr std::size_t wordsPerSmallWord =
    12; // at most: running text has one small word in three to six, lists have none

struct SmallWords {
    std::string_view language;
    std::string_view words; ///< each between spaces; those that few other languages have
};
constexpr std::array languages = {
    SmallWords{"en", " the and of to that is was for with as by has have from at not which are "},
    SmallWords{"de", " der die das und ist nicht von mit den dem ein eine auf für im zu sich auch werden "},
    SmallWords{"fr", " le la les des et est une dans que pour par sur du au qui pas ses avec selon "},
    SmallWords{"es", " el los las que y en una por con para del es se su más como fue "},
    SmallWords{"pt", " os as que em uma por com para do da não dos das ao mais foi "},
    SmallWords{"it", " il gli di che una per con del della non è sono nel alla dei più "},
    SmallWords{"nl", " het een van en dat niet met op voor zijn te bij ook naar "},
};

struct Letters {
    std::size_t hangul = 0, kana = 0, han = 0, cyrillic = 0, ukrainian = 0, greek = 0, hebrew = 0, thai = 0, all = 0;
};

bool isBetween(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

bool isWordLetter(char32_t c) {
    return isBetween(c, U'a', U'z') || isBetween(c, U'A', U'Z')
           || (c >= 0xC0 && !isBetween(c, 0x2000, 0x303F) && c < 0xFF00);
}

/// Unicode Standard, blocks.
void count(Letters& letters, char32_t c) {
    letters.hangul += isBetween(c, 0xAC00, 0xD7A3) || isBetween(c, 0x1100, 0x11FF) ? 1U : 0U;
    letters.kana += isBetween(c, 0x3041, 0x30FF) ? 1U : 0U;
    letters.han += isBetween(c, 0x3400, 0x9FFF) || isBetween(c, 0x20000, 0x3FFFF) ? 1U : 0U;
    letters.cyrillic += isBetween(c, 0x0400, 0x04FF) ? 1U : 0U;
    letters.ukrainian += c == U'\u0456' || c == U'\u0457' || c == U'\u0454' ? 1U : 0U;
    letters.greek += isBetween(c, 0x0370, 0x03FF) ? 1U : 0U;
    letters.hebrew += isBetween(c, 0x0590, 0x05FF) ? 1U : 0U;
    letters.thai += isBetween(c, 0x0E00, 0x0E7F) ? 1U : 0U;
    letters.all += isWordLetter(c) || c >= 0x20000 ? 1U : 0U;
}

/// A word of Korean or Chinese says more than a letter of English: a third of the letters is most of the text.
std::string byScript(const Letters& letters) {
    const auto has = [&](std::size_t count, std::size_t parts) { return count > 0 && count * parts >= letters.all; };
    if (has(letters.hangul, 3))
        return "ko";
    if (has(letters.kana, 10) && has(letters.kana + letters.han, 3))
        return "ja";
    if (has(letters.han, 3))
        return "zh";
    if (has(letters.cyrillic, 2))
        return letters.ukrainian * 50 >= letters.cyrillic ? "uk" : "ru";
    return has(letters.greek, 2) ? "el" : has(letters.hebrew, 2) ? "he" : has(letters.thai, 2) ? "th" : "";
}

char32_t lower(char32_t c) { return isBetween(c, U'A', U'Z') || isBetween(c, 0xC0, 0xDE) ? c + 32 : c; }

} // namespace

std::string guessLanguage(std::string_view utf8) {
    Letters letters;
    std::array<std::size_t, languages.size()> small{};
    std::size_t words = 0;
    std::u32string word;
    for (const char32_t c : toUtf32(utf8.substr(0, mostExamined)) + U' ') {
        count(letters, c);
        if (isWordLetter(c)) {
            word += lower(c);
            continue;
        }
        if (word.empty())
            continue;
        ++words;
        const std::string spaced = word.size() > 6 ? std::string() : ' ' + toUtf8(word) + ' ';
        word.clear();
        for (std::size_t i = 0; i < languages.size() && !spaced.empty(); ++i)
            small[i] += languages[i].words.find(spaced) == std::string_view::npos ? 0U : 1U;
    }
    if (std::string language = byScript(letters); !language.empty())
        return language;
    const auto best = std::max_element(small.begin(), small.end());
    std::size_t second = 0;
    for (auto other = small.begin(); other != small.end(); ++other)
        second = other == best ? second : std::max(second, *other);
    if (*best < fewestWords || *best * wordsPerSmallWord < words || *best * 2 < second * 3)
        return {};
    return std::string(languages[static_cast<std::size_t>(best - small.begin())].language);
}

} // namespace assay

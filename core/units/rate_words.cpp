// See rate_words.h. Every look backwards is bounded by `farthest`.
#include "core/units/rate_words.h"

#include "core/units/characters.h"
#include "core/units/cjk_number.h"
#include "core/units/hedges.h"
#include "core/units/magnitude.h"
#include "core/units/scan_number.h"
#include "core/units/unit.h"

#include <algorithm>
#include <array>

namespace assay {

namespace {

constexpr std::size_t farthest = 16; // characters of a rate's words

bool endsAt(std::u32string_view text, std::size_t end, std::u32string_view word) {
    return end >= word.size() && text.substr(end - word.size(), word.size()) == word;
}

/// The prefixed unit of 10^power tokens or parameters; empty for other powers and things.
std::string manyUnit(int power, const std::string& unit) {
    if (unit != "token" && unit != "parameter")
        return {};
    switch (power) {
    case 0: return unit;
    case 3: return "k" + unit;
    case 6: return "M" + unit;
    case 9: return "G" + unit;
    case 12: return "T" + unit;
    default: return {};
    }
}

struct Count {
    std::size_t end = 0;
    int power = 0; ///< of ten; -1 when the number is none
};

int powerOf(const Decimal& decimal, int power) { return decimal.digits == "1" ? decimal.exponent + power : -1; }

/// "million", "1M", "1,000", 百万, 100万 at i.
std::optional<Count> countAt(std::u32string_view text, std::size_t i, std::string_view language) {
    if (const auto cjk = scanCjkNumber(text, i))
        return Count{cjk->end, powerOf(cjk->decimal, 0)};
    if (const auto number = scanNumber(text, i, marksOf(language))) {
        const auto magnitude = scanMagnitude(text, number->end, language, Money::yes);
        return Count{magnitude ? magnitude->end : number->end,
                     powerOf(number->decimal, magnitude ? magnitude->power : 0)};
    }
    const std::size_t end = letterRunEnd(text, i);
    const std::string word = asciiLower(text.substr(i, end - i));
    if (const auto power = magnitudeOfWord(word, language); power && !word.ends_with('s'))
        return Count{end, *power};
    if (word == "m" || word == "k") // "$2/M tokens"
        return Count{end, word == "m" ? 6 : 3};
    return std::nullopt;
}

/// Behind "input", "output" and the like, and behind 个 개 の.
std::size_t skipKinds(std::u32string_view text, std::size_t i) {
    std::size_t next = skipSpaces(text, i);
    for (const std::string_view kind : {"input", "output", "cached", "generated", "prompt", "training"})
        if (startsWithWord(text, next, kind))
            return skipSpaces(text, next + kind.size());
    for (const std::u32string_view kind :
         {U"个", U"個", U"개의", U"개", U"の", U"输入", U"输出", U"入力", U"出力", U"입력", U"출력"})
        if (text.substr(std::min(next, text.size())).starts_with(kind))
            next = skipSpaces(text, next + kind.size());
    return next;
}

/// The unit whose words end at `end` and begin nearest to it; its number before it is not taken.
std::optional<std::pair<std::size_t, UnitMatch>> unitEndingAt(std::u32string_view text, std::size_t end,
                                                              std::string_view language) {
    std::optional<std::pair<std::size_t, UnitMatch>> longest;
    for (std::size_t k = end; k-- > 0 && end - k <= farthest && text[k] != U'\n';) {
        if (isSpace(text[k]) || (k > 0 && isLetter(text[k]) && isLetter(text[k - 1])))
            continue;
        if (const auto unit = scanUnit(text, k, language); unit && unit->end == end && unit->power == 0)
            longest = std::pair{k, *unit};
    }
    return longest;
}

/// The number that ends at `end`, before a unit: where it starts and its power of ten.
std::optional<std::pair<std::size_t, int>> countEndingAt(std::u32string_view text, std::size_t end,
                                                         std::string_view language) {
    std::optional<std::pair<std::size_t, int>> longest;
    for (std::size_t k = end; k-- > 0 && end - k <= farthest && !isSpace(text[k]);)
        if (const auto count = countAt(text, k, language); count && count->end == end && !isLetter(text[k]))
            longest = std::pair{k, count->power};
    return longest;
}

/// 1ラックあたり: one of a thing without a unit; its number is no quantity.
std::optional<RateBefore> oneThingEndingAt(std::u32string_view text, std::size_t end) {
    for (std::size_t k = end; k-- > 0 && end - k <= farthest / 2 && (isCjk(text[k]) || isDigit(text[k]));)
        if (text[k] == U'1' && (k == 0 || !isDigit(text[k - 1])))
            return RateBefore{k, "1"};
    return std::nullopt;
}

/// What is said in front of 당, あたり: "kWh", "1時間", "100万トークン", "토큰 100만 개", "서버 1대".
std::optional<RateBefore> thingEndingAt(std::u32string_view text, std::size_t end, std::string_view language) {
    constexpr std::u32string_view classifiers = U"개個个대台장枚基";
    if (const auto unit = unitEndingAt(text, end, language)) {
        const auto& [start, match] = *unit;
        const auto count = countEndingAt(text, skipSpacesBack(text, start), language);
        if (!count || count->second == 0)
            return RateBefore{count ? count->first : start, match.unit};
        return RateBefore{count->first, manyUnit(count->second, match.unit)};
    }
    if (end == 0 || classifiers.find(text[end - 1]) == std::u32string_view::npos)
        return oneThingEndingAt(text, end);
    const auto count = countEndingAt(text, skipSpacesBack(text, end - 1), language);
    const auto unit = count ? unitEndingAt(text, skipSpacesBack(text, count->first), language) : std::nullopt;
    if (!count)
        return std::nullopt;
    if (!unit)
        return RateBefore{count->first, count->second == 0 ? "1" : ""};
    return RateBefore{unit->first, count->second == 0 ? unit->second.unit : manyUnit(count->second, unit->second.unit)};
}

/// 每小时, 每百万输入词元, 毎秒: "every" in front of the thing that ends at `end`.
std::optional<RateBefore> everyEndingAt(std::u32string_view text, std::size_t end, std::string_view language) {
    for (const auto& [words, unit] : {std::pair{U"每日", "d"},
                                      {U"每月", "month"},
                                      {U"毎分", "min"},
                                      {U"毎時", "h"},
                                      {U"毎日", "d"},
                                      {U"毎月", "month"},
                                      {U"每秒", "s"}})
        if (endsAt(text, end, words))
            return RateBefore{end - 2, unit};
    for (std::size_t k = end; k-- > 0 && end - k <= farthest;) {
        if (text[k] != U'每' && text[k] != U'毎')
            continue;
        std::size_t thing = skipSpaces(text, k + 1);
        const auto count = countAt(text, thing, language);
        thing = skipKinds(text, count ? count->end : thing);
        const auto unit = scanUnit(text, thing, language);
        if (!unit || unit->end != end)
            return std::nullopt;
        return RateBefore{k, !count || count->power == 0 ? unit->unit : manyUnit(count->power, unit->unit)};
    }
    return std::nullopt;
}

/// "1ドル=", "1 USD =", "$1 = ", 1달러는 : one of a currency in front of what it is worth.
std::optional<RateBefore> oneOfMoney(std::u32string_view text, std::size_t end, std::string_view language) {
    if (end == 0 || foldWidth(text[end - 1]) != U'=')
        return std::nullopt;
    const std::size_t stop = skipSpacesBack(text, end - 1);
    for (std::size_t k = stop; k-- > 0 && stop - k <= farthest;) {
        if (k > 0 && isDigit(text[k - 1]))
            continue;
        if (text[k] == U'1')
            if (const auto unit = scanUnit(text, k + 1, language); unit && unit->end == stop && isCurrency(unit->unit))
                return RateBefore{k, unit->unit};
        if (const auto sign = scanCurrencyBefore(text, k, language);
            sign && !sign->unit.empty() && at(text, sign->end) == U'1' && sign->end + 1 == stop)
            return RateBefore{k, sign->unit};
    }
    return std::nullopt;
}

/// In front of hedges and of the words that say what is paid: 每度电约, あたりの料金は.
std::size_t skipHedgesBack(std::u32string_view text, std::size_t i) {
    i = skipSpacesBack(text, i);
    if (const auto hedge = hedgeBefore(text, i))
        i = skipSpacesBack(text, hedge->start);
    for (const std::u32string_view word :
         {U"收费", U"仅需", U"只需", U"价格为", U"为", U"仅", U"で", U"は", U"의", U"에"})
        if (endsAt(text, i, word))
            return skipSpacesBack(text, i - word.size());
    return i;
}

} // namespace

/// "$14.9 billion a year earlier": when, not how often.
bool isTimeBack(std::u32string_view text, std::size_t i) {
    const std::size_t time = skipSpaces(text, letterRunEnd(text, i));
    const std::size_t after = skipSpaces(text, letterRunEnd(text, time));
    for (const std::string_view back : {"earlier", "ago", "before", "later", "prior"})
        if (startsWithWord(text, after, back))
            return true;
    return false;
}

std::optional<std::size_t> denominatorAt(std::u32string_view text, std::size_t i) {
    std::size_t start = skipSpaces(text, i);
    for (const std::string_view side : {"in", "out", "input", "output"}) // "$2.19 out per 1M tokens"
        if (start > i && startsWithWord(text, start, side))
            if (const std::size_t next = skipSpaces(text, start + side.size());
                at(text, next) == U'/' || startsWithWord(text, next, "per"))
                start = next;
    if (at(text, start) == U'/')
        return skipSpaces(text, start + 1);
    if (start == i)
        return std::nullopt;
    for (const std::string_view word : {"per", "a", "an", "each", "every"})
        if (startsWithWord(text, start, word) && !isTimeBack(text, start)) {
            const std::size_t next = skipSpaces(text, start + word.size());
            return next > start + word.size() ? std::optional(next) : std::nullopt;
        }
    return std::nullopt;
}

bool isPerMany(std::u32string_view text, std::size_t i, std::string_view language) {
    const auto start = denominatorAt(text, i);
    const auto count = start ? countAt(text, *start, language) : std::nullopt;
    return count && (at(text, skipSpaces(text, i)) != U'/' || count->power >= 3); // "10 USD / 20 USD" is no rate
}

std::optional<UnitMatch> scanMany(std::u32string_view text, std::size_t i, std::string_view language) {
    if (startsWithWord(text, i, "mtok") || startsWithWord(text, i, "mtoken") || startsWithWord(text, i, "mtokens"))
        return UnitMatch{letterRunEnd(text, i), "Mtoken"};
    const auto count = countAt(text, i, language);
    if (!count)
        return std::nullopt;
    const auto unit = scanUnitWord(text, skipKinds(text, count->end), language);
    const std::string many = unit ? manyUnit(count->power, unit->unit) : std::string();
    return UnitMatch{many.empty() ? count->end : unit->end, many};
}

std::optional<RateBefore> rateBefore(std::u32string_view text, std::size_t i, std::string_view language) {
    const std::size_t end = skipHedgesBack(text, i);
    if (end == 0)
        return std::nullopt;
    for (const std::u32string_view per : {U"あたり", U"当たり", U"当り", U"につき", U"당"})
        if (endsAt(text, end, per))
            return thingEndingAt(text, end - per.size(), language);
    if (end < i && text[end] == U'에') // 1kWh에 182.7원
        if (const auto unit = unitEndingAt(text, end, language);
            unit && unit->first > 0 && text[unit->first - 1] == U'1')
            return thingEndingAt(text, end, language);
    if (const auto every = everyEndingAt(text, end, language))
        return every;
    return oneOfMoney(text, end, language);
}

std::optional<RateBefore> periodBefore(std::u32string_view text, std::size_t i) {
    const std::size_t end = skipHedgesBack(text, i);
    struct Period {
        std::u32string_view words;
        std::string_view unit;
    };
    constexpr std::array<Period, 18> periods{{{U"年間", "y"},
                                              {U"年額", "y"},
                                              {U"月額", "month"},
                                              {U"年", "y"},
                                              {U"月", "month"},
                                              {U"연간", "y"},
                                              {U"연", "y"},
                                              {U"월", "month"},
                                              {U"하루", "d"},
                                              {U"한 달", "month"},
                                              {U"매달", "month"},
                                              {U"매년", "y"},
                                              {U"月租", "month"},
                                              {U"年租", "y"},
                                              {U"1時間", "h"},
                                              {U"1日", "d"},
                                              {U"1か月", "month"},
                                              {U"1年", "y"}}};
    for (const Period& period : periods) {
        const std::size_t start = end - std::min(end, period.words.size());
        const std::size_t word = skipSpacesBack(text, start);
        const bool isDate =
            word > 0 && (isDigit(text[word - 1]) || (period.words.size() == 1 && isCjk(at(text, start - 1))));
        if (endsAt(text, end, period.words) && !isDate)
            return RateBefore{start, std::string(period.unit)};
    }
    return std::nullopt;
}

} // namespace assay

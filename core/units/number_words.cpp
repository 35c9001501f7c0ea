// English number words. See number_words.h.
#include "core/units/number_words.h"

#include "core/units/characters.h"
#include "core/units/magnitude.h"

#include <algorithm>
#include <array>
#include <string>

namespace assay {

namespace {

struct Cardinal {
    std::string_view word;
    int value;
};

constexpr std::array cardinals{
    Cardinal{"one", 1},        Cardinal{"two", 2},       Cardinal{"three", 3},     Cardinal{"four", 4},
    Cardinal{"five", 5},       Cardinal{"six", 6},       Cardinal{"seven", 7},     Cardinal{"eight", 8},
    Cardinal{"nine", 9},       Cardinal{"ten", 10},      Cardinal{"eleven", 11},   Cardinal{"twelve", 12},
    Cardinal{"thirteen", 13},  Cardinal{"fourteen", 14}, Cardinal{"fifteen", 15},  Cardinal{"sixteen", 16},
    Cardinal{"seventeen", 17}, Cardinal{"eighteen", 18}, Cardinal{"nineteen", 19}, Cardinal{"twenty", 20},
    Cardinal{"thirty", 30},    Cardinal{"forty", 40},    Cardinal{"fifty", 50},    Cardinal{"sixty", 60},
    Cardinal{"seventy", 70},   Cardinal{"eighty", 80},   Cardinal{"ninety", 90},
};

struct Word {
    std::size_t start = 0;
    std::size_t end = 0;
    std::string lower; ///< empty: no word there
};

/// The word at i, one space or a hyphen before it skipped when `joined`.
Word wordAt(std::u32string_view text, std::size_t i) {
    const std::size_t end = letterRunEnd(text, i);
    if (end == i || end - i > 12 || isDigit(at(text, end)))
        return {i, i, {}};
    return {i, end, asciiLower(text.substr(i, end - i))};
}

Word nextWord(std::u32string_view text, std::size_t i) {
    const std::size_t start = isDash(at(text, i)) ? i + 1 : skipSpaces(text, i);
    return start == i ? Word{i, i, {}} : wordAt(text, start);
}

int cardinalOf(std::string_view word) {
    for (const Cardinal& row : cardinals)
        if (row.word == word)
            return row.value;
    return 0;
}

std::optional<int> powerOf(std::string_view word) { return magnitudeOfWord(word, "en"); }

bool isPluralMagnitude(std::string_view word) {
    return word == "tens" || word == "dozens" || (word.ends_with('s') && word.size() > 5 && powerOf(word));
}

/// "tens of thousands", "hundreds of millions", "millions", "dozens": a decade from the named unit.
std::optional<WordNumber> vagueWords(std::u32string_view text, const Word& first) {
    if (!isPluralMagnitude(first.lower))
        return std::nullopt;
    const bool dozens = first.lower == "dozens";
    int power = first.lower == "tens" ? 1 : dozens ? 0 : *powerOf(first.lower);
    std::size_t end = first.end;
    for (int more = 0; more < 2; ++more) {
        const Word of = nextWord(text, end);
        const Word unit = of.lower == "of" ? nextWord(text, of.end) : Word{};
        if (unit.lower.empty() || !powerOf(unit.lower))
            break;
        power += *powerOf(unit.lower);
        end = unit.end;
    }
    return WordNumber{end, Decimal{dozens ? "12" : "1", power, false}, true, true};
}

/// "several hundred", "a few million": vague too; "several" alone is no quantity.
std::optional<WordNumber> severalWords(std::u32string_view text, const Word& first) {
    Word word = first;
    if (first.lower == "a")
        word = nextWord(text, first.end);
    if (word.lower != "several" && word.lower != "few")
        return std::nullopt;
    const Word unit = nextWord(text, word.end);
    if (unit.lower.empty() || !powerOf(unit.lower) || unit.lower.size() < 4)
        return std::nullopt;
    int power = *powerOf(unit.lower);
    std::size_t end = unit.end;
    if (const Word second = nextWord(text, end);
        !second.lower.empty() && second.lower.size() > 4 && powerOf(second.lower)) {
        power += *powerOf(second.lower); // "several hundred million"
        end = second.end;
    }
    return WordNumber{end, Decimal{"1", power, false}, true, true};
}

/// "half a billion", "a quarter of a million", "half a dozen".
std::optional<WordNumber> partWords(std::u32string_view text, const Word& first) {
    Word word = first.lower == "a" ? nextWord(text, first.end) : first;
    const bool quarter = word.lower == "quarter";
    if (word.lower != "half" && !quarter)
        return std::nullopt;
    Word next = nextWord(text, word.end);
    if (next.lower == "of")
        next = nextWord(text, next.end);
    if (next.lower == "a")
        next = nextWord(text, next.end);
    if (next.lower == "dozen")
        return WordNumber{next.end, Decimal{quarter ? "3" : "6", 0, false}, false, true};
    if (next.lower.size() < 4 || !powerOf(next.lower) || next.lower.ends_with('s'))
        return std::nullopt;
    return WordNumber{next.end, Decimal{quarter ? "25" : "5", *powerOf(next.lower) - (quarter ? 2 : 1), false}, false,
                      true};
}

/// Sums cardinals the English way: "two hundred and five thousand", in whole numbers below 10^15.
struct Sum {
    long long total = 0;
    long long current = 0;
    int lastPower = 99;
    bool magnitude = false;

    bool add(std::string_view word) {
        if (const int small = cardinalOf(word); small > 0) {
            const bool fits = small < 10 ? current % 10 == 0 && current % 100 != 10 : current % 100 == 0;
            current += fits ? small : 0;
            return fits;
        }
        const std::string_view singular = word.ends_with('s') ? std::string_view() : word;
        if (singular == "dozen" && current > 0 && total == 0) {
            current *= 12;
            return magnitude = true;
        }
        const auto power = singular.size() < 4 ? std::nullopt : powerOf(singular);
        if (!power || current == 0)
            return false;
        magnitude = true;
        if (*power == 2) {
            current *= 100;
            return current < 10000;
        }
        if (*power >= lastPower)
            return false;
        for (int k = 0; k < *power; ++k)
            current *= 10;
        total += current;
        current = 0;
        lastPower = *power;
        return total < 1000000000000000LL;
    }
};

/// "and a half" between a small number and a magnitude; the end of "half".
std::optional<std::size_t> andAHalf(std::u32string_view text, std::size_t i) {
    const Word conjunction = nextWord(text, i);
    const Word article = conjunction.lower == "and" ? nextWord(text, conjunction.end) : Word{};
    const Word half = article.lower == "a" ? nextWord(text, article.end) : Word{};
    return half.lower == "half" ? std::optional(half.end) : std::nullopt;
}

std::optional<WordNumber> halves(std::u32string_view text, const Sum& sum, std::size_t end) {
    const auto half = andAHalf(text, end);
    if (!half || sum.total != 0 || sum.current > 99)
        return std::nullopt;
    Decimal decimal = decimalOf(std::to_string(sum.current), "5");
    const Word unit = nextWord(text, *half);
    const auto power = unit.lower.size() < 4 ? std::nullopt : powerOf(unit.lower);
    if (!power)
        return WordNumber{*half, decimal, false, false};
    return WordNumber{unit.end, timesPowerOfTen(decimal, *power), false, true};
}

/// "a gigawatt", "half a gigawatt": one, or a part, of a unit that nobody names without meaning its size.
std::optional<WordNumber> oneUnit(std::u32string_view text, const Word& first) {
    Word word = first;
    const bool half = word.lower == "half";
    if (half)
        word = nextWord(text, word.end);
    if (word.lower != "a" && word.lower != "an")
        return std::nullopt;
    constexpr std::array<std::string_view, 7> sizes{"gigawatt",  "megawatt", "terawatt", "exaflop",
                                                    "zettaflop", "petaflop", "gigabyte"};
    const Word unit = nextWord(text, word.end);
    if (std::find(sizes.begin(), sizes.end(), unit.lower) == sizes.end() || isDash(at(text, unit.end)))
        return std::nullopt;
    return WordNumber{word.end, half ? decimalOf("0", "5") : decimalOf("1", ""), false, true};
}

std::optional<WordNumber> cardinalWords(std::u32string_view text, const Word& first) {
    Sum sum;
    Word word = first;
    if (first.lower == "a" || first.lower == "an") {
        word = nextWord(text, first.end);
        if (word.lower == "dozen" || (word.lower.size() > 3 && !word.lower.ends_with('s') && powerOf(word.lower)))
            sum.current = 1;
        else
            return std::nullopt;
    }
    std::size_t end = 0;
    for (int count = 0; count < 24 && !word.lower.empty(); ++count) {
        if (sum.current > 0 && end > 0)
            if (const auto half = halves(text, sum, end))
                return half;
        if (word.lower == "and" && end > 0 && sum.magnitude) {
            const Word behind = nextWord(text, word.end);
            if (cardinalOf(behind.lower) == 0)
                break;
            word = behind;
        }
        Sum grown = sum;
        if (!grown.add(word.lower))
            break;
        sum = grown;
        end = word.end;
        word = nextWord(text, end);
    }
    if (end == 0)
        return std::nullopt;
    if (sum.current > 0)
        if (const auto half = halves(text, sum, end))
            return half;
    return WordNumber{end, decimalOf(std::to_string(sum.total + sum.current), ""), false, sum.magnitude};
}

} // namespace

std::optional<WordNumber> scanNumberWords(std::u32string_view text, std::size_t i) {
    const Word first = wordAt(text, i);
    if (first.lower.empty())
        return std::nullopt;
    for (const auto read : {vagueWords, severalWords, partWords, oneUnit, cardinalWords})
        if (auto number = read(text, first))
            return number;
    return std::nullopt;
}

} // namespace assay

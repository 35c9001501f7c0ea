// The table of magnitude words, and where they count as such.
#include "core/units/magnitude.h"

#include "core/units/characters.h"

#include <array>

namespace assay {

namespace {

struct Word {
    std::string_view language; ///< empty: any language not named below
    std::string_view word;     ///< singular, lower case
    int power;
};

constexpr std::array words{
    Word{"", "hundred", 2},
    Word{"", "thousand", 3},
    Word{"", "grand", 3},
    Word{"", "million", 6},
    Word{"", "billion", 9},
    Word{"", "trillion", 12},
    Word{"", "lakh", 5},
    Word{"", "crore", 7},
    Word{"", "mn", 6},
    Word{"", "mln", 6},
    Word{"", "mio", 6},
    Word{"", "bn", 9},
    Word{"", "bln", 9},
    Word{"", "trn", 12},
    Word{"", "tn", 12},
    // long scale: a German Billion, French billion and Spanish billón are 10^12
    Word{"de", "tausend", 3},
    Word{"de", "mio", 6},
    Word{"de", "million", 6},
    Word{"de", "millionen", 6},
    Word{"de", "mrd", 9},
    Word{"de", "milliarde", 9},
    Word{"de", "milliarden", 9},
    Word{"de", "billion", 12},
    Word{"de", "billionen", 12},
    Word{"fr", "mille", 3},
    Word{"fr", "million", 6},
    Word{"fr", "milliard", 9},
    Word{"fr", "billion", 12},
    Word{"es", "mil", 3},
    Word{"es", "millones", 6},
    Word{"es", "billones", 12},
};

bool hasOwnScale(std::string_view language) { return language == "de" || language == "fr" || language == "es"; }

/// Single letters: K, M, B, T, and m only beside money.
std::optional<Magnitude> letterMagnitude(char32_t letter, std::size_t end, Money money) {
    switch (foldWidth(letter)) {
    case U'k':
    case U'K': return Magnitude{end, 3};
    case U'M': return Magnitude{end, 6};
    case U'm': return Magnitude{end, 6, money == Money::yes ? Reading::sure : Reading::unsure};
    case U'B': return Magnitude{end, 9};
    case U'b': return Magnitude{end, 9, money == Money::yes ? Reading::sure : Reading::unsure};
    case U'T': return Magnitude{end, 12};
    case U't': return money == Money::yes ? std::optional(Magnitude{end, 12}) : std::nullopt;
    default: return std::nullopt;
    }
}

std::optional<Magnitude> oneMagnitude(std::u32string_view text, std::size_t i, std::string_view language, Money money) {
    std::size_t start = skipSpaces(text, i);
    const bool apart = start > i;
    if (!apart && isDash(at(text, i)) && isAsciiLetter(at(text, i + 1)))
        start = i + 1; // "5-million"
    const bool hyphen = start > i && !apart;
    const std::size_t end = letterRunEnd(text, start);
    if (end == start || isDigit(at(text, end)) || end - start > 12)
        return std::nullopt;
    const std::u32string_view run = text.substr(start, end - start);
    if (run.size() == 1 && !hyphen) {
        const char32_t next = at(text, end);
        if (next == U'/' || next == U'*' || next == U'\u00B7' || (apart && money == Money::no))
            return std::nullopt; // a unit: 5 B/s, 3 T
        return letterMagnitude(run.front(), end, money);
    }
    if (ascii(run) == "MM")
        return Magnitude{end, 6};
    if (const auto power = magnitudeOfWord(asciiLower(run), language))
        return Magnitude{end, *power, Reading::sure, true};
    return std::nullopt;
}

} // namespace

std::optional<int> magnitudeOfWord(std::string_view word, std::string_view language) {
    const std::string_view own = hasOwnScale(language) ? language : std::string_view();
    for (const Word& row : words) {
        const bool plural = own.empty() ? word.size() == row.word.size() + 1 && word.ends_with('s')
                                        : language == "fr" && word.size() == row.word.size() + 1 && word.ends_with('s');
        if (row.language == own && (word == row.word || (plural && word.starts_with(row.word))))
            return row.power;
    }
    return std::nullopt;
}

std::optional<Magnitude> scanMagnitude(std::u32string_view text, std::size_t i, std::string_view language,
                                       Money money) {
    auto magnitude = oneMagnitude(text, i, language, money);
    if (!magnitude || magnitude->reading == Reading::unsure)
        return magnitude;
    for (int more = 0; more < 3; ++more) { // "6 hundred thousand", "2 thousand million"
        const auto next = oneMagnitude(text, magnitude->end, language, Money::no);
        if (!next || !next->word)
            break;
        const bool grows = magnitude->word && next->power > magnitude->power
                           && (magnitude->power <= 3 || next->power == 7 || next->power == 12);
        if (!grows)
            magnitude->reading = Reading::unsure; // "5bn million" contradicts itself
        magnitude->power += next->power;
        magnitude->end = next->end;
        magnitude->word = true;
    }
    return magnitude;
}

} // namespace assay

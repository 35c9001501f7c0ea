// The tables of bounds and approximators. (evidence: "Quantity grammar", bounds and approximators)
#include "core/units/hedges.h"

#include "core/units/characters.h"

#include <array>

namespace assay {

namespace {

struct Phrase {
    std::u32string_view words; ///< lower case; a space stands for any run of spaces
    Bound bound;
};

// In front of a number. Longer ones win, so "no more than" is not "more than".
constexpr std::array before{
    Phrase{U"over", Bound::greater},
    Phrase{U"more than", Bound::greater},
    Phrase{U"greater than", Bound::greater},
    Phrase{U"above", Bound::greater},
    Phrase{U"exceeding", Bound::greater},
    Phrase{U"exceeds", Bound::greater},
    Phrase{U"exceeded", Bound::greater},
    Phrase{U"exceed", Bound::greater},
    Phrase{U"surpassed", Bound::greater},
    Phrase{U"surpasses", Bound::greater},
    Phrase{U"surpass", Bound::greater},
    Phrase{U"topped", Bound::greater},
    Phrase{U"will top", Bound::greater},
    Phrase{U"upwards of", Bound::greater},
    Phrase{U"upward of", Bound::greater},
    Phrase{U"north of", Bound::greater},
    Phrase{U"in excess of", Bound::greater},
    Phrase{U"higher than", Bound::greater},
    Phrase{U"well over", Bound::greater},
    Phrase{U"well above", Bound::greater},
    Phrase{U"at least", Bound::atLeast},
    Phrase{U"no less than", Bound::atLeast},
    Phrase{U"not less than", Bound::atLeast},
    Phrase{U"no fewer than", Bound::atLeast},
    Phrase{U"not fewer than", Bound::atLeast},
    Phrase{U"a minimum of", Bound::atLeast},
    Phrase{U"minimum of", Bound::atLeast},
    Phrase{U"minimum", Bound::atLeast},
    Phrase{U"under", Bound::less},
    Phrase{U"below", Bound::less},
    Phrase{U"less than", Bound::less},
    Phrase{U"fewer than", Bound::less},
    Phrase{U"lower than", Bound::less},
    Phrase{U"well under", Bound::less},
    Phrase{U"well below", Bound::less},
    Phrase{U"short of", Bound::less},
    Phrase{U"up to", Bound::atMost},
    Phrase{U"as many as", Bound::atMost},
    Phrase{U"as much as", Bound::atMost},
    Phrase{U"at most", Bound::atMost},
    Phrase{U"no more than", Bound::atMost},
    Phrase{U"not more than", Bound::atMost},
    Phrase{U"no greater than", Bound::atMost},
    Phrase{U"a maximum of", Bound::atMost},
    Phrase{U"maximum of", Bound::atMost},
    Phrase{U"maximum", Bound::atMost},
    Phrase{U"about", Bound::about},
    Phrase{U"around", Bound::about},
    Phrase{U"roughly", Bound::about},
    Phrase{U"approximately", Bound::about},
    Phrase{U"approx.", Bound::about},
    Phrase{U"approx", Bound::about},
    Phrase{U"some", Bound::about},
    Phrase{U"circa", Bound::about},
    Phrase{U"ca.", Bound::about},
    Phrase{U"c.", Bound::about},
    Phrase{U"nearly", Bound::about},
    Phrase{U"almost", Bound::about},
    Phrase{U"close to", Bound::about},
    Phrase{U"an estimated", Bound::about},
    Phrase{U"in the region of", Bound::about},
    Phrase{U"somewhere around", Bound::about},
    Phrase{U"in the neighborhood of", Bound::about},
    // signs
    Phrase{U">=", Bound::atLeast},
    Phrase{U"<=", Bound::atMost},
    Phrase{U"\u2265", Bound::atLeast},
    Phrase{U"\u2264", Bound::atMost},
    Phrase{U">", Bound::greater},
    Phrase{U"<", Bound::less},
    Phrase{U"~", Bound::about},
    Phrase{U"\u223C", Bound::about},
    Phrase{U"\u2248", Bound::about},
    Phrase{U"\uFF5E", Bound::about},
    // Korean, Chinese, Japanese
    Phrase{U"약", Bound::about},
    Phrase{U"대략", Bound::about},
    Phrase{U"거의", Bound::about},
    Phrase{U"최소", Bound::atLeast},
    Phrase{U"적어도", Bound::atLeast},
    Phrase{U"최대", Bound::atMost},
    Phrase{U"约", Bound::about},
    Phrase{U"約", Bound::about},
    Phrase{U"大约", Bound::about},
    Phrase{U"大約", Bound::about},
    Phrase{U"近", Bound::about},
    Phrase{U"将近", Bound::about},
    Phrase{U"至少", Bound::atLeast},
    Phrase{U"至少需要", Bound::atLeast},
    Phrase{U"至少有", Bound::atLeast},
    Phrase{U"约合", Bound::about},
    Phrase{U"約合", Bound::about},
    Phrase{U"超过", Bound::greater},
    Phrase{U"超過", Bound::greater},
    Phrase{U"逾", Bound::greater},
    Phrase{U"高于", Bound::greater},
    Phrase{U"不到", Bound::less},
    Phrase{U"低于", Bound::less},
    Phrase{U"不足", Bound::less},
    Phrase{U"最多", Bound::atMost},
    Phrase{U"最大", Bound::atMost},
    Phrase{U"高达", Bound::atMost},
    Phrase{U"少なくとも", Bound::atLeast},
    Phrase{U"およそ", Bound::about},
    Phrase{U"ほぼ", Bound::about},
};

constexpr std::array after{
    Phrase{U"or so", Bound::about},      Phrase{U"or thereabouts", Bound::about},
    Phrase{U"-ish", Bound::about},       Phrase{U"ish", Bound::about},
    Phrase{U"or more", Bound::atLeast},  Phrase{U"or higher", Bound::atLeast},
    Phrase{U"or above", Bound::atLeast}, Phrase{U"at least", Bound::atLeast},
    Phrase{U"and up", Bound::atLeast},   Phrase{U"or less", Bound::atMost},
    Phrase{U"or fewer", Bound::atMost},  Phrase{U"or lower", Bound::atMost},
    Phrase{U"at most", Bound::atMost},   Phrase{U"+", Bound::atLeast},
    Phrase{U"이상", Bound::atLeast},     Phrase{U"초과", Bound::greater},
    Phrase{U"넘는", Bound::greater},     Phrase{U"을 넘는", Bound::greater},
    Phrase{U"를 넘는", Bound::greater},  Phrase{U"을 초과", Bound::greater},
    Phrase{U"를 초과", Bound::greater},  Phrase{U"을 넘", Bound::greater},
    Phrase{U"를 넘", Bound::greater},    Phrase{U"미만", Bound::less},
    Phrase{U"이하", Bound::atMost},      Phrase{U"정도", Bound::about},
    Phrase{U"가까이", Bound::about},     Phrase{U"가량", Bound::about},
    Phrase{U"안팎", Bound::about},       Phrase{U"내외", Bound::about},
    Phrase{U"以上", Bound::atLeast},     Phrase{U"以下", Bound::atMost},
    Phrase{U"以内", Bound::atMost},      Phrase{U"左右", Bound::about},
    Phrase{U"上下", Bound::about},       Phrase{U"程度", Bound::about},
    Phrase{U"ほど", Bound::about},       Phrase{U"前後", Bound::about},
    Phrase{U"未満", Bound::less},        Phrase{U"未满", Bound::less},
    Phrase{U"を超える", Bound::greater}, Phrase{U"を上回る", Bound::greater},
    Phrase{U"を下回る", Bound::less},
};

bool isSame(char32_t wanted, char32_t met) { return wanted == U' ' ? isSpace(met) : wanted == lowerCase(met); }

/// End of the phrase at i; none when it does not stand there. A run of spaces counts as one.
std::optional<std::size_t> matchForward(std::u32string_view text, std::size_t i, std::u32string_view words) {
    for (const char32_t wanted : words) {
        if (i >= text.size() || !isSame(wanted, text[i]))
            return std::nullopt;
        i = wanted == U' ' ? skipSpaces(text, i) : i + 1;
    }
    return i;
}

std::size_t skipSpacesBack(std::u32string_view text, std::size_t i) {
    while (i > 0 && isSpace(text[i - 1]))
        --i;
    return i;
}

std::optional<std::size_t> matchBackward(std::u32string_view text, std::size_t i, std::u32string_view words) {
    for (std::size_t k = words.size(); k-- > 0;) {
        if (i == 0 || !isSame(words[k], text[i - 1]))
            return std::nullopt;
        i = words[k] == U' ' ? skipSpacesBack(text, i) : i - 1;
    }
    return i;
}

bool startsWithLetter(const Phrase& phrase) { return isLetter(phrase.words.front()); }
bool endsWithLetter(const Phrase& phrase) { return isLetter(phrase.words.back()); }

enum class Gap { none, some };

/// The longest phrase that ends at `end`; one that ends with a letter only with a gap to what follows.
std::optional<Hedge> phraseBefore(std::u32string_view text, std::size_t end, Gap gap) {
    std::optional<Hedge> best;
    for (const Phrase& phrase : before) {
        if (endsWithLetter(phrase) && gap == Gap::none)
            continue; // "about50"
        const auto start = matchBackward(text, end, phrase.words);
        const bool whole =
            start
            && !(startsWithLetter(phrase) && *start > 0 && (isLetter(text[*start - 1]) || isDigit(text[*start - 1])));
        if (whole && (!best || *start < best->start))
            best = Hedge{*start, end, phrase.bound};
    }
    return best;
}

std::optional<Hedge> oneBefore(std::u32string_view text, std::size_t i) {
    const std::size_t end = skipSpacesBack(text, i);
    if (end > 0 && text[end - 1] == U')') // "(about) 5 million"
        if (const auto inner = phraseBefore(text, end - 1, Gap::some);
            inner && inner->start > 0 && text[inner->start - 1] == U'(')
            return Hedge{inner->start - 1, end, inner->bound};
    return phraseBefore(text, end, end == i ? Gap::none : Gap::some);
}

} // namespace

std::optional<Hedge> hedgeAt(std::u32string_view text, std::size_t i) {
    std::optional<Hedge> best;
    for (const Phrase& phrase : before) {
        const auto end = matchForward(text, i, phrase.words);
        const bool whole = end && !(endsWithLetter(phrase) && isLetter(at(text, *end)));
        if (whole && (!best || *end > best->end))
            best = Hedge{i, *end, phrase.bound};
    }
    return best;
}

std::optional<Hedge> hedgeBefore(std::u32string_view text, std::size_t i) {
    auto hedge = oneBefore(text, i);
    if (!hedge)
        return std::nullopt;
    if (const auto outer = oneBefore(text, hedge->start); outer && outer->end < hedge->start)
        return Hedge{outer->start, hedge->end, hedge->bound == Bound::about ? outer->bound : hedge->bound};
    return hedge;
}

std::optional<Hedge> hedgeAfter(std::u32string_view text, std::size_t i) {
    const std::size_t start = skipSpaces(text, i);
    std::optional<Hedge> best;
    for (const Phrase& phrase : after) {
        const bool glued = phrase.words == U"+" || phrase.words == U"-ish" || phrase.words == U"ish";
        if (glued ? start != i : startsWithLetter(phrase) && start == i)
            continue;
        const auto end = matchForward(text, start, phrase.words);
        const bool whole = end && !isDigit(at(text, *end)) && !(endsWithLetter(phrase) && isLetter(at(text, *end)));
        if (whole && (!best || *end > best->end))
            best = Hedge{start, *end, phrase.bound};
    }
    return best;
}

} // namespace assay

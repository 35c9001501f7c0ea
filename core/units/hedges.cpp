// The look-up of bounds and approximators; the longest phrase wins.
#include "core/units/hedges.h"

#include "core/units/characters.h"
#include "core/units/hedge_table.h"

namespace assay {

namespace {

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

std::optional<std::size_t> matchBackward(std::u32string_view text, std::size_t i, std::u32string_view words) {
    for (std::size_t k = words.size(); k-- > 0;) {
        if (i == 0 || !isSame(words[k], text[i - 1]))
            return std::nullopt;
        i = words[k] == U' ' ? skipSpacesBack(text, i) : i - 1;
    }
    return i;
}

bool startsWithLetter(const HedgePhrase& phrase) { return isLetter(phrase.words.front()); }
bool endsWithLetter(const HedgePhrase& phrase) { return isLetter(phrase.words.back()); }

/// 円台, %台, ドル台: a level behind its unit; 台 behind bare digits counts machines.
bool isLevel(std::u32string_view text, std::size_t i) {
    return i > 0 && std::u32string_view(U"円%％ル元").find(text[i - 1]) != std::u32string_view::npos;
}

/// Words that bound a number only where a clause ends behind them.
bool isSentenceWord(std::u32string_view words) {
    return words == U"tops" || words == U"max" || words == U"maximum" || words == U"minimum";
}

enum class Gap { none, some };

/// The longest phrase that ends at `end`; one that ends with a letter only with a gap to what follows.
std::optional<Hedge> phraseBefore(std::u32string_view text, std::size_t end, Gap gap) {
    std::optional<Hedge> best;
    for (const HedgePhrase& phrase : hedgesInFront()) {
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
    for (const HedgePhrase& phrase : hedgesInFront()) {
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
    for (const HedgePhrase& phrase : hedgesBehind()) {
        const bool glued = phrase.words == U"+" || phrase.words == U"-ish" || phrase.words == U"ish";
        if (glued ? start != i : startsWithLetter(phrase) && start == i)
            continue;
        const auto end = matchForward(text, start, phrase.words);
        if (end && isSentenceWord(phrase.words)
            && (isAsciiLetter(at(text, skipSpaces(text, *end))) || at(text, start) == U'T'))
            continue; // "8-bit TOPS per chip", "$5 billion tops the forecast"
        if (end && (phrase.words == U"台" ? !isLevel(text, start) : phrase.words == U"上下" && at(text, *end) == U'文'))
            continue; // 5台 is a count, 上下文 a context
        const bool whole = end && !isDigit(at(text, *end)) && !(endsWithLetter(phrase) && isLetter(at(text, *end)));
        if (whole && (!best || *end > best->end))
            best = Hedge{start, *end, phrase.bound};
    }
    return best;
}

} // namespace assay

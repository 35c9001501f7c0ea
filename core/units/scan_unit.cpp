// Whole units behind a number: the unit grammar itself, and the ways texts write products and rates.
#include "core/units/characters.h"
#include "core/units/rate_words.h"
#include "core/units/unit.h"
#include "core/units/unit_words.h"

namespace assay {

namespace {

bool isUnitNameStart(char32_t c) { return isAsciiLetter(c) || c == U'%'; }

/// End of a name of the unit grammar.
std::size_t nameEnd(std::u32string_view text, std::size_t i) {
    if (at(text, i) == U'%')
        return i + 1;
    while (isAsciiLetter(at(text, i)) || isDigit(at(text, i)) || at(text, i) == U'_')
        ++i;
    return i;
}

std::size_t bracketEnd(std::u32string_view text, std::size_t i) {
    int depth = 0;
    for (std::size_t k = i; k < text.size() && k - i < 100; ++k) {
        depth += text[k] == U'(' ? 1 : text[k] == U')' ? -1 : 0;
        if (depth == 0)
            return k + 1;
    }
    return i;
}

std::size_t factorEnd(std::u32string_view text, std::size_t i) {
    std::size_t end = at(text, i) == U'(' ? bracketEnd(text, i) : isUnitNameStart(at(text, i)) ? nameEnd(text, i) : i;
    if (at(text, i) == U'1' && at(text, i + 1) == U'/' && (isAsciiLetter(at(text, i + 2)) || at(text, i + 2) == U'('))
        end = i + 1; // "1/s"
    if (end > i && at(text, end) == U'^') {
        const std::size_t sign = at(text, end + 1) == U'-' ? 1 : 0;
        if (isDigit(at(text, end + 1 + sign)))
            for (end += 1 + sign; isDigit(at(text, end));)
                ++end;
    }
    return end;
}

/// The longest text of the unit grammar at i; a '/' before a number is not part of it ("10 USD / 20 USD").
std::optional<UnitMatch> grammarUnit(std::u32string_view text, std::size_t i) {
    std::optional<UnitMatch> best;
    std::size_t end = at(text, i) == U'(' ? i : factorEnd(text, i); // "5 (see below)" has no unit
    while (end > i && end - i < 200) {
        const std::string unit = ascii(text.substr(i, end - i));
        if (unit != "1" && !isLetter(at(text, end)) && parseUnit(unit))
            best = UnitMatch{end, unit};
        const std::size_t sign = skipSpaces(text, end);
        const char32_t c = at(text, sign);
        if (c != U'/' && c != U'*' && c != U'\u00B7')
            break;
        const std::size_t next = factorEnd(text, skipSpaces(text, sign + 1));
        if (next <= sign + 1 || next == skipSpaces(text, sign + 1))
            break;
        end = next;
    }
    if (best)
        for (std::size_t k = best->unit.find('?'); k != std::string::npos; k = best->unit.find('?'))
            best->unit[k] = '*'; // the middle dot
    return best;
}

bool isTime(const std::string& unit) {
    for (const std::string_view time : {"s", "min", "h", "d", "week", "month", "y"})
        if (unit == time)
            return true;
    return false;
}

/// "GPU-hours", "H800 GPU hours", "GPU·h": a product of a count and a time.
UnitMatch withTime(std::u32string_view text, UnitMatch match, std::string_view language) {
    const bool counts = match.unit == "GPU" || isChip(match.unit) || match.unit == "node" || match.unit == "person";
    if (!counts)
        return match;
    std::size_t next = match.end;
    const char32_t c = at(text, next);
    next = isDash(c) || c == U'\u00B7' || c == U'*' ? next + 1 : skipSpaces(text, next);
    if (next == match.end && !isCjk(c))
        return match;
    if (isChip(match.unit))
        if (const auto noun = scanUnitWord(text, next, language); noun && noun->unit == "GPU") {
            UnitMatch inner = withTime(text, *noun, language);
            inner.unit.replace(0, 3, match.unit);
            return inner;
        }
    const auto time = scanUnitWord(text, next, language);
    if (!time || !isTime(time->unit) || (time->unit.size() == 1 && isSpace(c) && time->end - next == 1))
        return match;
    return UnitMatch{time->end, match.unit + "*" + time->unit};
}

UnitMatch withRate(std::u32string_view text, UnitMatch match, std::string_view language) {
    std::string below;
    int factors = 0;
    while (factors < 4) {
        const auto start = denominatorAt(text, match.end);
        if (!start)
            break;
        const auto many = scanMany(text, *start, language);
        const auto denominator = many && !many->unit.empty() ? many : scanUnitWord(text, *start, language);
        if (!denominator || denominator->unit == match.unit || denominator->unit == "%" || isChip(match.unit))
            break; // "H100/H200 GPUs" counts chips of two kinds
        const UnitMatch whole = withTime(text, *denominator, language);
        below += (below.empty() ? "" : "*") + whole.unit;
        factors += whole.unit.find_first_of("*/") == std::string::npos ? 1 : 2;
        match.end = whole.end;
    }
    if (!below.empty())
        match.unit += factors > 1 ? "/(" + below + ")" : "/" + below;
    return match;
}

} // namespace

std::optional<UnitMatch> scanUnit(std::u32string_view text, std::size_t i, std::string_view language) {
    const std::size_t start = skipSpaces(text, i);
    const auto grammar = grammarUnit(text, start);
    std::optional<UnitMatch> words;
    if (const auto word = scanUnitWord(text, start, language))
        words = withRate(text, withTime(text, *word, language), language);
    if (grammar && (!words || grammar->end >= words->end))
        return grammar;
    if (words)
        return words;
    if (const auto below = denominatorAt(text, i);
        below && at(text, start) != U'a') { // "2 per GPU-hour": a rate of a number
        UnitMatch rate = withRate(text, UnitMatch{i, "1"}, language);
        if (rate.end > i)
            return rate;
    }
    return std::nullopt;
}

UnitMatch scanRate(std::u32string_view text, UnitMatch numerator, std::string_view language) {
    return withRate(text, std::move(numerator), language);
}

} // namespace assay

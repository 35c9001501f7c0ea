// ICU counts UTF-16 units; blocks are converted one at a time, and units back to code points.
#include "core/source/find_expression.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <memory>
#include <string>
#include <unicode/uregex.h>
#include <unicode/ustring.h>

namespace assay {
namespace {

constexpr std::size_t longestExpression = 1'000; // code points; nobody types more

struct CloseExpression {
    void operator()(URegularExpression* expression) const { uregex_close(expression); }
};
using Expression = std::unique_ptr<URegularExpression, CloseExpression>;

std::u16string toUtf16(std::u32string_view text) {
    std::u16string units;
    units.reserve(text.size());
    for (const char32_t c : text) {
        if (c > 0xFFFF) {
            units += static_cast<char16_t>(U16_LEAD(c));
            units += static_cast<char16_t>(U16_TRAIL(c));
        } else {
            units += static_cast<char16_t>(c);
        }
    }
    return units;
}

struct Opened {
    Expression expression;
    std::optional<BadExpression> bad;
};

ExpressionFault faultOfCode(UErrorCode code) {
    switch (code) {
    case U_REGEX_MISMATCHED_PAREN: return ExpressionFault::parenthesis;
    case U_REGEX_MISSING_CLOSE_BRACKET: return ExpressionFault::bracket;
    case U_REGEX_BAD_ESCAPE_SEQUENCE: return ExpressionFault::escape;
    case U_REGEX_PROPERTY_SYNTAX: return ExpressionFault::property;
    case U_REGEX_BAD_INTERVAL:
    case U_REGEX_MAX_LT_MIN:
    case U_REGEX_NUMBER_TOO_BIG: return ExpressionFault::repetition;
    case U_REGEX_LOOK_BEHIND_LIMIT: return ExpressionFault::lookBehind;
    case U_REGEX_INVALID_BACK_REF:
    case U_REGEX_INVALID_CAPTURE_GROUP_NAME: return ExpressionFault::reference;
    case U_REGEX_PATTERN_TOO_BIG: return ExpressionFault::tooLong;
    default: return ExpressionFault::syntax;
    }
}

Opened opened(std::string_view utf8) {
    const std::u32string text = toUtf32(utf8);
    if (text.size() > longestExpression)
        return Opened{nullptr, BadExpression{ExpressionFault::tooLong, longestExpression + 1}};
    const std::u16string units = toUtf16(text);
    UErrorCode code = U_ZERO_ERROR;
    UParseError place{};
    Expression expression(uregex_open(units.data(), static_cast<std::int32_t>(units.size()),
                                      UREGEX_CASE_INSENSITIVE | UREGEX_UWORD, &place, &code));
    if (U_SUCCESS(code))
        return Opened{std::move(expression), std::nullopt};
    const std::size_t column = place.offset > 0 ? static_cast<std::size_t>(place.offset) : 1;
    return Opened{nullptr, BadExpression{faultOfCode(code), std::min(column, text.size())}};
}

/// What ICU asks while it works.
class Watch {
public:
    Watch(const std::stop_token& stop, std::chrono::milliseconds patience)
        : m_stop(stop),
          m_deadline(std::chrono::steady_clock::now() + patience) {}

    bool goesOn() const { return !m_stop.stop_requested() && std::chrono::steady_clock::now() < m_deadline; }
    /// The same for what is asked once a character: looking at the clock each time would cost more than the search.
    bool mayGoOn() {
        constexpr unsigned rarely = 64;
        return ++m_asked % rarely != 0 || goesOn();
    }

private:
    const std::stop_token& m_stop;
    std::chrono::steady_clock::time_point m_deadline;
    unsigned m_asked = 0;
};

UBool U_CALLCONV matchGoesOn(const void* watch, std::int32_t) { return static_cast<const Watch*>(watch)->goesOn(); }
UBool U_CALLCONV findGoesOn(const void* watch, std::int64_t) {
    return const_cast<Watch*>(static_cast<const Watch*>(watch))->mayGoOn();
}

bool isLineEnd(char32_t c) { return c == U'\n' || c == U'\r' || c == 0x85 || c == 0x2028 || c == 0x2029; }

/// End of the block that starts at `start`: the line's, or behind a space of a line that is too long.
std::size_t blockEnd(std::u32string_view text, std::size_t start) {
    const std::size_t most = std::min(text.size(), start + longestBlock);
    std::size_t space = most;
    for (std::size_t i = start; i < most; ++i) {
        if (isLineEnd(text[i]))
            return i;
        if (text[i] == U' ')
            space = i + 1;
    }
    return most == text.size() ? most : space;
}

/// The code point at which a UTF-16 unit of the block stands, for units asked for in ascending order.
class UnitCounter {
public:
    explicit UnitCounter(const std::u16string& block) : m_block(block) {}
    std::size_t codePoint(std::int32_t unit) {
        m_codePoints += static_cast<std::size_t>(u_countChar32(m_block.data() + m_unit, unit - m_unit));
        m_unit = unit;
        return m_codePoints;
    }

private:
    const std::u16string& m_block;
    std::int32_t m_unit = 0;
    std::size_t m_codePoints = 0;
};

/// Adds the block's matches; false: the search ends here.
bool searchBlock(URegularExpression* expression, std::u32string_view block, std::size_t start, TextHits& hits) {
    const std::u16string units = toUtf16(block);
    UErrorCode code = U_ZERO_ERROR;
    uregex_setText(expression, units.data(), static_cast<std::int32_t>(units.size()), &code);
    UnitCounter counter(units);
    while (uregex_findNext(expression, &code) && U_SUCCESS(code)) {
        const std::int32_t from = uregex_start(expression, 0, &code);
        const std::int32_t to = uregex_end(expression, 0, &code);
        if (from >= to)
            continue;
        const std::size_t first = start + counter.codePoint(from);
        if (hits.ranges.size() == mostHits) {
            hits.end = SearchEnd::tooMany;
            hits.searchedTo = first;
            return false;
        }
        hits.ranges.push_back(TextRange{first, start + counter.codePoint(to)});
    }
    if (U_SUCCESS(code))
        return true;
    hits.end = SearchEnd::tooCostly; // stopped by us, or out of its own stack
    hits.searchedTo = start;
    return false;
}

} // namespace

std::optional<BadExpression> faultOf(std::string_view expression) { return opened(expression).bad; }

TextHits findExpression(std::string_view text, std::string_view expression, const std::stop_token& stop,
                        std::chrono::milliseconds patience) {
    TextHits hits;
    const Opened wanted = opened(expression);
    if (!wanted.expression || expression.empty())
        return hits;
    Watch watch(stop, patience);
    UErrorCode code = U_ZERO_ERROR;
    uregex_setMatchCallback(wanted.expression.get(), matchGoesOn, &watch, &code);
    uregex_setFindProgressCallback(wanted.expression.get(), findGoesOn, &watch, &code);
    const std::u32string whole = toUtf32(text);
    const std::u32string_view all = whole;
    for (std::size_t start = 0; start < all.size();) {
        if (!watch.goesOn()) {
            hits.end = SearchEnd::tooCostly;
            hits.searchedTo = start;
            break;
        }
        const std::size_t end = blockEnd(all, start);
        if (end > start && !searchBlock(wanted.expression.get(), all.substr(start, end - start), start, hits))
            break;
        start = end < all.size() && isLineEnd(all[end]) ? end + 1 : std::max(end, start + 1);
    }
    if (stop.stop_requested())
        hits.end = SearchEnd::cancelled;
    return hits;
}

} // namespace assay

// The grammar of one quantity: one number, or two as a range. (evidence: "Quantity grammar")
#include "core/units/scan_quantity.h"

#include "core/base/utf8.h"
#include "core/units/characters.h"
#include "core/units/cjk_label.h"
#include "core/units/hedges.h"
#include "core/units/phrase_unit.h"
#include "core/units/quantity_set.h"
#include "core/units/scan_single.h"
#include "core/units/unit.h"
#include "core/units/unit_words.h"

#include <algorithm>
#include <array>
#include <string>

namespace assay {

namespace {

Decimal wholeDecimal(const ScannedSingle& single) { return timesPowerOfTen(single.decimal, single.power.value_or(0)); }

Quantity unsureQuantity() {
    Quantity quantity;
    quantity.bound = Bound::unsure;
    return quantity;
}

Quantity quantityOf(const ScannedSingle& single) {
    if (single.reading == Reading::unsure)
        return unsureQuantity();
    const Decimal decimal = wholeDecimal(single);
    if (single.vague)
        return between(decimal, timesPowerOfTen(decimal, 1), Bound::vague);
    if (single.high)
        return between(decimal, *single.high, Bound::range);
    return withBound(exactly(decimal), single.bound.value_or(Bound::equal));
}

// -- ranges

struct Separator {
    std::size_t end = 0;
    bool word = false;   ///< "to", "and": the two may also be two quantities
    bool spread = false; ///< plus or minus
};

std::optional<Separator> separatorAt(std::u32string_view text, std::size_t i, bool afterBetween) {
    const std::size_t start = skipSpaces(text, i);
    const char32_t c = at(text, start);
    if (c == U'±' || (c == U'+' && at(text, start + 1) == U'/' && isDash(at(text, start + 2))))
        return Separator{skipSpaces(text, start + (c == U'±' ? 1 : 3)), false, true};
    if (startsWithWord(text, start, "plus") && start > i)
        for (const std::u32string_view words : {U"plus or minus ", U"plus-or-minus "})
            if (text.substr(start).starts_with(words))
                return Separator{start + words.size(), false, true};
    if (startsWithWord(text, start, afterBetween ? "and" : "to") && start > i)
        return Separator{skipSpaces(text, start + (afterBetween ? 3 : 2)), true, false};
    if (c == U'.' && at(text, start + 1) == U'.' && at(text, start + 2) != U'.')
        return Separator{skipSpaces(text, start + 2), false, false};
    const bool dash = isDash(c) || c == U'~' || c == 0x301C || c == 0xFF5E || c == 0x223C;
    const bool parenthetical = (c == U'—' || c == U'-') && start > i; // "… - 10 times"
    if (dash && !parenthetical)
        return Separator{skipSpaces(text, start + 1), false, false};
    if (afterBetween)
        return std::nullopt;
    for (const std::u32string_view word : {U"에서 ", U"부터 ", U"至", U"到", U"から"})
        if (text.substr(std::min(i, text.size())).starts_with(word))
            return Separator{i + word.size(), true, false};
    return std::nullopt;
}

/// True when "from" before the first number belongs to a change: "rose from x to y" is two quantities.
bool isChange(std::u32string_view text, std::size_t start) {
    constexpr std::array changes{"rose",      "risen",    "rise",       "rises",     "rising",   "fell",    "fallen",
                                 "fall",      "falls",    "falling",    "grew",      "grown",    "grow",    "growing",
                                 "increased", "increase", "increasing", "decreased", "decrease", "dropped", "drop",
                                 "jumped",    "climbed",  "went",       "declined",  "cut",      "raised",  "reduced",
                                 "expanded",  "soared",   "surged",     "slumped",   "plunged",  "shrank",  "moved",
                                 "up",        "down",     "changed",    "slashed",   "tumbled"};
    const std::size_t from = start > 60 ? start - 60 : 0;
    const std::string before = asciiLower(text.substr(from, start - from));
    const std::size_t sentence = before.find_last_of(".!?;");
    const std::string clause = sentence == std::string::npos ? before : before.substr(sentence);
    if (clause.find("from") == std::string::npos)
        return false;
    return std::any_of(changes.begin(), changes.end(), [&](std::string_view word) {
        const std::size_t k = clause.find(word);
        return k != std::string::npos && (k == 0 || clause[k - 1] == ' ') && clause.size() > k + word.size()
               && clause[k + word.size()] == ' ';
    });
}

bool followsWord(std::u32string_view text, std::size_t i, std::string_view word) {
    std::size_t end = i;
    while (end > 0 && isSpace(text[end - 1]))
        --end;
    const std::size_t size = word.size();
    return end < i && end >= size && asciiLower(text.substr(end - size, size)) == word
           && (end == size || !isLetter(text[end - size - 1]));
}

bool isLess(const Decimal& a, const Decimal& b) { return toDouble(a) < toDouble(b); }

ScannedQuantity joined(const ScannedSingle& first, const ScannedSingle& second, Quantity quantity) {
    quantity.unit = second.unit.empty() ? first.unit : second.unit;
    ScannedQuantity scanned{first.start, std::max(second.end, second.numberEnd), std::move(quantity)};
    scanned.magnitude = first.power || second.power;
    scanned.whole = false;
    return scanned;
}

/// value +- delta as low..high; a magnitude or unit written once holds for both.
ScannedQuantity spread(const ScannedSingle& first, const ScannedSingle& second) {
    Decimal middle = first.decimal, delta = second.decimal;
    if (first.power && second.power) {
        middle = wholeDecimal(first);
        delta = wholeDecimal(second);
    } else {
        const int power = first.power.value_or(second.power.value_or(0));
        middle = timesPowerOfTen(middle, power);
        delta = timesPowerOfTen(delta, power);
    }
    Quantity quantity = between(middle, middle, Bound::range);
    quantity.low = toDouble(middle) - toDouble(delta);
    quantity.high = toDouble(middle) + toDouble(delta);
    return joined(first, second, quantity);
}

/// The power of ten of "ninety thousand" that "eighty" before it shares; 0 when the first stands for itself.
int sharedPower(const ScannedSingle& first, const ScannedSingle& second) {
    if (!first.words || !second.words || first.power || !second.power)
        return 0;
    for (const int power : {12, 9, 6, 3, 2})
        if (const double step = toDouble(Decimal{"1", power, false}); toDouble(second.decimal) >= step)
            return toDouble(first.decimal) * step < toDouble(second.decimal) ? power : 0;
    return 0;
}

/// The second end with the first's magnitude settled; none when the two are no range.
std::optional<ScannedQuantity> rangeOf(const ScannedSingle& first, const ScannedSingle& second,
                                       const Separator& separator) {
    if (!first.unit.empty() && !second.unit.empty() && first.unit != second.unit
        && !second.unit.starts_with(first.unit + "/"))
        return std::nullopt;
    if (separator.spread)
        return spread(first, second);
    Decimal low = wholeDecimal(first);
    const Decimal high = wholeDecimal(second);
    if (const int power = sharedPower(first, second); power > 0) // "eighty to ninety thousand"
        low = timesPowerOfTen(low, power);
    else if (!first.power && second.power && isLess(timesPowerOfTen(first.decimal, *second.power), high))
        low = timesPowerOfTen(first.decimal, *second.power);
    else if (!first.power && second.power) // "900 to 1 million": each as written, or nothing sure
        return joined(first, second, unsureQuantity());
    else if (first.power && !second.power && !first.words)
        return isLess(first.decimal, second.decimal) || !separator.word
                   ? std::optional(joined(first, second, unsureQuantity()))
                   : std::nullopt;
    if (first.reading == Reading::unsure || second.reading == Reading::unsure)
        return joined(first, second, unsureQuantity());
    const bool lostThousands = !separator.word && !first.power && !second.power && second.digits.grouped
                               && !first.digits.grouped
                               && isLess(timesPowerOfTen(low, 2), high); // "10-20,000 chips": 10 or 10,000
    if (lostThousands)
        return joined(first, second, unsureQuantity());
    if (!isLess(low, high))
        return separator.word ? std::nullopt : std::optional(joined(first, second, unsureQuantity()));
    return joined(first, second, between(low, high, Bound::range));
}

std::optional<ScannedQuantity> scanRange(const ScanContext& context, const ScannedSingle& first) {
    const std::u32string_view text = context.text;
    const bool between = followsWord(text, first.start, "between");
    auto separator = separatorAt(text, first.end, between);
    if (!separator || first.vague || first.high)
        return std::nullopt;
    const bool starts = isDigit(at(text, separator->end)) || scanCurrencyBefore(text, separator->end, context.language)
                        || (separator->word && isAsciiLetter(at(text, separator->end)))
                        || at(text, separator->end) == U'.';
    if (!starts || (separator->word && isChange(text, first.start)))
        return std::nullopt;
    ScannedSingle second;
    if (const auto read = scanSingle(context, separator->end))
        second = *read;
    else
        return std::nullopt;
    if (separator->word && startsWithAny(text, second.end, {U"へ", U"に", U"으로", U"로"}))
        return std::nullopt;                                     // 500億円から2,250億円へ: a change
    if (isCurrency(first.unit) && second.unit.starts_with("1/")) // "$2-3 per hour"
        second.unit = first.unit + second.unit.substr(1);
    if (second.vague || second.high || (first.words != second.words && second.words && !second.power))
        return std::nullopt;
    return rangeOf(first, second, *separator);
}

} // namespace

std::optional<ScannedQuantity> scanQuantity(const ScanContext& context, std::size_t i) {
    const auto single = scanSingle(context, i);
    if (!single)
        return std::nullopt;
    auto scanned = scanRange(context, *single);
    if (!scanned) {
        scanned = ScannedQuantity{single->start, std::max(single->end, single->numberEnd), quantityOf(*single)};
        scanned->quantity.unit = single->unit;
        scanned->words = single->words;
        scanned->magnitude = single->power.has_value();
        scanned->whole = single->digits.whole;
        scanned->grouped = single->digits.grouped;
        scanned->digitCount = single->digits.digitCount;
    }
    scanned->rateStart = single->rateStart;
    auto behind = hedgeAfter(context.text, scanned->end);
    if (!behind && startsWithAny(context.text, scanned->end, {U"배", U"倍"}))
        behind = hedgeAfter(context.text, scanned->end + 1); // 3배가 넘는
    if (const std::size_t counted = classifierEnd(context.text, scanned->end); !behind && counted > scanned->end)
        behind = hedgeAfter(context.text, counted); // 5만 장 이상, 1万基程度
    if (behind && scanned->quantity.bound == Bound::equal)
        scanned->quantity = withBound(scanned->quantity, behind->bound);
    if (scanned->quantity.unit.empty() && !single->openUnit)
        scanned->quantity.unit = "1";
    scanned->quantity.text = toUtf8(context.text.substr(scanned->start, scanned->end - scanned->start));
    return scanned;
}

} // namespace assay

// The grammar of one quantity. (evidence: "Quantity grammar")
#include "core/units/scan_quantity.h"

#include "core/base/utf8.h"
#include "core/units/characters.h"
#include "core/units/cjk_number.h"
#include "core/units/hedges.h"
#include "core/units/magnitude.h"
#include "core/units/number_words.h"
#include "core/units/phrase_unit.h"
#include "core/units/quantity_set.h"
#include "core/units/scan_number.h"
#include "core/units/unit.h"
#include "core/units/unit_words.h"

#include <algorithm>
#include <array>
#include <string>

namespace assay {

namespace {

/// One number with what belongs to it; ends of a range are two of these.
struct Single {
    std::size_t start = 0;
    std::size_t numberEnd = 0; ///< behind digits and magnitude
    std::size_t end = 0;       ///< behind the unit
    Decimal decimal;           ///< without the magnitude
    std::optional<int> power;
    std::string currency; ///< before the number
    std::string unit;     ///< currency before or unit behind; empty = none
    std::optional<Bound> bound;
    Reading reading = Reading::sure;
    bool vague = false;
    bool words = false;
    bool openUnit = false; ///< a yen or yuan sign that can't be told
    ScannedNumber digits;
};

bool isWordCharacter(char32_t c) { return isLetter(c) || isDigit(c); }

/// "W8.6 billion": won where Korea is near or a currency stands close before; else no sign at all.
bool isWonSign(const ScanContext& context, std::size_t i) {
    const std::u32string_view text = context.text;
    if (at(text, i) != U'W' || !isDigit(at(text, i + 1)) || (i > 0 && isWordCharacter(text[i - 1])))
        return false;
    if (context.language == "ko" || context.koreanNear)
        return true;
    const std::size_t start = i > 40 ? i - 40 : 0;
    const std::u32string_view before = text.substr(start, i - start);
    return before.find_first_of(U"$€£¥₩") != std::u32string_view::npos;
}

/// Sign and currency before the digits; moves i to the digits.
void scanLead(const ScanContext& context, std::size_t& i, Single& single) {
    const std::u32string_view text = context.text;
    const auto takeSign = [&] {
        if (!isDash(at(text, i)) || at(text, i) == U'—' || single.decimal.negative)
            return;
        single.decimal.negative = true;
        ++i;
    };
    takeSign();
    if (isWonSign(context, i)) {
        single.currency = single.unit = "KRW";
        ++i;
        return;
    }
    if (const auto currency = scanCurrencyBefore(text, i, context.language)) {
        single.currency = single.unit = currency->unit;
        single.openUnit = currency->unit.empty();
        i = skipSpaces(text, currency->end);
        takeSign();
    }
}

bool scanDigitsOrWords(const ScanContext& context, std::size_t i, Single& single) {
    const bool negative = single.decimal.negative;
    if (const auto cjk = scanCjkNumber(context.text, i)) {
        single.decimal = cjk->decimal;
        single.numberEnd = cjk->end;
        single.vague = cjk->vague;
        single.power = 0;
        if (cjk->about)
            single.bound = Bound::about;
    } else if (const auto digits = scanNumber(context.text, i, marksOf(context.language))) {
        single.digits = *digits;
        single.decimal = digits->decimal;
        single.reading = digits->reading;
        single.numberEnd = digits->end;
        if (const char32_t c = at(context.text, digits->end); c == U'여' || c == U'余' || c == U'多') { // 100여 명
            single.bound = Bound::about;
            ++single.numberEnd;
        }
    } else if (const auto words = scanNumberWords(context.text, i)) {
        single.decimal = words->decimal;
        single.numberEnd = words->end;
        single.vague = words->vague;
        single.words = true;
        if (words->magnitude)
            single.power = 0;
    } else {
        return false;
    }
    single.decimal.negative = negative;
    return true;
}

/// "2 and a half million" behind digits.
void scanMagnitudeOf(const ScanContext& context, Single& single) {
    const bool money = !single.currency.empty() || single.openUnit;
    const auto magnitude =
        single.words && single.power
            ? std::nullopt
            : scanMagnitude(context.text, single.numberEnd, context.language, money ? Money::yes : Money::no);
    if (!magnitude)
        return;
    const bool letter = !magnitude->word;
    if (letter
        && magnitude->reading == Reading::unsure) { // 5m: minutes, metres, millions; a currency behind settles it
        const auto unit = scanUnit(context.text, magnitude->end, context.language);
        if (unit && unit->unit.size() >= 3)
            single.power = magnitude->power;
        else
            single.reading = Reading::unsure;
    } else {
        single.power = magnitude->power + single.power.value_or(0);
        if (magnitude->reading == Reading::unsure)
            single.reading = Reading::unsure;
    }
    single.numberEnd = magnitude->end;
}

/// "per million tokens", "/1M tokens": the rate's own magnitude; the value as read would be a million times too large.
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

constexpr std::array<std::u32string_view, 3> perWords{U"あたり", U"当たり", U"につき"};

/// A rate's time before the money: 每小时2美元, 시간당 2달러, 1時間あたり2ドル.
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

void scanUnitOf(const ScanContext& context, Single& single) {
    single.end = single.numberEnd;
    if (isPerMany(context.text, single.numberEnd) && !single.currency.empty())
        single.reading = Reading::unsure;
    if (!single.currency.empty()) {
        if (at(context.text, single.numberEnd) == U'元') // 港元80亿元
            ++single.numberEnd;
        const UnitMatch rate = scanRate(context.text, UnitMatch{single.numberEnd, single.currency}, context.language);
        single.unit = rate.unit;
        single.end = rate.end;
        const auto again = scanUnit(context.text, single.numberEnd, context.language);
        if (again && again->unit.starts_with(single.currency)) { // "$5M USD", "$5.6 million dollars"
            single.unit = again->unit;
            single.end = again->end;
        }
        return;
    }
    if (single.openUnit)
        return;
    const PhraseUnit unit = scanPhraseUnit(context.text, single.numberEnd, context.language);
    single.unit = unit.unit;
    single.end = unit.end;
    if (unit.bound)
        single.bound = unit.bound;
    if (isCurrency(single.unit))
        single.unit += rateBefore(context.text, single.start);
    if (single.unit.empty() && context.text.substr(0, single.start).ends_with(U"百分之"))
        single.unit = "%";
}

std::optional<Single> scanSingle(const ScanContext& context, std::size_t i) {
    Single single;
    single.start = i;
    scanLead(context, i, single);
    if (!scanDigitsOrWords(context, i, single))
        return std::nullopt;
    if (single.words && single.decimal.negative)
        return std::nullopt;
    scanMagnitudeOf(context, single);
    scanUnitOf(context, single);
    return single;
}

Decimal wholeDecimal(const Single& single) { return timesPowerOfTen(single.decimal, single.power.value_or(0)); }

Quantity unsureQuantity() {
    Quantity quantity;
    quantity.bound = Bound::unsure;
    return quantity;
}

Quantity quantityOf(const Single& single) {
    if (single.reading == Reading::unsure)
        return unsureQuantity();
    const Decimal decimal = wholeDecimal(single);
    if (single.vague)
        return between(decimal, timesPowerOfTen(decimal, 1), Bound::vague);
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

ScannedQuantity joined(const Single& first, const Single& second, Quantity quantity) {
    quantity.unit = second.unit.empty() ? first.unit : second.unit;
    ScannedQuantity scanned{first.start, std::max(second.end, second.numberEnd), std::move(quantity)};
    scanned.magnitude = first.power || second.power;
    scanned.whole = false;
    return scanned;
}

/// value +- delta as low..high; a magnitude or unit written once holds for both.
ScannedQuantity spread(const Single& first, const Single& second) {
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

/// The second end with the first's magnitude settled; none when the two are no range.
std::optional<ScannedQuantity> rangeOf(const Single& first, const Single& second, const Separator& separator) {
    if (!first.unit.empty() && !second.unit.empty() && first.unit != second.unit
        && !second.unit.starts_with(first.unit + "/"))
        return std::nullopt;
    if (separator.spread)
        return spread(first, second);
    Decimal low = wholeDecimal(first);
    const Decimal high = wholeDecimal(second);
    if (!first.power && second.power && isLess(timesPowerOfTen(first.decimal, *second.power), high))
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

std::optional<ScannedQuantity> scanRange(const ScanContext& context, const Single& first) {
    const std::u32string_view text = context.text;
    const bool between = followsWord(text, first.start, "between");
    auto separator = separatorAt(text, first.end, between);
    if (!separator || first.vague)
        return std::nullopt;
    const bool starts = isDigit(at(text, separator->end)) || scanCurrencyBefore(text, separator->end, context.language)
                        || (separator->word && isAsciiLetter(at(text, separator->end)))
                        || at(text, separator->end) == U'.';
    if (!starts || (separator->word && isChange(text, first.start)))
        return std::nullopt;
    Single second;
    if (const auto read = scanSingle(context, separator->end))
        second = *read;
    else
        return std::nullopt;
    if (isCurrency(first.unit) && second.unit.starts_with("1/")) // "$2-3 per hour"
        second.unit = first.unit + second.unit.substr(1);
    if (second.vague || (first.words != second.words && second.words && !second.power))
        return std::nullopt;
    return rangeOf(first, second, *separator);
}

} // namespace

bool isTimeOfRate(const ScanContext& context, const ScannedQuantity& scanned) {
    const std::u32string_view text = context.text;
    if (scanned.quantity.value != 1 || scanned.end == 0 || !isCjk(text[scanned.end - 1]))
        return false;
    std::size_t money = scanned.end;
    for (const std::u32string_view per : perWords)
        if (text.substr(money).starts_with(per))
            money += per.size();
    if (!isDigit(at(text, money)) || rateBefore(text, money).empty())
        return false;
    const auto next = scanSingle(context, money);
    return next && isCurrency(next->unit.substr(0, next->unit.find('/')));
}

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
    if (const auto behind = hedgeAfter(context.text, scanned->end); behind && scanned->quantity.bound == Bound::equal)
        scanned->quantity = withBound(scanned->quantity, behind->bound);
    if (scanned->quantity.unit.empty() && !single->openUnit)
        scanned->quantity.unit = "1";
    scanned->quantity.text = toUtf8(context.text.substr(scanned->start, scanned->end - scanned->start));
    return scanned;
}

} // namespace assay

// Lead, digits or words, magnitude, unit: in this order, each told what the ones before it found.
#include "core/units/scan_single.h"

#include "core/units/characters.h"
#include "core/units/cjk_number.h"
#include "core/units/flop_unit.h"
#include "core/units/magnitude.h"
#include "core/units/number_words.h"
#include "core/units/phrase_unit.h"
#include "core/units/rate_words.h"
#include "core/units/unit.h"
#include "core/units/unit_words.h"

#include <algorithm>

namespace assay {

namespace {

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
void scanLead(const ScanContext& context, std::size_t& i, ScannedSingle& single) {
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

bool scanDigitsOrWords(const ScanContext& context, std::size_t i, ScannedSingle& single) {
    const bool negative = single.decimal.negative;
    if (const auto cjk = scanCjkNumber(context.text, i)) {
        single.decimal = cjk->decimal;
        single.numberEnd = cjk->end;
        single.vague = cjk->vague;
        single.high = cjk->high;
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
void scanMagnitudeOf(const ScanContext& context, ScannedSingle& single) {
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

/// The unit behind a number with its currency in front.
void scanMoneyUnit(const ScanContext& context, ScannedSingle& single) {
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
}

/// "8x H100", "8xH100", "6 x RTX 3080": so many of a chip; "4.1x": so many times, when no name or number follows.
void skipTimesSign(std::u32string_view text, ScannedSingle& single) {
    const std::size_t sign = skipSpaces(text, single.numberEnd);
    if (at(text, sign) != U'x' && at(text, sign) != 0xD7)
        return;
    const std::size_t next = skipSpaces(text, sign + 1);
    const char32_t c = at(text, next);
    const bool isFactor =
        sign == single.numberEnd && !isDigit(c) && !isLetter(at(text, sign + 1)) && !(c >= U'A' && c <= U'Z');
    if (isFactor || scanChip(text, next))
        single.numberEnd = sign + 1;
}

void scanUnitBehind(const ScanContext& context, ScannedSingle& single) {
    skipTimesSign(context.text, single);
    PhraseUnit unit = scanPhraseUnit(context.text, single.numberEnd, context.language);
    if (unit.unit.empty())
        if (const auto flops = scanFlops(context.text, single)) {
            unit = PhraseUnit{flops->end, flops->unit, {}};
            single.openUnit = flops->unit.empty();
        }
    single.unit = unit.unit;
    single.end = unit.end;
    if (unit.power != 0)
        single.power = single.power.value_or(0) + unit.power;
    if (unit.bound)
        single.bound = unit.bound;
    if (single.unit.empty() && context.text.substr(0, single.start).ends_with(U"百分之"))
        single.unit = "%";
}

/// 155円80銭: the hundredths behind.
void scanHundredths(const ScanContext& context, ScannedSingle& single) {
    const auto sen = single.unit == "JPY" && isCjk(at(context.text, single.end - 1))
                         ? scanNumber(context.text, single.end, Marks::pointDecimal)
                         : std::nullopt;
    if (!sen || !sen->whole || sen->digitCount > 2 || at(context.text, sen->end) != U'銭' || single.power)
        return;
    const std::string hundredths = ascii(context.text.substr(single.end, sen->end - single.end));
    std::string whole =
        single.decimal.digits + std::string(static_cast<std::size_t>(std::max(0, single.decimal.exponent)), '0');
    if (single.decimal.exponent >= 0)
        single.decimal = decimalOf(whole, (hundredths.size() == 1 ? "0" : "") + hundredths);
    single.end = single.numberEnd = sen->end + 1;
}

void applyRateBefore(const ScanContext& context, ScannedSingle& single) {
    if (single.unit.empty() || single.unit.find('/') != std::string::npos)
        return;
    auto rate = rateBefore(context.text, single.start, context.language);
    if (!rate && isCurrency(single.unit))
        rate = periodBefore(context.text, single.start);
    if (!rate || rate->unit == single.unit)
        return;
    single.rateStart = rate->start;
    if (rate->unit.empty())
        single.reading = Reading::unsure;
    else if (rate->unit != "1")
        single.unit += rate->unit.find_first_of("*/") == std::string::npos ? "/" + rate->unit : "/(" + rate->unit + ")";
}

void scanUnitOf(const ScanContext& context, ScannedSingle& single) {
    single.end = single.numberEnd;
    if (!single.currency.empty())
        scanMoneyUnit(context, single);
    else if (!single.openUnit)
        scanUnitBehind(context, single);
    scanHundredths(context, single);
    if (!single.unit.empty() && isPerMany(context.text, single.end, context.language))
        single.reading = Reading::unsure;
    applyRateBefore(context, single);
}

} // namespace

std::optional<ScannedSingle> scanSingle(const ScanContext& context, std::size_t i) {
    ScannedSingle single;
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

} // namespace assay

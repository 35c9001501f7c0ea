// See cjk_number.h. Powers: 십/十 10, 백/百 10^2, 천/千 10^3, 만/万 10^4, 억/亿 10^8, 조/兆 10^12.
#include "core/units/cjk_number.h"

#include "core/units/characters.h"
#include "core/units/scan_number.h"
#include "core/units/unit_words.h"

#include <string>

namespace assay {

namespace {

/// 千 is kilo in 千瓦, 千克 and 千米.
bool isKilo(std::u32string_view text, std::size_t i) {
    return at(text, i) == U'千' && i + 1 < text.size()
           && std::u32string_view(U"瓦克米赫").find(text[i + 1]) != std::u32string_view::npos;
}

int smallPower(std::u32string_view text, std::size_t i) {
    if (isKilo(text, i))
        return 0;
    switch (at(text, i)) {
    case U'십':
    case U'十':
    case U'拾': return 1;
    case U'백':
    case U'百':
    case U'佰': return 2;
    case U'천':
    case U'千':
    case U'仟': return 3;
    default: return 0;
    }
}

int largePower(std::u32string_view text, std::size_t i) {
    switch (at(text, i)) {
    case U'만':
    case U'万':
    case U'萬': return 4;
    case U'억':
    case U'亿':
    case U'億': return 8;
    case U'조': return 12;
    case U'兆': return at(text, i + 1) == U'瓦' || at(text, i + 1) == U'赫' || at(text, i + 1) == U'字' ? 0 : 12;
    default: return 0;
    }
}

int digitOf(char32_t c) {
    constexpr std::u32string_view han = U"〇一二三四五六七八九";
    if (const std::size_t k = han.find(c); k != std::u32string_view::npos)
        return static_cast<int>(k);
    switch (c) {
    case U'零': return 0;
    case U'两':
    case U'兩':
    case U'弐': return 2;
    case U'壱': return 1;
    default: return -1;
    }
}

/// Spelled Korean digits are words and particles too (이상, 일부): they count only before a magnitude.
int koreanDigitAt(std::u32string_view text, std::size_t i) {
    constexpr std::u32string_view digits = U"영일이삼사오육칠팔구";
    const std::size_t k = digits.find(at(text, i));
    const bool counts = smallPower(text, i + 1) > 0 || largePower(text, i + 1) > 0;
    return i < text.size() && k != std::u32string_view::npos && counts ? static_cast<int>(k) : -1;
}

/// Formal three is a part of many words (参数, 参加): it counts only before a magnitude.
int digitAt(std::u32string_view text, std::size_t i) {
    if (at(text, i) == U'参')
        return smallPower(text, i + 1) > 0 || largePower(text, i + 1) > 0 ? 3 : -1;
    const int digit = digitOf(at(text, i));
    return digit >= 0 ? digit : koreanDigitAt(text, i);
}

bool isSeveral(char32_t c) { return c == U'수' || c == U'数' || c == U'數' || c == U'几' || c == U'몇'; }

bool isApproximate(char32_t c) {
    return c == U'여' || c == U'余' || c == U'餘' || c == U'多' || c == U'강' || c == U'약';
}

/// One group before a large unit: a plain number, or digits with 천 백 십.
struct Group {
    std::size_t end = 0;
    Decimal decimal{"1", 0, false};
    bool digits = false; ///< a digit was there
    bool units = false;  ///< a small unit was there
};

long long wholeOf(const Decimal& decimal) {
    long long value = 0;
    for (const char c : decimal.digits)
        value = value * 10 + (c - '0');
    for (int k = 0; k < decimal.exponent; ++k)
        value *= 10;
    return value;
}

bool isWhole(const Decimal& decimal) {
    return decimal.exponent >= 0 && decimal.digits.size() + static_cast<std::size_t>(decimal.exponent) <= 14;
}

/// Digits (ASCII with marks, or one CJK digit) at i.
std::optional<ScannedNumber> digitsAt(std::u32string_view text, std::size_t i) {
    if (isDigit(at(text, i))) {
        auto number = scanNumber(text, i, Marks::pointDecimal);
        return number && number->reading == Reading::sure ? number : std::nullopt;
    }
    const int digit = digitAt(text, i);
    if (digit < 0)
        return std::nullopt;
    return ScannedNumber{i + 1, Decimal{std::to_string(digit), 0, false}, Reading::sure, false, true, 1};
}

Group scanGroup(std::u32string_view text, std::size_t i) {
    Group group{i};
    long long sum = 0;
    for (int parts = 0; parts < 4; ++parts) {
        const auto digits = digitsAt(text, group.end);
        const std::size_t unitAt = digits ? digits->end : group.end;
        const int power = smallPower(text, unitAt);
        if (!digits && power == 0)
            break;
        const Decimal part = timesPowerOfTen(digits ? digits->decimal : Decimal{"1", 0, false}, power);
        if (parts == 0 && !isWhole(part)) { // "2.5", "2.5천": nothing can follow but a large unit
            group = Group{unitAt + (power > 0 ? 1 : 0), part, true, power > 0};
            return group;
        }
        if (!isWhole(part) || (parts > 0 && sum > 0 && wholeOf(part) >= sum))
            break;
        sum += wholeOf(part);
        group.digits = group.digits || digits;
        group.units = group.units || power > 0;
        group.end = unitAt + (power > 0 ? 1 : 0);
        if (power == 0)
            break;
    }
    group.decimal = decimalOf(std::to_string(sum), "");
    return group;
}

CjkNumber withApproximator(std::u32string_view text, CjkNumber number) {
    if (isApproximate(at(text, number.end))) {
        ++number.end;
        number.about = true;
    }
    return number;
}

/// 수십억, 数百万: a decade from the named unit.
std::optional<CjkNumber> severalNumber(std::u32string_view text, std::size_t i) {
    std::size_t k = i + 1;
    int power = smallPower(text, k);
    k += power > 0 ? 1 : 0;
    const int large = largePower(text, k);
    k += large > 0 ? 1 : 0;
    if (power + large == 0)
        return std::nullopt;
    return CjkNumber{k, Decimal{"1", power + large, false}, true, false};
}

bool endsWith(std::u32string_view text, std::size_t end, std::u32string_view word) {
    return end >= word.size() && text.substr(end - word.size(), word.size()) == word;
}

/// One digit alone is a number before a unit of time (两个月, 五年) and in 百分之五; "one" is an article there.
std::optional<CjkNumber> loneDigit(std::u32string_view text, std::size_t i) {
    const int digit = digitOf(at(text, i));
    if (digit < 0 || (i > 0 && (digitOf(text[i - 1]) >= 0 || text[i - 1] == U'第' || text[i - 1] == U'十')))
        return std::nullopt;
    if (digitOf(at(text, i + 1)) >= 0 || smallPower(text, i + 1) > 0 || largePower(text, i + 1) > 0)
        return std::nullopt;
    const CjkNumber number{i + 1, Decimal{std::to_string(digit), 0, false}, false, false};
    if (endsWith(text, i, U"百分之"))
        return number;
    for (const std::u32string_view unit :
         {U"年", U"个月", U"個月", U"か月", U"天", U"周", U"週間", U"小时", U"小時", U"時間", U"成", U"割", U"卡"})
        if (digit >= 2 && text.substr(i + 1).starts_with(unit) && (unit != U"成" || scanUnitWord(text, i + 1, "zh")))
            return number; // 三成 is 30 %, 三成员 three members
    return std::nullopt;
}

/// 万卡集群: a cluster of so many cards.
std::optional<CjkNumber> clusterNumber(std::u32string_view text, std::size_t i) {
    const int power = largePower(text, i) + smallPower(text, i);
    const bool alone = i == 0
                       || (digitAt(text, i - 1) < 0 && !isDigit(text[i - 1])
                           && smallPower(text, i - 1) + largePower(text, i - 1) == 0);
    if (power < 2 || at(text, i + 1) != U'卡' || !alone || isSeveral(i > 0 ? text[i - 1] : U' '))
        return std::nullopt;
    return CjkNumber{i + 1, Decimal{"1", power, false}, false, false};
}

/// 두 달, 세 시간, 석 달: Korean's own numerals before a time or people; "one" is an article.
std::optional<CjkNumber> nativeNumber(std::u32string_view text, std::size_t i) {
    struct Numeral {
        std::u32string_view word;
        std::string_view digits;
    };
    constexpr Numeral numerals[] = {{U"두", "2"},   {U"세", "3"},   {U"석", "3"},   {U"네", "4"},
                                    {U"넉", "4"},   {U"다섯", "5"}, {U"여섯", "6"}, {U"일곱", "7"},
                                    {U"여덟", "8"}, {U"아홉", "9"}, {U"열", "10"}};
    if (i > 0 && (isCjk(text[i - 1]) || isDigit(text[i - 1])))
        return std::nullopt;
    for (const Numeral& numeral : numerals) {
        if (!text.substr(i).starts_with(numeral.word))
            continue;
        const std::size_t end = i + numeral.word.size();
        for (const std::u32string_view unit : {U"달", U"시간", U"주일", U"주간", U"명", U"살"})
            if (text.substr(skipSpaces(text, end)).starts_with(unit)
                && !text.substr(skipSpaces(text, end)).starts_with(U"달러"))
                return CjkNumber{end, decimalOf(numeral.digits, ""), false, false};
    }
    return std::nullopt;
}

/// Groups with their large units: 1억 2천만, 3万5千, 六百万.
std::optional<CjkNumber> compositeNumber(std::u32string_view text, std::size_t i) {
    long long total = 0;
    Decimal single{"0", 0, false};
    int groups = 0, lastPower = 99;
    bool magnitude = false, digits = false, fractional = false;
    std::size_t end = i;
    for (std::size_t k = i; groups < 4;) {
        const Group group = scanGroup(text, k);
        if (group.end == k || (groups > 0 && !group.digits && !group.units))
            break;
        const std::size_t unitAt =
            isSpace(at(text, group.end)) && largePower(text, group.end + 1) > 0 ? group.end + 1 : group.end;
        const bool joint = largePower(text, unitAt) == 4 && largePower(text, unitAt + 1) == 8; // 万亿 is 10^12
        const int power = joint ? 12 : largePower(text, unitAt);
        if (power >= lastPower || fractional || (groups > 0 && power == 0 && !group.units && !isWhole(group.decimal)))
            break;
        single = timesPowerOfTen(group.decimal, power);
        fractional = !isWhole(single);
        if (groups > 0 && fractional)
            break;
        total += fractional ? 0 : wholeOf(single);
        magnitude = magnitude || power > 0 || group.units;
        digits = digits || group.digits;
        end = power > 0 ? unitAt + (joint ? 2 : 1) : group.end;
        ++groups;
        lastPower = power;
        if (power == 0)
            break;
        k = isSpace(at(text, end)) && (isDigit(at(text, end + 1)) || digitAt(text, end + 1) >= 0) ? end + 1 : end;
    }
    if (!magnitude || groups == 0 || (!digits && lastPower == 0))
        return std::nullopt;
    const Decimal decimal = groups == 1 ? single : decimalOf(std::to_string(total), "");
    return withApproximator(text, CjkNumber{end, decimal, false, false});
}

/// 两三千, 七八万, 三五百: either of two digits before one magnitude.
std::optional<CjkNumber> eitherNumber(std::u32string_view text, std::size_t i) {
    const int low = digitOf(at(text, i)), high = digitOf(at(text, i + 1));
    const bool pair = low > 0 && (high == low + 1 || (low == 3 && high == 5));
    if (!pair || (smallPower(text, i + 2) == 0 && largePower(text, i + 2) == 0) || (i > 0 && digitOf(text[i - 1]) >= 0))
        return std::nullopt;
    auto number = compositeNumber(text, i + 1);
    if (!number || number->decimal.digits != std::to_string(high))
        return std::nullopt;
    number->high = number->decimal;
    number->decimal.digits = std::to_string(low);
    return number;
}

} // namespace

std::optional<CjkNumber> scanCjkNumber(std::u32string_view text, std::size_t i) {
    if (isSeveral(at(text, i)))
        return severalNumber(text, i);
    for (const auto read : {clusterNumber, nativeNumber, eitherNumber, loneDigit, compositeNumber})
        if (auto number = read(text, i))
            return number;
    return std::nullopt;
}

} // namespace assay

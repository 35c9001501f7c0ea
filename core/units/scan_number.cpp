// The digits of a number. See scan_number.h.
#include "core/units/scan_number.h"

#include "core/units/characters.h"

#include <string>
#include <vector>

namespace assay {

namespace {

constexpr std::size_t mostDigits = 60; // no written quantity has more; keeps every step bounded

/// Digit groups and the marks between them: "1,234.5" is 1 , 234 . 5.
struct Groups {
    std::vector<std::string> digits;
    std::vector<char32_t> marks;
    std::size_t end = 0;
    bool tooLong = false;
};

bool isGroupingSpace(char32_t c) { return isSpace(c) && c != U'\t'; }

bool isMark(char32_t c) { return foldWidth(c) == U',' || foldWidth(c) == U'.'; }

/// A space groups thousands only between a first group of 1 to 3 digits and groups of exactly 3.
bool spaceGroups(std::u32string_view text, std::size_t space, const Groups& groups) {
    if (groups.digits.front().size() > 3 || digitRunEnd(text, space + 1) != space + 4)
        return false;
    for (const char32_t mark : groups.marks)
        if (!isGroupingSpace(mark))
            return false;
    return true;
}

Groups scanGroups(std::u32string_view text, std::size_t i) {
    Groups groups;
    groups.end = i;
    for (;;) {
        const std::size_t end = digitRunEnd(text, groups.end);
        groups.tooLong |= end - groups.end > mostDigits || groups.digits.size() > mostDigits;
        groups.digits.push_back(groups.tooLong ? "0" : ascii(text.substr(groups.end, end - groups.end)));
        groups.end = end;
        const char32_t mark = foldWidth(at(text, end));
        const bool joins =
            isDigit(at(text, end + 1)) && (isMark(mark) || (isGroupingSpace(mark) && spaceGroups(text, end, groups)));
        if (!joins || groups.digits.size() > mostDigits)
            return groups;
        groups.marks.push_back(isGroupingSpace(mark) ? U' ' : mark);
        ++groups.end;
    }
}

/// Every group after a mark has 3 digits, or 2 and a last 3 (lakh and crore style).
bool groupsAreWhole(const std::vector<std::string>& groups, std::size_t count) {
    if (groups.front().empty() || groups.front().size() > 3)
        return false;
    bool threes = true, twos = groups.front().size() <= 2;
    for (std::size_t k = 1; k < count; ++k) {
        threes = threes && groups[k].size() == 3;
        twos = twos && groups[k].size() == (k + 1 == count ? 3U : 2U);
    }
    return threes || twos;
}

std::size_t countOf(const std::vector<char32_t>& marks, char32_t mark) {
    std::size_t count = 0;
    for (const char32_t m : marks)
        count += m == mark ? 1 : 0;
    return count;
}

/// The mark that is the decimal one, 0 for none, '?' when it can't be told.
char32_t decimalMark(const Groups& groups, Marks marks) {
    const std::size_t commas = countOf(groups.marks, U','), points = countOf(groups.marks, U'.');
    if (commas + points == 0)
        return 0;
    const char32_t last = groups.marks.back();
    if (marks == Marks::unknown) {
        if (commas > 0 && points > 0)
            return countOf(groups.marks, last) == 1 ? last : U'?';
        if (commas + points > 1)
            return 0;
        return groups.digits.back().size() == 3 && groups.digits.front() != "0" ? U'?' : last;
    }
    const char32_t decimal = marks == Marks::pointDecimal ? U'.' : U',';
    const std::size_t count = decimal == U'.' ? points : commas;
    if (count == 0)
        return 0;
    return count == 1 && last == decimal ? decimal : U'?';
}

ScannedNumber assemble(const Groups& groups, char32_t decimal) {
    ScannedNumber number;
    number.end = groups.end;
    const std::size_t wholeGroups = groups.digits.size() - (decimal != 0 && decimal != U'?' ? 1 : 0);
    std::string whole;
    for (std::size_t k = 0; k < wholeGroups; ++k)
        whole += groups.digits[k];
    number.digitCount = static_cast<int>(whole.size());
    number.grouped = wholeGroups > 1;
    number.whole = wholeGroups == groups.digits.size();
    number.decimal = decimalOf(whole, number.whole ? std::string() : groups.digits.back());
    if (decimal == U'?' || groups.tooLong || (number.grouped && !groupsAreWhole(groups.digits, wholeGroups)))
        number.reading = Reading::unsure;
    return number;
}

/// 0.10.2 and 2.5.1: digits joined by two or more points and no comma, not grouped in threes.
bool isVersion(const Groups& groups) {
    return countOf(groups.marks, U'.') > 1 && countOf(groups.marks, U',') == 0
           && !groupsAreWhole(groups.digits, groups.digits.size());
}

std::optional<Decimal> fractionOf(char32_t c) {
    switch (c) {
    case 0xBD: return Decimal{"5", -1, false};
    case 0xBC: return Decimal{"25", -2, false};
    case 0xBE: return Decimal{"75", -2, false};
    default: return std::nullopt;
    }
}

/// Digits of an exponent in ASCII or superscript, with sign; none when there are none or it is absurd.
std::optional<int> exponentAt(std::u32string_view text, std::size_t& i) {
    constexpr std::u32string_view superscripts = U"\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";
    std::size_t k = i;
    bool negative = false;
    if (const char32_t sign = at(text, k); sign == U'+' || isDash(sign) || sign == 0x207B || sign == 0x207A) {
        negative = isDash(sign) || sign == 0x207B;
        ++k;
    }
    int value = 0;
    const std::size_t start = k;
    for (; k < text.size() && k - start < 4; ++k) {
        const std::size_t superscript = superscripts.find(text[k]);
        if (isDigit(text[k]))
            value = value * 10 + static_cast<int>(foldWidth(text[k]) - U'0');
        else if (superscript != std::u32string_view::npos)
            value = value * 10 + static_cast<int>(superscript);
        else
            break;
    }
    if (k == start || k - start > 3)
        return std::nullopt;
    i = k;
    return negative ? -value : value;
}

void raise(ScannedNumber& number, std::size_t end, int exponent) {
    number.decimal.exponent += exponent;
    number.end = end;
    number.whole = false;
}

/// "10^26", "10**26", "10²⁶": the ten alone.
bool scanBareExponent(std::u32string_view text, ScannedNumber& number) {
    std::size_t i = number.end;
    const bool stars = at(text, i) == U'*' && at(text, i + 1) == U'*';
    const bool sign = at(text, i) == U'^' || stars;
    const bool raised = at(text, i) == 0xB9 || at(text, i) == 0xB2 || at(text, i) == 0xB3
                        || (at(text, i) >= 0x2070 && at(text, i) <= 0x207B);
    if (!sign && !raised)
        return false;
    i += stars ? 2U : sign ? 1U : 0U;
    const auto exponent = exponentAt(text, i);
    if (exponent)
        raise(number, i, *exponent - 1);
    return exponent.has_value();
}

/// "e6", "x 10^6", "·10⁶" behind the digits. A lost superscript ("x 106") makes the reading unsure.
void scanExponent(std::u32string_view text, ScannedNumber& number) {
    std::size_t i = number.end;
    if (lowerCase(at(text, i)) == U'e') {
        ++i;
        const auto exponent = exponentAt(text, i);
        if (exponent && !isLetter(at(text, i)) && !isDigit(at(text, i)))
            raise(number, i, *exponent);
        return;
    }
    if (number.digitCount == 2 && number.whole && number.decimal.digits == "1" && scanBareExponent(text, number))
        return;
    i = skipSpaces(text, i);
    const char32_t times = foldWidth(at(text, i));
    if (times != U'x' && times != 0xD7 && times != 0xB7 && times != U'*' && times != 0x22C5)
        return;
    i = skipSpaces(text, i + 1);
    if (at(text, i) != U'1' || at(text, i + 1) != U'0')
        return;
    i += 2;
    const bool caret = at(text, i) == U'^';
    if (!caret && isDigit(at(text, i))) {
        if (digitRunEnd(text, i) - i <= 2 && times != U'*') {
            number.end = digitRunEnd(text, i);
            number.reading = Reading::unsure;
        }
        return;
    }
    i += caret ? 1 : 0;
    const auto exponent = exponentAt(text, i);
    if (exponent)
        raise(number, i, *exponent);
}

} // namespace

Marks marksOf(std::string_view language) {
    for (const std::string_view comma : {"de", "es", "it", "pt", "nl", "fr", "id", "ru", "tr"})
        if (language == comma)
            return Marks::commaDecimal;
    return language.empty() ? Marks::unknown : Marks::pointDecimal;
}

std::optional<ScannedNumber> scanNumber(std::u32string_view text, std::size_t i, Marks marks) {
    if (const auto fraction = fractionOf(at(text, i)))
        return ScannedNumber{i + 1, *fraction, Reading::sure, false, false, 0};
    ScannedNumber number;
    if (foldWidth(at(text, i)) == U'.' && isDigit(at(text, i + 1))) {
        const std::size_t end = digitRunEnd(text, i + 1);
        number.end = end;
        number.whole = false;
        if (end - i > mostDigits)
            number.reading = Reading::unsure;
        else
            number.decimal = decimalOf("0", ascii(text.substr(i + 1, end - i - 1)));
        if (foldWidth(at(text, end)) == U'.' && isDigit(at(text, end + 1)))
            return std::nullopt;
    } else if (isDigit(at(text, i))) {
        const Groups groups = scanGroups(text, i);
        if (isVersion(groups))
            return std::nullopt;
        number = assemble(groups, decimalMark(groups, marks));
    } else {
        return std::nullopt;
    }
    if (const auto fraction = fractionOf(at(text, number.end));
        fraction && number.whole && number.decimal.exponent == 0) {
        number.decimal.digits += fraction->digits;
        number.decimal.exponent = fraction->exponent;
        number.whole = false;
        ++number.end;
    }
    scanExponent(text, number);
    return number;
}

} // namespace assay

// Numbers of TEXT. The marks are those of the program's own grammar: 1,234.5, whatever the language around.
#include "core/dist/input_number.h"

#include "core/base/utf8.h"
#include "core/units/characters.h"
#include "core/units/magnitude.h"
#include "core/units/scan_number.h"
#include "core/units/unit_words.h"

#include <algorithm>

namespace assay {

namespace {

constexpr std::string_view language = "en";

bool isMoney(const Unit& unit) {
    return std::any_of(unit.factors.begin(), unit.factors.end(),
                       [](const UnitFactor& f) { return isCurrency(f.base); });
}

bool isBytes(const Unit& unit) {
    return std::any_of(unit.factors.begin(), unit.factors.end(), [](const UnitFactor& f) { return f.base == "B"; });
}

/// "5 M", "5 K", "5 T" with a space: no unit has these names, so in a box they can only be magnitudes.
std::optional<Magnitude> letterApart(std::u32string_view text, std::size_t i) {
    const std::size_t start = skipSpaces(text, i);
    const std::size_t end = start + 1;
    if (start == i || letterRunEnd(text, start) != end || isDigit(at(text, end)))
        return std::nullopt;
    switch (text[start]) {
    case U'k':
    case U'K': return Magnitude{end, 3};
    case U'M': return Magnitude{end, 6};
    case U'T': return Magnitude{end, 12};
    default: return std::nullopt;
    }
}

Error unsure(std::u32string_view text, std::size_t start, std::size_t end, std::string_view first,
             std::string_view second) {
    return Error(ErrorCode::quantityUnsure, toUtf8(text),
                 {toUtf8(text.substr(start, end - start)), std::string(first), std::string(second)});
}

Error unsureDigits(std::u32string_view text, std::size_t start, std::size_t end) {
    std::string joined, pointed;
    for (const char32_t c : text.substr(start, end - start)) {
        const bool digit = isDigit(c);
        if (digit)
            joined += static_cast<char>(foldWidth(c));
        if (digit || (pointed.find('.') == std::string::npos && !pointed.empty()))
            pointed += digit ? static_cast<char>(foldWidth(c)) : '.';
    }
    return unsure(text, start, end, joined, pointed);
}

Result<> addMagnitude(std::u32string_view text, InputNumber& number, const Unit& defaultUnit, bool money) {
    auto magnitude = scanMagnitude(text, number.end, language, money ? Money::yes : Money::no);
    if (!magnitude)
        magnitude = letterApart(text, number.end);
    if (!magnitude)
        return {};
    const bool lastIsB = text[magnitude->end - 1] == U'B';
    if (magnitude->reading == Reading::unsure)
        return unsure(text, number.start, magnitude->end, toUtf8(text.substr(number.start, number.end - number.start)),
                      toUtf8(text.substr(number.start, number.end - number.start)) + " million");
    if (lastIsB && isBytes(defaultUnit))
        return unsure(text, number.start, magnitude->end,
                      toUtf8(text.substr(number.start, number.end - number.start)) + " billion",
                      toUtf8(text.substr(number.start, number.end - number.start)) + " bytes");
    number.power = magnitude->power;
    number.next = magnitude->end;
    return {};
}

} // namespace

Error inputSyntaxError(std::u32string_view text, std::string_view expected, std::size_t i) {
    return Error(ErrorCode::inputSyntax, toUtf8(text), {std::string(expected), std::to_string(i + 1)});
}

Result<InputNumber> scanInputNumber(std::u32string_view text, std::size_t i, const Unit& defaultUnit) {
    InputNumber number;
    std::size_t k = skipSpaces(text, i);
    bool negative = false;
    const auto takeSign = [&] {
        const bool sign = isDash(at(text, k)) || at(text, k) == U'+';
        negative = negative || (sign && at(text, k) != U'+');
        k = sign ? skipSpaces(text, k + 1) : k;
        return sign;
    };
    number.start = k;
    const bool signFirst = takeSign();
    const std::size_t currencyStart = k;
    const auto currency = scanCurrencyBefore(text, k, language);
    if (currency) {
        k = skipSpaces(text, currency->end);
        number.start = signFirst ? number.start : k;
        if (!signFirst)
            takeSign();
    }
    const auto digits = scanNumber(text, k, Marks::pointDecimal);
    if (!digits)
        return inputSyntaxError(text, "a number", k);
    if (digits->reading == Reading::unsure)
        return unsureDigits(text, k, digits->end);
    if (signFirst && currency)
        number.lead = toUtf8(text.substr(currencyStart, currency->end - currencyStart));
    number.end = number.next = digits->end;
    number.decimal = digits->decimal;
    number.decimal.negative = negative;
    if (auto added = addMagnitude(text, number, defaultUnit, currency || isMoney(defaultUnit)); !added)
        return added.error();
    if (currency && currency->unit.empty())
        return Error(ErrorCode::unitUnknown, toUtf8(text), {toUtf8(text.substr(currencyStart, 1))});
    if (currency) {
        const UnitMatch rate = scanRate(text, UnitMatch{number.next, currency->unit}, language);
        number.unit = rate.unit;
        number.next = rate.end;
        if (const auto again = scanUnit(text, number.next, language); again && again->unit == currency->unit)
            number.next = again->end; // "$5M USD"
    } else if (const auto unit = scanUnit(text, number.next, language)) {
        number.unit = unit->unit;
        number.next = unit->end;
    }
    return number;
}

} // namespace assay

// Number formatting by std::to_chars alone: no locale, no format string.
#include "core/chart/format.h"

#include "core/chart/number_script.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace assay {
namespace {

std::string fixed(double value, int decimals) {
    std::array<char, 400> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals);
    return {buffer.data(), end.ptr};
}

/// Decimal exponent of a positive, already rounded value.
int exponentOf(double value) {
    std::array<char, 32> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific, 16);
    const std::string_view text(buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data()));
    const std::string_view exponent = text.substr(text.find('e') + 1);
    const int digits = std::stoi(std::string(exponent.substr(1)));
    return exponent.front() == '-' ? -digits : digits;
}

/// "5.1e26": 5.1×10²⁶ would need superscripts everywhere, the plain E form is exact and short.
std::string powerText(double value, int digits) {
    std::array<char, 32> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific, digits - 1);
    std::string text(buffer.data(), end.ptr);
    if (const std::size_t plus = text.find('+'); plus != std::string::npos)
        text.erase(plus, 1);
    return text;
}

/// "1500.5" -> "1,500.5".
std::string grouped(std::string text) {
    for (std::size_t at = std::min(text.find('.'), text.size()); at > 3; at -= 3)
        text.insert(at - 3, ",");
    return text;
}

/// With a thousand of its own K, M, B never need a mark between thousands; ten thousands do.
std::string withDigits(double value, int digits, NumberScript script) {
    std::string text = fixed(value, std::max(0, digits - 1 - exponentOf(value)));
    return script == NumberScript::letters ? text : grouped(std::move(text));
}

std::string magnitudeText(double value, int digits) {
    const NumberScript script = numberScriptNow();
    for (const NumberSize& each : numberSizes(script))
        if (value >= each.size) {
            const double scaled = value / each.size;
            if (scaled >= 1e4) // above 9,999T only: nobody counts the zeros of 10 to the 26th
                return powerText(value, digits);
            return withDigits(scaled, digits, script) + std::string(each.sign);
        }
    if (value < 1e-4)
        return powerText(value, digits);
    return withDigits(value, digits, script);
}

/// Words of one factor of a unit in a denominator or after a number.
std::string factorWords(std::string_view name) {
    if (name == "h")
        return "hour";
    if (name == "d")
        return "day";
    if (name == "y")
        return "year";
    return std::string(name);
}

std::string productWords(std::string_view text) {
    std::string words;
    while (!text.empty()) {
        const std::size_t star = text.find('*');
        if (!words.empty())
            words += '-';
        words += factorWords(text.substr(0, star));
        text = star == std::string_view::npos ? std::string_view() : text.substr(star + 1);
    }
    return words;
}

std::string withoutBrackets(std::string_view text) {
    if (text.size() > 1 && text.front() == '(' && text.back() == ')')
        text = text.substr(1, text.size() - 2);
    return std::string(text);
}

bool isPrefixed(std::string_view unit) { return unit == "USD" || unit.starts_with("USD/"); }

} // namespace

double roundTo(double value, int digits) {
    if (!std::isfinite(value) || value == 0)
        return value;
    std::array<char, 40> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific, digits - 1);
    double rounded = value;
    std::from_chars(buffer.data(), end.ptr, rounded);
    return rounded;
}

std::string exactNumber(double value) {
    std::array<char, 40> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), end.ptr};
}

std::string shortNumber(double value, int digits) {
    if (std::isnan(value))
        return "not a number";
    const std::string sign = value < 0 ? "−" : "";
    if (std::isinf(value))
        return sign + "∞";
    const double rounded = std::abs(roundTo(value, digits));
    return rounded == 0 ? "0" : sign + magnitudeText(rounded, digits);
}

std::string tickQuantity(double value, std::string_view unit, int digits) {
    const std::string number = shortNumber(std::abs(value), digits);
    const std::string sign = value < 0 ? "−" : "";
    if (isPrefixed(unit))
        return sign + "$" + number;
    if (unit == "%")
        return sign + number + "%";
    return sign + number;
}

std::string unitWords(std::string_view unit) {
    if (unit.empty() || unit == "1")
        return {};
    if (unit == "USD")
        return "US$";
    const std::size_t slash = unit.find('/');
    if (slash == std::string_view::npos) {
        const std::string words = productWords(unit);
        return unit.ends_with("*h") || unit == "h" || unit == "d" || unit == "y" || unit == "GPU" || unit == "token"
                   ? words + "s"
                   : words;
    }
    const std::string_view over = unit.substr(0, slash);
    const std::string above = over == "USD" ? "US$ " : over == "1" ? std::string() : productWords(over) + " ";
    return above + "per " + productWords(withoutBrackets(unit.substr(slash + 1)));
}

std::string shortQuantity(double value, std::string_view unit, int digits) {
    const std::string number = tickQuantity(value, unit, digits);
    if (unit.empty() || unit == "1" || unit == "%" || unit == "USD")
        return number;
    if (isPrefixed(unit))
        return number + "/" + productWords(withoutBrackets(unit.substr(4)));
    return number + " " + unitWords(unit);
}

int digitsNeeded(double value) {
    for (int digits = 1; digits < 4; ++digits)
        if (roundTo(value, digits) == value)
            return digits;
    return 4;
}

int digitsFor(double low, double high) {
    const double size = std::max(std::abs(low), std::abs(high));
    if (!(size > 0) || !std::isfinite(size))
        return 2;
    const double width = std::abs(high - low) / size;
    if (width > 0.1)
        return 2;
    return width > 0.01 ? 3 : 4;
}

int digitsSupported(double value, double standardError) {
    const double size = std::abs(value);
    if (!(standardError > 0) || !(size > 0) || !std::isfinite(size) || !std::isfinite(standardError))
        return allDigits;
    const double digits = std::floor(std::log10(size)) + 1 - std::ceil(std::log10(standardError));
    return static_cast<int>(std::clamp(digits, 1.0, static_cast<double>(allDigits)));
}

std::string intervalText(double middle, double low, double high, std::string_view unit, int most) {
    const int digits = std::min(digitsFor(low, high), most);
    const std::string from = tickQuantity(low, unit, digits);
    const std::string to = tickQuantity(high, unit, digits);
    const std::string number = tickQuantity(middle, unit, digits);
    const char* dash = low < 0 ? " to " : "–"; // beside a minus sign a dash reads as one
    return from == to ? number : number + " (" + from + dash + to + ")";
}

std::string chanceText(std::uint64_t hits, std::uint64_t samples) {
    if (samples == 0)
        return "not a number";
    const auto count = static_cast<double>(samples);
    const double share = static_cast<double>(hits) / count;
    const bool isFine = samples >= 1000;
    if (hits == 0 || (isFine && share < 0.001))
        return isFine ? "< 0.1%" : "0%";
    if (hits == samples || (isFine && share > 0.999))
        return isFine ? "> 99.9%" : "100%";
    const double error = 100 * std::sqrt(share * (1 - share) / count);
    const bool isAtAnEnd = share < 0.1 || share > 0.9;
    const double step = isAtAnEnd && error < 0.1 ? 0.1 : 1; // a finer digit would be noise
    const double rounded = std::round(100 * share / step) * step;
    if (rounded <= 0 || rounded >= 100)
        return rounded <= 0 ? "< 1%" : "> 99%";
    return fixed(rounded, step < 1 ? 1 : 0) + "%";
}

std::string lowered(std::string title) {
    if (title.size() > 1 && title[0] >= 'A' && title[0] <= 'Z' && title[1] >= 'a' && title[1] <= 'z')
        title[0] = static_cast<char>(title[0] - 'A' + 'a');
    return title;
}

std::string chanceStatement(std::string_view event, const std::string& chance) {
    const bool isBound = chance.front() == '<' || chance.front() == '>';
    std::string whole;
    for (const char letter : "P(" + std::string(event) + (isBound ? ") " : ") = ") + chance)
        whole += letter == ' ' ? std::string("\u00a0") : std::string(1, letter);
    return whole;
}

} // namespace assay

// Numbers to text: for files and input boxes exactly, for people with few digits.
#include "core/units/read_quantity.h"
#include "core/units/unit.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace assay {

namespace {

constexpr double groupable = 1e15; // beyond, every double is whole and digits say nothing

std::string chars(double value, std::chars_format format) {
    std::array<char, 400> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format);
    return std::string(buffer.data(), written.ptr);
}

std::string shortest(double value) {
    std::array<char, 40> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    std::string text(buffer.data(), written.ptr);
    if (const std::size_t e = text.find("e+"); e != std::string::npos)
        text.erase(e + 1, text[e + 2] == '0' ? 2 : 1); // 1e+06 -> 1e6
    return text;
}

std::string grouped(std::string text) {
    const std::size_t start = text.starts_with('-') ? 1 : 0;
    const std::size_t whole = std::min(text.find('.'), text.size());
    for (std::size_t k = whole; k > start + 3; k -= 3)
        text.insert(k - 3, ",");
    return text;
}

/// value with at most `digits` significant digits, no exponent where people would not write one.
std::string rounded(double value, int digits) {
    const double near = roundToDigits(value, digits);
    const double size = std::abs(near);
    if (size != 0 && (size >= groupable || size < 1e-4))
        return shortest(near);
    return grouped(chars(near, std::chars_format::fixed));
}

struct Step {
    double least;
    std::string_view letter;
};

constexpr std::array steps{Step{1e12, "T"}, Step{1e9, "B"}, Step{1e6, "M"}};

/// "5.576M": magnitude letters from a million on; below, thousands are grouped.
std::string compact(double value, int digits) {
    for (const Step& step : steps) {
        const double scaled = value / step.least;
        const double edge = 1 - 0.5 * std::pow(10.0, -digits); // 999,999.7 is 1M in four digits
        if (std::abs(scaled) >= edge && std::abs(scaled) < 1e6)
            return rounded(scaled, digits) + std::string(step.letter);
    }
    return rounded(value, digits);
}

std::string_view signOf(std::string_view currency) {
    struct Sign {
        std::string_view code, sign;
    };
    constexpr std::array signs{Sign{"USD", "$"}, Sign{"EUR", "€"}, Sign{"GBP", "£"}, Sign{"KRW", "₩"}};
    for (const Sign& sign : signs)
        if (sign.code == currency)
            return sign.sign;
    return {};
}

} // namespace

std::string writeNumber(double value, Grouping grouping) {
    if (grouping == Grouping::none || !(std::abs(value) < groupable) || (value != 0 && std::abs(value) < 1e-6))
        return shortest(value);
    return grouped(chars(value, std::chars_format::fixed));
}

double roundToDigits(double value, int digits) {
    std::array<char, 60> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                       std::chars_format::scientific, std::clamp(digits, 1, 17) - 1);
    double near = value;
    std::from_chars(buffer.data(), written.ptr, near);
    return near;
}

std::string writeQuantity(double value, std::string_view unit, int digits) {
    if (unit == "%")
        return rounded(value, digits) + "%";
    const std::string number = compact(value, digits);
    if (const std::string_view sign = signOf(unit); !sign.empty())
        return value < 0 && number.starts_with('-') ? "-" + std::string(sign) + number.substr(1)
                                                    : std::string(sign) + number;
    return unit.empty() || unit == "1" ? number : number + " " + std::string(unit);
}

} // namespace assay

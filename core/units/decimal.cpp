// Arithmetic on written digits.
#include "core/units/decimal.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace assay {

namespace {

/// Adds or takes half a unit by appending a 5: 56 + 1/2 = 56.5, 56 - 1/2 = 55.5.
Decimal awayFromZero(const Decimal& decimal) {
    return Decimal{decimal.digits + "5", decimal.exponent - 1, decimal.negative};
}

Decimal towardsZero(const Decimal& decimal) {
    std::string digits = decimal.digits;
    for (std::size_t i = digits.size(); i-- > 0;) {
        if (digits[i] != '0') {
            --digits[i];
            return Decimal{digits + "5", decimal.exponent - 1, decimal.negative};
        }
        digits[i] = '9';
    }
    return Decimal{"5", decimal.exponent - 1, !decimal.negative}; // 0 - 1/2
}

} // namespace

double toDouble(const Decimal& decimal) {
    const std::string text = (decimal.negative ? "-" : "") + decimal.digits + "e" + std::to_string(decimal.exponent);
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec == std::errc::result_out_of_range) { // from_chars leaves the value: tell overflow from underflow
        const auto leading = decimal.digits.find_first_not_of('0');
        const bool large =
            leading != std::string::npos && static_cast<int>(decimal.digits.size() - leading) + decimal.exponent > 0;
        const double magnitude = large ? std::numeric_limits<double>::infinity() : 0.0;
        return decimal.negative ? -magnitude : magnitude;
    }
    return value;
}

Decimal timesPowerOfTen(const Decimal& decimal, int power) {
    return Decimal{decimal.digits, decimal.exponent + power, decimal.negative};
}

Decimal halfUnitUp(const Decimal& decimal) { return decimal.negative ? towardsZero(decimal) : awayFromZero(decimal); }
Decimal halfUnitDown(const Decimal& decimal) { return decimal.negative ? awayFromZero(decimal) : towardsZero(decimal); }

Decimal decimalOf(std::string_view whole, std::string_view fraction) {
    std::string digits = std::string(whole) + std::string(fraction);
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
    int exponent = -static_cast<int>(fraction.size());
    while (fraction.empty() && digits.size() > 1 && digits.back() == '0') {
        digits.pop_back();
        ++exponent;
    }
    return Decimal{digits, exponent, false};
}

} // namespace assay

// Decimal: a number as its written digits times a power of ten. Money and the rounding test use it, so that "5.6
// million" stands for exactly 5,550,000 to 5,650,000. Knows no text beyond digits.
#pragma once

#include <string>
#include <string_view>

namespace assay {

struct Decimal {
    std::string digits; ///< '0'..'9', at least one; the value is digits * 10^exponent
    int exponent = 0;
    bool negative = false;
    bool operator==(const Decimal&) const = default;
};

/// The nearest double.
double toDouble(const Decimal& decimal);

/// The same number times 10^power.
Decimal timesPowerOfTen(const Decimal& decimal, int power);

/// value +- half a unit of the last digit.
Decimal halfUnitUp(const Decimal& decimal);
Decimal halfUnitDown(const Decimal& decimal);

/// Written digits (at least one) to a Decimal: leading zeros go, and so do trailing zeros of a whole number, for they
/// are not counted as significant ("50,000" is 5 * 10^4; "5.60" stays 560 * 10^-2). digits.size() is the significant
/// count.
Decimal decimalOf(std::string_view whole, std::string_view fraction);

} // namespace assay

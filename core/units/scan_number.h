// Reads one number written in digits: grouping and decimal marks, fractions, exponents. Knows no magnitude word, no
// unit.
#pragma once

#include "core/units/decimal.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace assay {

/// What `,` and `.` are. English, Korean, Chinese and Japanese texts write 1,234.5; German or Spanish ones 1.234,5.
enum class Marks { pointDecimal, commaDecimal, unknown };
Marks marksOf(std::string_view language);

/// How sure the reading is. A wrong magnitude is worse than none.
enum class Reading { sure, unsure };

struct ScannedNumber {
    std::size_t end = 0; ///< code points
    Decimal decimal;
    Reading reading = Reading::sure;
    bool grouped = false; ///< with thousands marks
    bool whole = true;    ///< without decimals, fraction or exponent
    int digitCount = 0;   ///< digits before the decimal mark, as written
};

/// The number that starts at i (a digit, a decimal point before a digit, or a fraction sign); no sign is read. None
/// when there is no number, or when the digits are a version ("0.10.2").
std::optional<ScannedNumber> scanNumber(std::u32string_view text, std::size_t i, Marks marks);

} // namespace assay

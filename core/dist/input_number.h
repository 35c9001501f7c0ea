// One number of TEXT: sign, currency, digits, magnitude, unit. Reads characters; knows no shape.
#pragma once

#include "core/base/result.h"
#include "core/units/decimal.h"
#include "core/units/unit.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace assay {

struct InputNumber {
    std::size_t start = 0; ///< code points of sign and digits ("-$5": from the sign on)
    std::size_t end = 0;   ///< behind the digits
    std::size_t next = 0;  ///< behind magnitude and unit
    std::string lead;      ///< "$" of "-$5": stands between start and digits
    Decimal decimal;
    std::optional<int> power;        ///< of the magnitude, when one is written
    std::optional<std::string> unit; ///< when one is written
    bool operator==(const InputNumber&) const = default;
};

/// The number at i. Errors: inputSyntax, numberUnreadable, quantityUnsure (place = the whole text).
Result<InputNumber> scanInputNumber(std::u32string_view text, std::size_t i, const Unit& defaultUnit);

/// inputSyntax with a 1-based column.
Error inputSyntaxError(std::u32string_view text, std::string_view expected, std::size_t i);

} // namespace assay

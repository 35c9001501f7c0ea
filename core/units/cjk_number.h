// Korean, Chinese and Japanese numbers: 1억 2천만, 2.5亿, 六百万, 수십억. The largest unit binds all before it.
#pragma once

#include "core/units/decimal.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace assay {

struct CjkNumber {
    std::size_t end = 0;                        ///< code points
    Decimal decimal;                            ///< for vague words the low end
    bool vague = false;                         ///< a decade: 수십억, 数十亿
    bool about = false;                         ///< 여 余 多 강 약 behind
    std::optional<Decimal> high = std::nullopt; ///< of 两三千, which is 2000 to 3000
};

/// The number at i that has a Korean, Chinese or Japanese magnitude in it, be its digits ASCII or not.
std::optional<CjkNumber> scanCjkNumber(std::u32string_view text, std::size_t i);

} // namespace assay

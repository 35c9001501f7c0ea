// Numbers in English words: "two and a half million", "half a billion", "tens of thousands". Knows no unit.
#pragma once

#include "core/units/decimal.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace assay {

struct WordNumber {
    std::size_t end = 0;    ///< code points
    Decimal decimal;        ///< for vague words the low end
    bool vague = false;     ///< a decade: decimal .. 10 * decimal
    bool magnitude = false; ///< a magnitude word is in it ("two million", "a dozen"); "two" alone is often no quantity
};

/// The number in words that starts at i (a word's first letter).
std::optional<WordNumber> scanNumberWords(std::u32string_view text, std::size_t i);

} // namespace assay

// Magnitude words behind a number: "5.6 million", "50K", "8.6bn". M, G, T before FLOP, W, B are SI prefixes and no
// magnitudes: they belong to the unit.
#pragma once

#include "core/units/scan_number.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace assay {

struct Magnitude {
    std::size_t end = 0;
    int power = 0;                   ///< of ten
    Reading reading = Reading::sure; ///< unsure: lower-case m without a currency, "5bn million"
    bool word = false;               ///< "million", not "M": may stand alone ("millions of")
};

/// Beside a currency a lower-case m is a million and single letters may stand apart.
enum class Money { no, yes };

/// The magnitude that starts at i, spaces or a hyphen before it skipped; none when there is none.
std::optional<Magnitude> scanMagnitude(std::u32string_view text, std::size_t i, std::string_view language, Money money);

/// The power of ten of a whole word ("million", "crore"), in lower case; none when it is no magnitude.
std::optional<int> magnitudeOfWord(std::string_view lowerCaseWord, std::string_view language);

} // namespace assay

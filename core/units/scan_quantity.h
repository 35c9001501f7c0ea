// One quantity that starts at a given place: number, magnitude, currency, unit, range. It reads what is there; whether
// those digits are a quantity at all (no date, no name) is not_quantity's to say.
#pragma once

#include "core/units/quantity.h"
#include "core/units/read_quantity.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace assay {

struct ScannedQuantity {
    std::size_t start = 0;
    std::size_t end = 0;
    Quantity quantity;      ///< bound from what stands behind the number ("or so") included, what stands before not
    bool words = false;     ///< written in words
    bool magnitude = false; ///< a magnitude is written
    bool whole = true;      ///< digits without a decimal part
    bool grouped = false;
    int digitCount = 0;
    std::optional<std::size_t> rateStart =
        std::nullopt; ///< of a rate's words in front of it: 1時間あたり is no quantity of its own
};

struct ScanContext {
    std::u32string_view text;
    std::string_view language;
    bool koreanNear = false; ///< the text speaks of Korea or won: a W before digits is the won sign
};

std::optional<ScannedQuantity> scanQuantity(const ScanContext& context, std::size_t i);

/// The quantity with the bound of a word in front of it; low and high follow.
Quantity withBound(Quantity quantity, Bound bound);

} // namespace assay

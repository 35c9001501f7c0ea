// One number with its sign, currency, magnitude and unit; knows no ranges and no words around it.
#pragma once

#include "core/units/scan_number.h"
#include "core/units/scan_quantity.h"

#include <cstddef>
#include <optional>
#include <string>

namespace assay {

/// One number with what belongs to it; ends of a range are two of these.
struct ScannedSingle {
    std::size_t start = 0;
    std::size_t numberEnd = 0;                  ///< behind digits and magnitude
    std::size_t end = 0;                        ///< behind the unit
    Decimal decimal;                            ///< without the magnitude
    std::optional<Decimal> high = std::nullopt; ///< of 两三千, which is 2000 to 3000
    std::optional<int> power;
    std::string currency; ///< before the number
    std::string unit;     ///< currency before or unit behind; empty = none
    std::optional<Bound> bound;
    Reading reading = Reading::sure;
    bool vague = false;
    bool words = false;
    bool openUnit = false;                               ///< a yen or yuan sign, or FLOPs, that can't be told
    std::optional<std::size_t> rateStart = std::nullopt; ///< of a rate's words in front: 1時間あたり
    ScannedNumber digits;
};

std::optional<ScannedSingle> scanSingle(const ScanContext& context, std::size_t i);

} // namespace assay

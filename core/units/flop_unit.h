// "FLOPs" behind a number: a count or a rate, told by the number's size and the words around it. (evidence: "Units")
#pragma once

#include "core/units/scan_single.h"
#include "core/units/unit_words.h"

#include <optional>
#include <string_view>

namespace assay {

/// FLOP, FLOP/s, or an empty unit when it can't be told; none when no FLOPs stand behind the number.
std::optional<UnitMatch> scanFlops(std::u32string_view text, const ScannedSingle& single);

} // namespace assay

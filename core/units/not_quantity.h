// Digits that look like a quantity and are none: dates, times, years, ranks, versions, names, telephone numbers, links.
// Knows the words around; reads no value.
#pragma once

#include "core/units/scan_quantity.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace assay {

/// End of a stretch at i in which nothing is a quantity: a link, an address, a name with digits ("GPT-4", "H100s"), a
/// date, a time, an ordinal, a telephone number, a list or footnote mark. None when there is no such thing at i.
std::optional<std::size_t> skipAt(std::u32string_view text, std::size_t i);

/// True when what was read at its place is a year, a rank, a part of a name or an idiom.
bool isNoQuantity(std::u32string_view text, const ScannedQuantity& scanned);

} // namespace assay

// Ranks and orders of numbered rows: a column is ranked once, and any list of ranked columns orders the rows in linear
// time. Knows no row.
#pragma once

#include "core/document/table_view.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace assay {

/// The rank of a row that has no value: last, whichever way the column is sorted.
inline constexpr std::uint32_t noRank = UINT32_MAX;

/// What a number sorts by: unlike units are kept apart, in the order of their groups.
struct NumberKey {
    std::uint32_t group = 0;
    std::optional<double> value;
};

using Ranks = std::vector<std::uint32_t>; ///< from 0, equal values share one

Ranks ranksOf(std::span<const NumberKey> numbers);      ///< not a number: noRank
Ranks ranksOf(std::span<const std::string_view> texts); ///< by bytes; empty: noRank

struct RankedColumn {
    const Ranks* ranks = nullptr;
    SortDirection direction = SortDirection::ascending;
};

/// The rows 0..count-1 in the order of the columns, the most important first; rows that are equal in all keep theirs.
std::vector<std::uint32_t> orderedRows(std::size_t count, std::span<const RankedColumn> columns);

} // namespace assay

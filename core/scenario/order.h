// Sorting a column by (value, index), and ranks from it. A total order: ties never depend on the algorithm.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace assay {

using Order = std::vector<std::uint32_t>; ///< sample indices

/// Indices of the samples that are no NaN, by value and then by index.
Order sortedOrder(std::span<const double> values);

/// Rank of each sample from 1, equal values sharing the mean of their ranks; only samples for which keep is no NaN
/// count (the others get NaN). keep may be values itself.
std::vector<double> midRanks(std::span<const double> values, const Order& order, std::span<const double> keep);

} // namespace assay

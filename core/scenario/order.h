// Sorting a column by (value, index), and ranks from it. A total order: ties never depend on the algorithm.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace assay {

using Order = std::vector<std::uint32_t>; ///< sample indices
using Ranks = std::vector<std::uint32_t>; ///< twice the rank from 1, so that shared ranks are whole; 0: not ranked

struct Ranking {
    Order order; ///< the samples that are no NaN, by value and then by index
    Ranks ranks; ///< per sample; equal values share the mean of their ranks; 0 for NaN
};

/// At most 2^30 values. Unfinished when stop is requested, which it looks at every few milliseconds.
Ranking rankColumn(std::span<const double> values, const std::stop_token& stop = {});

/// Ranks among the samples for which keep is no NaN; 0 for the others.
Ranks ranksAmong(std::span<const std::uint32_t> ranks, std::span<const double> keep);

} // namespace assay

// GroupSums: the outputs' values and ranks summed up in groups of samples, for every input, in one pass over the
// sample.
#pragma once

#include "core/scenario/sensitivity.h"

#include <array>

namespace assay {

using GroupCounts = std::array<std::uint32_t, groupCount>;

struct GroupSums {
    std::vector<GroupCounts> counts; ///< per input: all samples
    /// per input, then per output: (value - mean) / sd and rank / (2 n) - 1/2, summed in each group
    std::vector<std::vector<std::array<double, groupCount>>> values;
    std::vector<std::vector<std::array<double, groupCount>>> ranks;
    std::vector<std::vector<GroupCounts>> kept; ///< per input and output: samples that are no NaN in the output
    std::vector<OrderStatistics>
        quantiles; ///< per input ranked by uniforms that needs them: the samples around P5, P50 and P95
};

/// The same bits on any number of threads. Unfinished when stop is requested.
GroupSums sumGroups(std::span<const RankedInput> inputs, std::span<const std::span<const double>> columns,
                    std::span<const RankedOutput> outputs, const StatisticsWork& work);

} // namespace assay

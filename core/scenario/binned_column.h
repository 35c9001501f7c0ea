// Columns counted in fine order-preserving bins: moments, ranks and exact order statistics without sorting. All passes
// run over chunks of samples on several threads and give the same bits on any number of them. Knows no model.
#pragma once

#include "core/dist/instruction_set.h"
#include "core/scenario/parallel.h"
#include "core/scenario/statistic_loops.h"
#include "core/scenario/statistics.h"

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace assay {

/// How statistics are computed, not what they are.
struct StatisticsWork {
    int threads = 0;                                      ///< 0 = as many as there are cores
    InstructionSet instructionSet = bestInstructionSet(); ///< a supported one; all give the same bits
    std::stop_token stop = {};
    Progress progress = {};

    const StatisticLoops& loops() const;
};

struct BinnedColumn {
    std::span<const double> values;
    BinMap map;
    Moments moments;
    std::vector<std::uint32_t> below;      ///< per bin, and one past the last: samples in the bins before it
    std::unique_ptr<std::uint16_t[]> bins; ///< per sample; last + 1 of the map where the value is NaN
};

/// Bins for a column like these values: about 2^14 over their range and some octaves more on either side.
BinMap binMapOf(std::span<const double> pilot);

/// Unfinished when stop is requested: not to be used then.
std::vector<BinnedColumn> binColumns(std::span<const std::span<const double>> columns, const StatisticsWork& work);

/// A value that lies in the bin of quantile q, or at an end of the sample. 0 when the column is empty.
double roughQuantile(const BinnedColumn& column, double q);

/// Bin of a value that is no NaN.
std::size_t binOf(const BinMap& map, double value);

/// What is asked of a column.
struct Wanted {
    std::vector<std::uint64_t> ranks; ///< positions in ascending order from 0, below moments.count
    std::vector<double> edges;
};

struct OrderStatistics {
    std::vector<double> values;       ///< the samples at the ranks
    std::vector<std::uint64_t> below; ///< per edge: samples less than it
};

/// One answer a column: exact. Unfinished when stop is requested.
std::vector<OrderStatistics> select(std::span<const BinnedColumn> columns, std::span<const Wanted> wanted,
                                    const StatisticsWork& work);

} // namespace assay

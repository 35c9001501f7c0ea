// An input's percentiles from its Sobol points: the few samples around each are told by where their uniforms lie, so
// that nothing is sorted but them.
#pragma once

#include "core/scenario/binned_column.h"
#include "core/scenario/sobol_groups.h"

#include <array>
#include <span>
#include <vector>

namespace assay {

/// First and last of SobolGroups::cellCount equal parts of the unit interval.
struct Cells {
    std::size_t first = 0, last = 0;
};

/// Of P5, P50 and P95.
using QuantileCells = std::array<Cells, 3>;

/// The samples around one percentile: all whose uniforms lie in its cells.
struct Near {
    std::uint64_t below = 0; ///< samples in the cells before them
    std::vector<double> values;
};
using NearQuantiles = std::array<Near, 3>;

/// The cells in which the order statistics around the percentiles of so many samples can be.
QuantileCells cellsAroundQuantiles(std::size_t samples);

/// Adds those of a whole block, which holds one sample in each cell. values: the whole column.
void addBlock(NearQuantiles& near, const QuantileCells& cells, const SobolGroups& groups,
              std::span<const double> values, std::size_t first);
/// Adds those of any samples, one by one.
void addSamples(NearQuantiles& near, const QuantileCells& cells, std::span<const double> uniforms,
                std::span<const double> values);
void addChunk(NearQuantiles& total, const NearQuantiles& chunk);

/// The samples around P5, P50 and P95, two each; empty when they are not all there.
OrderStatistics aroundQuantiles(const NearQuantiles& near, std::size_t samples);

} // namespace assay

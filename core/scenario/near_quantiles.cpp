// Values rise with their uniforms, so that samples in lower cells come first.
#include "core/scenario/near_quantiles.h"

#include <algorithm>
#include <bit>

namespace assay {
namespace {

constexpr std::array<double, 3> quantiles = {0.05, 0.5, 0.95};

std::size_t cellOf(double u) {
    return static_cast<std::size_t>(std::clamp(u, 0.0, 0x1.fffffffffffffp-1) * double{SobolGroups::cellCount});
}

/// The samples around quantile q from those near it; none when they are not all there.
std::vector<double> aroundQuantile(double q, Near near, std::size_t samples) {
    const Position position = positionOf(q, samples);
    if (position.low < near.below || position.high >= near.below + near.values.size())
        return {};
    std::sort(near.values.begin(), near.values.end());
    return {near.values[position.low - near.below], near.values[position.high - near.below]};
}

} // namespace

QuantileCells cellsAroundQuantiles(std::size_t samples) {
    // A Sobol coordinate's point count up to u is within log2(n) + 1 of n u, whatever n is.
    const double width =
        (static_cast<double>(std::bit_width(samples)) + 4) / static_cast<double>(std::max<std::size_t>(samples, 1));
    QuantileCells cells;
    for (std::size_t q = 0; q < quantiles.size(); ++q)
        cells[q] = {cellOf(quantiles[q] - width), cellOf(quantiles[q] + width)};
    return cells;
}

void addBlock(NearQuantiles& near, const QuantileCells& cells, const SobolGroups& groups,
              std::span<const double> values, std::size_t first) {
    for (std::size_t q = 0; q < quantiles.size(); ++q) {
        near[q].below += cells[q].first;
        for (std::size_t cell = cells[q].first; cell <= cells[q].last; ++cell)
            near[q].values.push_back(values[first + groups.sampleIn(cell, first)]);
    }
}

void addSamples(NearQuantiles& near, const QuantileCells& cells, std::span<const double> uniforms,
                std::span<const double> values) {
    for (std::size_t i = 0; i < uniforms.size(); ++i) {
        const std::size_t cell = cellOf(uniforms[i]);
        for (std::size_t q = 0; q < quantiles.size(); ++q) {
            near[q].below += cell < cells[q].first ? 1 : 0;
            if (cell >= cells[q].first && cell <= cells[q].last)
                near[q].values.push_back(values[i]);
        }
    }
}

void addChunk(NearQuantiles& total, const NearQuantiles& chunk) {
    for (std::size_t q = 0; q < quantiles.size(); ++q) {
        total[q].below += chunk[q].below;
        total[q].values.insert(total[q].values.end(), chunk[q].values.begin(), chunk[q].values.end());
    }
}

OrderStatistics aroundQuantiles(const NearQuantiles& near, std::size_t samples) {
    OrderStatistics selected;
    for (std::size_t q = 0; q < quantiles.size(); ++q) {
        const std::vector<double> around = aroundQuantile(quantiles[q], near[q], samples);
        if (around.empty())
            return {};
        selected.values.insert(selected.values.end(), around.begin(), around.end());
    }
    return selected;
}

} // namespace assay

// Chunks of samples are summed by themselves and then in order. Rows of eight numbers (value and rank of four outputs)
// are added at once: one look at a sample's group serves them all.
#include "core/scenario/group_sums.h"

#include "core/scenario/parallel.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace assay {
namespace {

constexpr std::size_t mostChunks = 32; ///< bounds the memory of their sums
constexpr std::size_t outputsInRow = rowWidth / 2;
constexpr std::size_t subBlock = 256; ///< rows of it and the sums of an input fit the first cache
constexpr std::array<double, 3> quantiles = {0.05, 0.5, 0.95}; ///< group borders, all of them

/// A group's sums of one slab of outputs, in a cache line of its own.
struct alignas(64) Row {
    double sums[rowWidth] = {};
};
using Rows = std::array<Row, subBlock>;

/// What one chunk of samples adds up to.
struct ChunkSums {
    std::vector<Row> rows; ///< [slab][input][group]
    std::vector<GroupCounts> counts;
    std::vector<GroupCounts> kept;                            ///< [input][output], only of outputs with NaN
    std::vector<std::vector<std::pair<double, double>>> near; ///< per input: (uniform, value) near the quantiles
};

/// Mid-ranks of an output's bins, as a row holds them.
std::vector<double> binRanks(const BinnedColumn& column) {
    const auto n = static_cast<double>(column.moments.count);
    std::vector<double> ranks(column.below.size());
    for (std::size_t bin = 0; bin + 1 < ranks.size(); ++bin)
        ranks[bin] =
            (0.5 * (static_cast<double>(column.below[bin]) + static_cast<double>(column.below[bin + 1]))) / n - 0.5;
    return ranks; // the last one is NaN's bin: 0
}

/// Group of each bin of an input.
std::vector<std::uint8_t> binGroups(const BinnedColumn& column) {
    std::vector<std::uint8_t> groups;
    for (const double rank : binRanks(column))
        groups.push_back(
            static_cast<std::uint8_t>(std::clamp((rank + 0.5) * double{groupCount}, 0.0, groupCount - 1.0)));
    return groups;
}

class Summing {
public:
    Summing(std::span<const RankedInput> inputs, std::span<const std::span<const double>> columns,
            std::span<const RankedOutput> outputs, InstructionSet instructionSet, const StatisticLoops& loops)
        : m_inputs(inputs),
          m_columns(columns),
          m_outputs(outputs),
          m_uniformLoops(columnLoops(instructionSet)),
          m_loops(loops),
          m_samples(columns.empty() ? 0 : columns[0].size()) {
        for (const RankedInput& input : inputs)
            m_groups.push_back(input.binned != nullptr ? binGroups(*input.binned) : std::vector<std::uint8_t>());
        for (const RankedOutput& output : outputs)
            m_ranks.push_back(output.ranks.empty() ? binRanks(*output.binned) : std::vector<double>());
        // A Sobol coordinate's point count up to u is within log2(n) + 1 of n u, whatever n is.
        m_near = (static_cast<double>(std::bit_width(m_samples)) + 4)
                 / static_cast<double>(std::max<std::size_t>(m_samples, 1));
    }

    std::size_t samples() const { return m_samples; }
    std::size_t slabs() const { return (m_outputs.size() + outputsInRow - 1) / outputsInRow; }
    double nearWidth() const { return m_near; }

    ChunkSums sum(std::size_t first, std::size_t end) const {
        ChunkSums sums;
        sums.rows.resize(slabs() * m_inputs.size() * groupCount);
        sums.counts.resize(m_inputs.size());
        sums.kept.resize(m_inputs.size() * m_outputs.size());
        sums.near.resize(m_inputs.size());
        std::vector<std::uint8_t> groups(m_inputs.size() * blockSize);
        for (; first < end; first += blockSize) {
            const std::size_t count = std::min(blockSize, end - first);
            for (std::size_t i = 0; i < m_inputs.size(); ++i)
                groupBlock(i, first, count, groups.data() + i * blockSize, sums);
            for (std::size_t from = 0; from < count; from += subBlock)
                for (std::size_t slab = 0; slab < slabs(); ++slab)
                    addSlab(slab, first + from, std::min(subBlock, count - from), groups.data() + from, sums);
        }
        return sums;
    }

private:
    /// Groups of one input's samples, counted.
    void groupBlock(std::size_t input, std::size_t first, std::size_t count, std::uint8_t* groups,
                    ChunkSums& sums) const {
        const RankedInput& ranked = m_inputs[input];
        if (ranked.uniforms) {
            std::array<double, blockSize> uniforms;
            ranked.uniforms->fill(m_uniformLoops, first, std::span(uniforms).first(count));
            m_loops.groups(uniforms.data(), count, groups);
            addNear(input, first, std::span(uniforms).first(count), sums.near[input]);
        } else if (ranked.binned != nullptr) {
            std::array<std::uint16_t, blockSize> bins;
            m_loops.bins(m_columns[input].data() + first, count, ranked.binned->map, bins.data());
            for (std::size_t i = 0; i < count; ++i)
                groups[i] = m_groups[input][bins[i]];
        } else {
            const double scale = double{groupCount} / (2 * static_cast<double>(m_samples));
            for (std::size_t i = 0; i < count; ++i)
                groups[i] = static_cast<std::uint8_t>((std::max<double>(ranked.ranks[first + i], 1) - 1) * scale);
        }
        for (std::size_t i = 0; i < count; ++i)
            ++sums.counts[input][groups[i]];
        for (std::size_t o = 0; o < m_outputs.size(); ++o)
            if (m_outputs[o].binned->moments.count < m_samples)
                for (std::size_t i = 0; i < count; ++i)
                    sums.kept[input * m_outputs.size() + o][groups[i]] +=
                        m_outputs[o].binned->values[first + i] == m_outputs[o].binned->values[first + i] ? 1 : 0;
    }

    void addNear(std::size_t input, std::size_t first, std::span<const double> uniforms,
                 std::vector<std::pair<double, double>>& near) const {
        constexpr std::size_t step = 64;
        for (std::size_t from = 0; from < uniforms.size(); from += step) {
            const std::size_t to = std::min(from + step, uniforms.size());
            if (!m_loops.isNear(uniforms.data() + from, to - from, quantiles.data(), m_near))
                continue;
            for (std::size_t i = from; i < to; ++i)
                if (m_loops.isNear(uniforms.data() + i, 1, quantiles.data(), m_near))
                    near.emplace_back(uniforms[i], m_columns[input][first + i]);
        }
    }

    void addSlab(std::size_t slab, std::size_t first, std::size_t count, const std::uint8_t* groups,
                 ChunkSums& sums) const {
        Rows rows;
        for (std::size_t k = 0; k < outputsInRow; ++k)
            fillRows(slab * outputsInRow + k, 2 * k, first, count, rows);
        for (std::size_t i = 0; i < m_inputs.size(); ++i)
            m_loops.addRows(groups + i * blockSize, rows[0].sums, count,
                            sums.rows[(slab * m_inputs.size() + i) * groupCount].sums);
    }

    /// An output's two numbers in each row, from `place` on; zeros where it is NaN or there is no such output.
    void fillRows(std::size_t output, std::size_t place, std::size_t first, std::size_t count, Rows& rows) const {
        if (output >= m_outputs.size()) {
            for (std::size_t i = 0; i < count; ++i)
                rows[i].sums[place] = rows[i].sums[place + 1] = 0;
            return;
        }
        const BinnedColumn& column = *m_outputs[output].binned;
        const double* values = column.values.data() + first;
        const double mean = column.moments.mean;
        const double scale = column.moments.sd > 0 ? 1 / column.moments.sd : 0;
        std::array<std::uint16_t, subBlock> bins{};
        const bool binned = m_outputs[output].ranks.empty(); // exact ranks are correlated without groups
        if (binned)
            m_loops.bins(values, count, column.map, bins.data());
        for (std::size_t i = 0; i < count; ++i) {
            rows[i].sums[place] = values[i] == values[i] ? (values[i] - mean) * scale : 0.0;
            rows[i].sums[place + 1] = binned ? m_ranks[output][bins[i]] : 0.0;
        }
    }

    std::span<const RankedInput> m_inputs;
    std::span<const std::span<const double>> m_columns;
    std::span<const RankedOutput> m_outputs;
    const ColumnLoops& m_uniformLoops;
    const StatisticLoops& m_loops;
    std::size_t m_samples = 0;
    std::vector<std::vector<std::uint8_t>> m_groups; ///< per input ranked by bins: group of each bin
    std::vector<std::vector<double>> m_ranks;        ///< per output ranked by bins: rank of each bin
    double m_near = 0;                               ///< how far from a quantile its samples can be
};

/// The samples around quantile q from those near it; none when they are not all there.
std::vector<double> aroundQuantile(double q, std::span<const std::pair<double, double>> near, const GroupCounts& counts,
                                   std::size_t samples, double width) {
    const auto group = static_cast<std::size_t>(std::lround(q * double{groupCount}));
    std::size_t below = std::accumulate(counts.begin(), counts.begin() + static_cast<std::ptrdiff_t>(group), 0U);
    std::vector<double> values;
    for (const auto& [uniform, value] : near)
        if (std::abs(uniform - q) <= width) {
            values.push_back(value);
            below -= uniform * double{groupCount} < static_cast<double>(group) ? 1 : 0;
        }
    const Position position = positionOf(q, samples);
    if (position.low < below || position.high >= below + values.size())
        return {};
    std::sort(values.begin(), values.end());
    return {values[position.low - below], values[position.high - below]};
}

Selected aroundQuantiles(std::span<const std::pair<double, double>> near, const GroupCounts& counts,
                         std::size_t samples, double width) {
    Selected selected;
    for (const double q : quantiles) {
        const std::vector<double> around = aroundQuantile(q, near, counts, samples, width);
        if (around.empty())
            return {};
        selected.values.insert(selected.values.end(), around.begin(), around.end());
    }
    return selected;
}

/// Adds input number i of a chunk to the total.
void addInput(GroupSums& total, const ChunkSums& chunk, std::size_t i, std::size_t inputs, std::size_t outputs) {
    for (std::size_t g = 0; g < groupCount; ++g) {
        total.counts[i][g] += chunk.counts[i][g];
        for (std::size_t o = 0; o < outputs; ++o) {
            const std::size_t slab = o / outputsInRow;
            const double* row = chunk.rows[(slab * inputs + i) * groupCount + g].sums + 2 * (o % outputsInRow);
            total.values[i][o][g] += row[0];
            total.ranks[i][o][g] += row[1];
            total.kept[i][o][g] += chunk.kept[i * outputs + o][g];
        }
    }
}

GroupSums emptySums(std::size_t inputs, std::size_t outputs) {
    GroupSums sums;
    const std::vector<std::array<double, groupCount>> none(outputs);
    sums.counts.resize(inputs);
    sums.values.assign(inputs, none);
    sums.ranks.assign(inputs, none);
    sums.kept.assign(inputs, std::vector<GroupCounts>(outputs));
    sums.quantiles.resize(inputs);
    return sums;
}

} // namespace

GroupSums sumGroups(std::span<const RankedInput> inputs, std::span<const std::span<const double>> columns,
                    std::span<const RankedOutput> outputs, const StatisticsWork& work) {
    const Summing summing(inputs, columns, outputs, work.instructionSet, work.loops());
    const std::size_t blocks = (summing.samples() + blockSize - 1) / blockSize;
    const std::size_t chunkSize = std::max<std::size_t>((blocks + mostChunks - 1) / mostChunks, 4) * blockSize;
    const std::size_t chunks = (summing.samples() + chunkSize - 1) / chunkSize;
    std::vector<ChunkSums> sums(chunks);
    runTasks(chunks, threadCount(work.threads, chunks), work.stop, [&](std::size_t chunk, std::size_t) {
        sums[chunk] = summing.sum(chunk * chunkSize, std::min(summing.samples(), (chunk + 1) * chunkSize));
    });
    GroupSums total = emptySums(inputs.size(), outputs.size());
    for (std::size_t i = 0; i < inputs.size() && !work.stop.stop_requested(); ++i) {
        std::vector<std::pair<double, double>> near;
        for (const ChunkSums& chunk : sums) {
            addInput(total, chunk, i, inputs.size(), outputs.size());
            near.insert(near.end(), chunk.near[i].begin(), chunk.near[i].end());
        }
        for (std::size_t o = 0; o < outputs.size(); ++o)
            if (outputs[o].binned->moments.count == summing.samples())
                total.kept[i][o] = total.counts[i];
        if (inputs[i].uniforms)
            total.quantiles[i] = aroundQuantiles(near, total.counts[i], summing.samples(), summing.nearWidth());
    }
    return total;
}

} // namespace assay

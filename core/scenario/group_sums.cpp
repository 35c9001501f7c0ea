// Chunks of samples are summed by themselves and then in order. Rows of eight numbers (value and rank of four outputs)
// are added at once: one look at a sample's group serves them all, and for Sobol points not even that is needed.
#include "core/scenario/group_sums.h"

#include "core/scenario/near_quantiles.h"
#include "core/scenario/parallel.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace assay {
namespace {

constexpr std::size_t mostChunks = 32;  ///< bounds the memory of their sums
constexpr std::size_t leastBlocks = 16; ///< in a chunk
constexpr std::size_t outputsInRow = rowWidth / 2;
constexpr std::size_t subBlock = SobolGroups::stretch; ///< rows of it and the sums of an input fit the first cache

/// A group's sums of one slab of outputs, in a cache line of its own.
struct alignas(64) Row {
    double sums[rowWidth] = {};
};

/// Of the samples of a sub-block: written before it is read, so nobody clears it.
struct alignas(64) Rows {
    double numbers[subBlock][rowWidth];
};

/// What one chunk of samples adds up to.
struct ChunkSums {
    std::vector<Row> rows; ///< [slab][input][group]
    std::vector<GroupCounts> counts;
    std::vector<GroupCounts> kept;   ///< [input][output], only of outputs with NaN
    std::vector<NearQuantiles> near; ///< per input ranked by uniforms
};

/// Mid-ranks of an output's bins, as a row holds them.
std::vector<double> binRanks(const BinnedColumn& column) {
    const double perSample = 1 / static_cast<double>(column.moments.count);
    std::vector<double> ranks(column.below.size());
    for (std::size_t bin = 0; bin + 1 < ranks.size(); ++bin)
        ranks[bin] =
            0.5 * perSample * (static_cast<double>(column.below[bin]) + static_cast<double>(column.below[bin + 1]))
            - 0.5;
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
          m_samples(columns.empty() ? 0 : columns[0].size()),
          m_near(cellsAroundQuantiles(m_samples)) {
        for (const RankedInput& input : inputs)
            m_groups.push_back(input.binned != nullptr ? binGroups(*input.binned) : std::vector<std::uint8_t>());
        for (const RankedOutput& output : outputs)
            m_ranks.push_back(output.ranks.empty() ? binRanks(*output.binned) : std::vector<double>());
        for (const RankedInput& input : inputs)
            m_sobol.push_back(input.uniforms ? std::optional<SobolGroups>(*input.uniforms) : std::nullopt);
        m_isWhole = std::all_of(outputs.begin(), outputs.end(), [this](const RankedOutput& output) {
            return output.binned->moments.count == m_samples;
        });
    }

    std::size_t samples() const { return m_samples; }
    std::size_t slabs() const { return (m_outputs.size() + outputsInRow - 1) / outputsInRow; }

    ChunkSums sum(std::size_t first, std::size_t end, const std::stop_token& stop) const {
        ChunkSums sums;
        sums.rows.resize(slabs() * m_inputs.size() * groupCount);
        sums.counts.resize(m_inputs.size());
        sums.kept.resize(m_inputs.size() * m_outputs.size());
        sums.near.resize(m_inputs.size());
        std::vector<std::uint8_t> groups(m_inputs.size() * blockSize);
        for (; first < end && !stop.stop_requested(); first += blockSize) {
            const std::size_t count = std::min(blockSize, end - first);
            for (std::size_t i = 0; i < m_inputs.size(); ++i)
                lookAt(i, first, count, groups.data() + i * blockSize, sums);
            for (std::size_t from = 0; from < count; from += subBlock)
                for (std::size_t slab = 0; slab < slabs(); ++slab)
                    addSlab(slab, first + from, std::min(subBlock, count - from), groups.data() + from, sums);
        }
        return sums;
    }

private:
    /// Whether pairs of samples tell the groups around a sample: whole blocks of Sobol points, all of which count.
    bool isPaired(std::size_t input, std::size_t sample) const {
        return m_isWhole && m_sobol[input] && sample / blockSize < m_samples / blockSize;
    }

    /// One input's samples: counted, those near its quantiles kept, their groups told where pairs do not.
    void lookAt(std::size_t input, std::size_t first, std::size_t count, std::uint8_t* groups, ChunkSums& sums) const {
        if (m_inputs[input].needsQuantiles && m_sobol[input] && count == blockSize)
            addBlock(sums.near[input], m_near, *m_sobol[input], m_columns[input], first);
        if (isPaired(input, first)) {
            for (std::uint32_t& inGroup : sums.counts[input])
                inGroup += blockSize / groupCount;
            return;
        }
        setGroups(input, first, count, groups, sums);
        for (std::size_t i = 0; i < count; ++i)
            ++sums.counts[input][groups[i]];
        for (std::size_t o = 0; o < m_outputs.size(); ++o)
            if (m_outputs[o].binned->moments.count < m_samples)
                for (std::size_t i = 0; i < count; ++i)
                    sums.kept[input * m_outputs.size() + o][groups[i]] +=
                        m_outputs[o].binned->values[first + i] == m_outputs[o].binned->values[first + i] ? 1 : 0;
    }

    void setGroups(std::size_t input, std::size_t first, std::size_t count, std::uint8_t* groups,
                   ChunkSums& sums) const {
        const RankedInput& ranked = m_inputs[input];
        if (ranked.uniforms) {
            std::array<double, blockSize> uniforms;
            ranked.uniforms->fill(m_uniformLoops, first, std::span(uniforms).first(count));
            m_loops.groups(uniforms.data(), count, groups);
            if (ranked.needsQuantiles && count < blockSize)
                addSamples(sums.near[input], m_near, std::span(uniforms).first(count),
                           m_columns[input].subspan(first, count));
        } else if (ranked.binned != nullptr) {
            const std::uint16_t* bins = ranked.binned->bins.get() + first;
            for (std::size_t i = 0; i < count; ++i)
                groups[i] = m_groups[input][bins[i]];
        } else {
            const double scale = double{groupCount} / (2 * static_cast<double>(m_samples));
            for (std::size_t i = 0; i < count; ++i)
                groups[i] = static_cast<std::uint8_t>((std::max<double>(ranked.ranks[first + i], 1) - 1) * scale);
        }
    }

    void addSlab(std::size_t slab, std::size_t first, std::size_t count, const std::uint8_t* groups,
                 ChunkSums& sums) const {
        Rows rows;
        for (std::size_t k = 0; k < outputsInRow; ++k)
            fillRows(slab * outputsInRow + k, 2 * k, first, count, rows);
        for (std::size_t i = 0; i < m_inputs.size(); ++i) {
            double* sum = sums.rows[(slab * m_inputs.size() + i) * groupCount].sums;
            if (isPaired(i, first))
                m_loops.addPairs(m_sobol[i]->pairs(), m_sobol[i]->offset(first), rows.numbers[0], sum);
            else
                m_loops.addRows(groups + i * blockSize, rows.numbers[0], count, sum);
        }
    }

    /// An output's two numbers in each row, from `place` on; zeros where it is NaN or there is no such output.
    void fillRows(std::size_t output, std::size_t place, std::size_t first, std::size_t count, Rows& rows) const {
        if (output >= m_outputs.size()) {
            for (std::size_t i = 0; i < count; ++i)
                rows.numbers[i][place] = rows.numbers[i][place + 1] = 0;
            return;
        }
        const BinnedColumn& column = *m_outputs[output].binned;
        const double* values = column.values.data() + first;
        const std::uint16_t* bins = column.bins.get() + first;
        const double mean = column.moments.mean;
        const double scale = column.moments.sd > 0 ? 1 / column.moments.sd : 0;
        const bool binned = m_outputs[output].ranks.empty(); // exact ranks are correlated without groups
        for (std::size_t i = 0; i < count; ++i) {
            rows.numbers[i][place] = values[i] == values[i] ? (values[i] - mean) * scale : 0.0;
            rows.numbers[i][place + 1] = binned ? m_ranks[output][bins[i]] : 0.0;
        }
    }

    std::span<const RankedInput> m_inputs;
    std::span<const std::span<const double>> m_columns;
    std::span<const RankedOutput> m_outputs;
    const ColumnLoops& m_uniformLoops;
    const StatisticLoops& m_loops;
    std::size_t m_samples = 0;
    QuantileCells m_near;                            ///< where the samples around a quantile can be
    std::vector<std::vector<std::uint8_t>> m_groups; ///< per input ranked by bins: group of each bin
    std::vector<std::vector<double>> m_ranks;        ///< per output ranked by bins: rank of each bin
    std::vector<std::optional<SobolGroups>> m_sobol; ///< per input ranked by uniforms
    bool m_isWhole = false;                          ///< no output has NaN
};

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
    const std::size_t chunkSize = std::max((blocks + mostChunks - 1) / mostChunks, leastBlocks) * blockSize;
    const std::size_t chunks = (summing.samples() + chunkSize - 1) / chunkSize;
    std::vector<ChunkSums> sums(chunks);
    const auto sum = [&](std::size_t chunk, std::size_t) {
        sums[chunk] = summing.sum(chunk * chunkSize, std::min(summing.samples(), (chunk + 1) * chunkSize), work.stop);
    };
    runTasks(chunks, threadCount(work.threads, chunks), work.stop, sum, work.progress);
    GroupSums total = emptySums(inputs.size(), outputs.size());
    for (std::size_t i = 0; i < inputs.size() && !work.stop.stop_requested(); ++i) {
        NearQuantiles near;
        for (const ChunkSums& chunk : sums) {
            addInput(total, chunk, i, inputs.size(), outputs.size());
            addChunk(near, chunk.near[i]);
        }
        for (std::size_t o = 0; o < outputs.size(); ++o)
            if (outputs[o].binned->moments.count == summing.samples())
                total.kept[i][o] = total.counts[i];
        if (inputs[i].uniforms && inputs[i].needsQuantiles)
            total.quantiles[i] = aroundQuantiles(near, summing.samples());
    }
    return total;
}

} // namespace assay

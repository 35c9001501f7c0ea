// The bins: their map from a pilot, the counting pass. Selection is in select.cpp.
#include "core/scenario/binned_column.h"

#include "core/dist/uniforms.h"
#include "core/scenario/parallel.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace assay {
namespace {

constexpr int binBits = 14;         ///< 2^14 bins, at most twice as many
constexpr double marginOctaves = 6; ///< the column may reach that much further than its pilot
constexpr std::size_t chunkSize = sumChunk;

std::int32_t keyOf(double size, unsigned shift) {
    return static_cast<std::int32_t>(std::bit_cast<std::uint64_t>(size) >> shift);
}

/// The bits of a double to drop so that `octaves` octaves make about 2^binBits bins.
unsigned shiftFor(double octaves) {
    int bits = binBits;
    for (double covered = 1; covered < octaves && bits > 0; covered *= 2)
        --bits;
    return static_cast<unsigned>(std::clamp(52 - bits, 32, 52));
}

double octavesBetween(double low, double high) { return static_cast<double>(std::ilogb(high) - std::ilogb(low)) + 1; }

/// All values of one sign, over more than an octave: bins of equal ratio. least and most are their sizes.
BinMap ratioMap(double least, double most, bool negative) {
    BinMap map;
    map.shift = shiftFor(octavesBetween(least, most) + 2 * marginOctaves);
    const double margin = 64; // 2^marginOctaves
    const std::int32_t low = keyOf(least / margin, map.shift), high = keyOf(std::min(most * margin, 1e308), map.shift);
    map.last = high - low;
    map.firstKey = low;
    map.centre = negative ? map.last : 0;
    return map;
}

/// Values on both sides of their middle: even bins near it, of equal ratio far from it.
BinMap symmetricMap(std::vector<double>& pilot, double least, double most) {
    const auto at = [&pilot](std::size_t quarter) {
        const auto place = pilot.begin() + static_cast<std::ptrdiff_t>(pilot.size() * quarter / 4);
        std::nth_element(pilot.begin(), place, pilot.end());
        return *place;
    };
    BinMap map;
    const double low = at(1), high = at(3);
    map.pivot = at(2);
    map.offset = (high - low) / 2;
    if (!(map.offset > 0)) // half of them are equal
        map.offset = most > least ? (most - least) / 64 : std::abs(map.pivot) / 1048576 + 1e-300;
    map.offset = std::min(map.offset, 1e300);
    const double reach = std::min(std::max(most - map.pivot, map.pivot - least), 1e300) + map.offset;
    map.shift = shiftFor(2 * (octavesBetween(map.offset, reach) + marginOctaves));
    map.firstKey = keyOf(map.offset, map.shift);
    map.centre = keyOf(std::min(reach * 64, 1e308), map.shift) - map.firstKey;
    map.last = 2 * map.centre;
    return map;
}

void countBlock(const StatisticLoops& loops, const BinMap& map, std::span<const double> block, std::uint16_t* bins,
                std::vector<std::uint32_t>& counts) {
    loops.bins(block.data(), block.size(), map, bins);
    for (std::size_t i = 0; i < block.size(); ++i)
        ++counts[bins[i]];
}

/// Counts of all threads together, as running sums.
std::vector<std::uint32_t>
runningSums(std::size_t size, std::span<const std::vector<std::vector<std::uint32_t>>> counts, std::size_t column) {
    std::vector<std::uint32_t> below(size);
    std::uint32_t sum = 0;
    for (std::size_t bin = 0; bin < size; ++bin) {
        below[bin] = sum;
        for (const std::vector<std::vector<std::uint32_t>>& ofThread : counts)
            sum += ofThread[column][bin];
    }
    return below;
}

} // namespace

const StatisticLoops& StatisticsWork::loops() const {
#if defined(__x86_64__)
    switch (instructionSet) {
    case InstructionSet::avx2: return avx2StatisticLoops;
    case InstructionSet::avx512: return avx512StatisticLoops;
    default: break;
    }
#endif
    return baselineStatisticLoops;
}

BinMap binMapOf(std::span<const double> values) {
    std::vector<double> pilot(values.begin(), values.end());
    if (pilot.empty())
        return {};
    const auto [least, most] = std::minmax_element(pilot.begin(), pilot.end());
    const double low = *least, high = *most;
    constexpr double smallest = 1e-290; // room for the margin
    if (low > smallest && high > 2 * low)
        return ratioMap(low, high, false);
    if (high < -smallest && low < 2 * high)
        return ratioMap(-high, -low, true);
    return symmetricMap(pilot, low, high);
}

std::size_t binOf(const BinMap& map, double value) {
    const double away = value - map.pivot;
    const std::int32_t steps = std::max(keyOf(std::abs(away) + map.offset, map.shift) - map.firstKey, 0);
    return static_cast<std::size_t>(std::clamp(away < 0 ? map.centre - steps : map.centre + steps, 0, map.last));
}

std::vector<BinnedColumn> binColumns(std::span<const std::span<const double>> columns, const StatisticsWork& work) {
    const StatisticLoops& loops = work.loops();
    std::vector<BinnedColumn> binned;
    std::vector<double> pivots;
    std::size_t longest = 0;
    for (const std::span<const double>& values : columns) {
        const std::vector<double> pilot = pilotOf(values);
        binned.push_back(BinnedColumn{
            values, binMapOf(pilot), {}, {}, std::make_unique_for_overwrite<std::uint16_t[]>(values.size())});
        pivots.push_back(pivotOf(pilot));
        longest = std::max(longest, values.size());
    }
    const std::size_t chunks = (longest + chunkSize - 1) / chunkSize;
    const int threads = threadCount(work.threads, chunks);
    std::vector<std::vector<std::vector<std::uint32_t>>> counts(static_cast<std::size_t>(threads));
    for (std::vector<std::vector<std::uint32_t>>& ofThread : counts)
        for (const BinnedColumn& column : binned)
            ofThread.emplace_back(static_cast<std::size_t>(column.map.last) + 2);
    std::vector<std::vector<LaneSums>> sums(columns.size(), std::vector<LaneSums>(chunks, noSums()));
    const auto count = [&](std::size_t chunk, std::size_t thread) {
        for (std::size_t c = 0; c < binned.size(); ++c) {
            const std::span<const double> values = binned[c].values;
            const std::size_t end = std::min(values.size(), (chunk + 1) * chunkSize);
            for (std::size_t first = chunk * chunkSize; first < end; first += blockSize) {
                const auto block = values.subspan(first, std::min<std::size_t>(blockSize, end - first));
                loops.addSums(block.data(), block.size(), pivots[c], sums[c][chunk]);
                countBlock(loops, binned[c].map, block, binned[c].bins.get() + first, counts[thread][c]);
            }
        }
    };
    runTasks(chunks, threads, work.stop, count, work.progress);
    for (std::size_t c = 0; c < binned.size() && !work.stop.stop_requested(); ++c) {
        binned[c].moments = momentsOf(binned[c].values, sums[c], pivots[c]);
        binned[c].below = runningSums(static_cast<std::size_t>(binned[c].map.last) + 2, counts, c);
    }
    return binned;
}

double roughQuantile(const BinnedColumn& column, double q) {
    if (column.moments.count == 0)
        return 0;
    const auto rank = static_cast<std::uint32_t>(q * static_cast<double>(column.moments.count - 1));
    const auto found = std::upper_bound(column.below.begin(), column.below.end(), rank);
    const auto bin = static_cast<std::int32_t>(found - column.below.begin()) - 1;
    const BinMap& map = column.map;
    const bool down = bin < map.centre || (map.centre == map.last && map.pivot == 0 && map.offset == 0);
    const std::int32_t key = map.firstKey + (down ? map.centre - bin : bin - map.centre);
    const double size = std::bit_cast<double>(static_cast<std::uint64_t>(key) << map.shift) - map.offset;
    return std::clamp(down ? map.pivot - size : map.pivot + size, column.moments.least, column.moments.most);
}

} // namespace assay

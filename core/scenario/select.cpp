// Exact order statistics and counts from bins: only the samples of bins that hold an answer are looked at.
#include "core/dist/uniforms.h"
#include "core/scenario/binned_column.h"
#include "core/scenario/parallel.h"

#include <algorithm>
#include <array>

namespace assay {
namespace {

constexpr std::size_t chunkSize = 16 * blockSize;

/// The bins of a column that hold an answer, ascending, and where each one is in that list (0: it holds none).
struct Hits {
    std::vector<std::size_t> bins;
    std::vector<std::uint8_t> places; ///< 1 + index in bins
};

std::size_t binOfRank(const BinnedColumn& column, std::uint64_t rank) {
    const auto found = std::upper_bound(column.below.begin(), column.below.end(), static_cast<std::uint32_t>(rank));
    return static_cast<std::size_t>(found - column.below.begin()) - 1;
}

/// A fixed number: all answers are known without a look at the samples, which all lie in one bin.
bool isConstant(const BinnedColumn& column) {
    return column.moments.count > 0 && column.moments.least == column.moments.most;
}

Hits hitsOf(const BinnedColumn& column, const Wanted& wanted) {
    Hits hits;
    if (isConstant(column))
        return hits;
    for (const std::uint64_t rank : wanted.ranks)
        hits.bins.push_back(binOfRank(column, rank));
    for (const double edge : wanted.edges)
        hits.bins.push_back(binOf(column.map, edge));
    std::sort(hits.bins.begin(), hits.bins.end());
    hits.bins.erase(std::unique(hits.bins.begin(), hits.bins.end()), hits.bins.end());
    hits.places.resize(static_cast<std::size_t>(column.map.last) + 2);
    for (std::size_t i = 0; i < hits.bins.size(); ++i)
        hits.places[hits.bins[i]] = static_cast<std::uint8_t>(i + 1);
    return hits;
}

struct Found {
    double value = 0;
    std::uint8_t place = 0;
};

void collect(const BinnedColumn& column, const Hits& hits, std::size_t first, std::size_t end,
             std::vector<Found>& found) {
    std::array<std::uint16_t, blockSize> picked;
    if (hits.bins.empty())
        return;
    for (; first < end; first += blockSize) {
        const std::span<const double> block = column.values.subspan(first, std::min(blockSize, end - first));
        const std::uint16_t* bins = column.bins.get() + first;
        std::size_t size = 0;
        for (std::size_t i = 0; i < block.size(); ++i) { // no branch: which samples are hit cannot be foreseen
            picked[size] = static_cast<std::uint16_t>(i);
            size += hits.places[bins[i]] != 0 ? 1 : 0;
        }
        for (std::size_t i = 0; i < size; ++i)
            found.push_back(Found{block[picked[i]], hits.places[bins[picked[i]]]});
    }
}

/// The samples of the hit bins, bin by bin.
std::vector<std::vector<double>> byBin(const Hits& hits, std::span<const std::vector<Found>> chunks) {
    std::vector<std::vector<double>> values(hits.bins.size());
    for (const std::vector<Found>& chunk : chunks)
        for (const Found& found : chunk)
            values[found.place - std::size_t{1}].push_back(found.value);
    return values;
}

double nth(std::vector<double>& values, std::size_t place) {
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    if (*least == *most)
        return *least;
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(place);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

OrderStatistics answer(const BinnedColumn& column, const Wanted& wanted, const Hits& hits,
                       std::span<const std::vector<Found>> chunks) {
    OrderStatistics selected;
    if (isConstant(column)) {
        selected.values.assign(wanted.ranks.size(), column.moments.least);
        for (const double edge : wanted.edges)
            selected.below.push_back(column.moments.least < edge ? column.moments.count : 0);
        return selected;
    }
    std::vector<std::vector<double>> values = byBin(hits, chunks);
    for (const std::uint64_t rank : wanted.ranks) {
        const std::size_t bin = binOfRank(column, rank);
        selected.values.push_back(
            nth(values[hits.places[bin] - std::size_t{1}], static_cast<std::size_t>(rank) - column.below[bin]));
    }
    for (const double edge : wanted.edges) {
        const std::size_t bin = binOf(column.map, edge);
        const std::vector<double>& here = values[hits.places[bin] - std::size_t{1}];
        const auto less = std::count_if(here.begin(), here.end(), [edge](double v) { return v < edge; });
        selected.below.push_back(column.below[bin] + static_cast<std::uint64_t>(less));
    }
    return selected;
}

} // namespace

std::vector<OrderStatistics> select(std::span<const BinnedColumn> columns, std::span<const Wanted> wanted,
                                    const StatisticsWork& work) {
    std::vector<Hits> hits;
    std::size_t longest = 0;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        hits.push_back(hitsOf(columns[c], wanted[c]));
        longest = std::max(longest, columns[c].values.size());
    }
    const std::size_t chunks = (longest + chunkSize - 1) / chunkSize;
    const int threads = threadCount(work.threads, chunks);
    std::vector<std::vector<std::vector<Found>>> found(columns.size(), std::vector<std::vector<Found>>(chunks));
    const auto pick = [&](std::size_t chunk, std::size_t) {
        for (std::size_t c = 0; c < columns.size(); ++c)
            collect(columns[c], hits[c], chunk * chunkSize, std::min(columns[c].values.size(), (chunk + 1) * chunkSize),
                    found[c][chunk]);
    };
    runTasks(chunks, threads, work.stop, pick, work.progress);
    std::vector<OrderStatistics> selected;
    for (std::size_t c = 0; c < columns.size() && !work.stop.stop_requested(); ++c)
        selected.push_back(answer(columns[c], wanted[c], hits[c], found[c]));
    return selected;
}

} // namespace assay

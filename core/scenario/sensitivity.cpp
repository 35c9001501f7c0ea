// Rank correlation, conditional means and their variance from sums in groups.
#include "core/scenario/sensitivity.h"

#include "core/scenario/group_sums.h"
#include "core/scenario/parallel.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace assay {
namespace {

using Sums = std::array<double, groupCount>;

constexpr std::array<std::size_t, 8> groupings = {100, 50, 25, 20, 10, 5, 4, 2}; ///< whole groups in each part
constexpr std::size_t lowGroup = 4, highGroup = 94; ///< they and the next: 4..6 % and 94..96 % of the samples

/// Spearman's correlation with the input's ranks shared within a group and the output's within a bin.
double binnedCorrelation(const Sums& ranks, const GroupCounts& kept, const BinnedColumn& output) {
    const auto n = static_cast<double>(output.moments.count);
    double before = 0, both = 0, ofInput = 0, ofOutput = 0;
    for (std::size_t g = 0; g < groupCount; ++g) {
        const double count = kept[g], rank = (before + 0.5 * count) / n - 0.5;
        both += rank * ranks[g];
        ofInput += count * rank * rank;
        before += count;
    }
    for (std::size_t bin = 0; bin + 1 < output.below.size(); ++bin) {
        const double low = output.below[bin], high = output.below[bin + 1];
        const double rank = 0.5 * (low + high) / n - 0.5;
        ofOutput += (high - low) * rank * rank;
    }
    const double product = ofInput * ofOutput;
    return product > 0 ? std::clamp(both / std::sqrt(product), -1.0, 1.0) : 0.0;
}

/// Spearman's correlation of exact ranks among n samples; 0 where a sample is not ranked.
double exactCorrelation(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b, std::size_t n,
                        const StatisticLoops& loops) {
    const double middle = static_cast<double>(n) + 1;                      // of twice the rank
    const auto left = static_cast<double>(a.size() - n) * middle * middle; // unranked samples, the same in all three
    const double both = loops.product(a.data(), b.data(), middle, a.size()) - left;
    const double product = (loops.product(a.data(), a.data(), middle, a.size()) - left)
                           * (loops.product(b.data(), b.data(), middle, b.size()) - left);
    return product > 0 ? std::clamp(both / std::sqrt(product), -1.0, 1.0) : 0.0;
}

/// values: (value - mean) / sd summed in each group.
double firstOrderIndex(const Sums& values, const GroupCounts& kept, double n) {
    const auto* fits = std::find_if(groupings.begin(), groupings.end(), [n](std::size_t count) {
        return static_cast<double>(count) <= 0.5 * std::sqrt(n);
    });
    if (fits == groupings.end())
        return 0;
    const std::size_t together = groupCount / *fits;
    double between = 0, parts = 0;
    for (std::size_t first = 0; first < groupCount; first += together) {
        double sum = 0, count = 0;
        for (std::size_t g = first; g < first + together; ++g) {
            sum += values[g];
            count += kept[g];
        }
        between += count > 0 ? sum * sum / count : 0;
        parts += count > 0 ? 1 : 0;
    }
    const double raw = between / (n - 1); // the whole sum of squares is n - 1
    return n > parts ? std::clamp(1 - (1 - raw) * (n - 1) / (n - parts), 0.0, 1.0) : 0.0;
}

/// Mean over two groups, or the nearest ones around them that hold samples.
double conditionalMean(const Sums& values, const GroupCounts& kept, const Moments& moments, std::size_t group) {
    std::size_t first = group, last = group + 1;
    double sum = values[first] + values[last], count = kept[first] + kept[last];
    while (!(count > 0) && (first > 0 || last + 1 < groupCount)) {
        if (first > 0) {
            --first;
            sum += values[first];
            count += kept[first];
        }
        if (last + 1 < groupCount) {
            ++last;
            sum += values[last];
            count += kept[last];
        }
    }
    return count > 0 ? moments.mean + moments.sd * (sum / count) : moments.mean;
}

/// Exact ranks of the input among the samples of the output.
double exactCorrelation(const RankedInput& input, const RankedOutput& output, const StatisticLoops& loops) {
    const auto n = static_cast<std::size_t>(output.binned->moments.count);
    if (n == output.ranks.size())
        return exactCorrelation(input.ranks, output.ranks, n, loops);
    return exactCorrelation(ranksAmong(input.ranks, output.binned->values), output.ranks, n, loops);
}

} // namespace

InfluenceTable influencesOf(std::span<const RankedInput> inputs, std::span<const std::span<const double>> columns,
                            std::span<const RankedOutput> outputs, const StatisticsWork& work) {
    GroupSums sums = sumGroups(inputs, columns, outputs, work);
    InfluenceTable table{{inputs.size(), std::vector<Influence>(outputs.size())}, std::move(sums.quantiles)};
    const std::size_t tasks = work.stop.stop_requested() ? 0 : inputs.size() * outputs.size();
    runTasks(tasks, threadCount(work.threads, tasks), work.stop, [&](std::size_t task, std::size_t) {
        const std::size_t i = task / outputs.size(), o = task % outputs.size();
        const BinnedColumn& column = *outputs[o].binned;
        const Moments& moments = column.moments;
        const GroupCounts& kept = sums.kept[i][o];
        Influence& influence = table.influences[i][o];
        influence.low = conditionalMean(sums.values[i][o], kept, moments, lowGroup);
        influence.high = conditionalMean(sums.values[i][o], kept, moments, highGroup);
        if (!(moments.sd > 0))
            return;
        influence.firstOrder = firstOrderIndex(sums.values[i][o], kept, static_cast<double>(moments.count));
        influence.rankCorrelation = inputs[i].ranks.empty() ? binnedCorrelation(sums.ranks[i][o], kept, column)
                                                            : exactCorrelation(inputs[i], outputs[o], work.loops());
    });
    return table;
}

} // namespace assay

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

constexpr std::array<std::size_t, 7> groupings = {128, 64, 32, 16, 8, 4, 2}; ///< whole groups in each part

/// Neighbouring groups around an input's P5 or P95, weighted so that their middle is there: 5 % of 128 groups is 6.4.
struct Window {
    std::size_t first = 0;
    std::array<double, 3> weights{};
};
constexpr Window lowWindow{5, {1, 1, 8.0 / 11}}, highWindow{groupCount - 8, {8.0 / 11, 1, 1}};

/// Sum of squares of an output's ranks / n - 1/2, shared within its bins.
double spreadOfRanks(const BinnedColumn& output) {
    const double perSample = 1 / static_cast<double>(output.moments.count);
    double spread = 0;
    for (std::size_t bin = 0; bin + 1 < output.below.size(); ++bin) {
        const double low = output.below[bin], high = output.below[bin + 1];
        const double rank = 0.5 * perSample * (low + high) - 0.5;
        spread += (high - low) * rank * rank;
    }
    return spread;
}

double correlation(double both, double squares) {
    return squares > 0 ? std::clamp(both / std::sqrt(squares), -1.0, 1.0) : 0.0;
}

/// Spearman's correlation with the input's ranks shared within a group and the output's within a bin.
double binnedCorrelation(const Sums& ranks, const GroupCounts& kept, double n, double spreadOfOutput) {
    double before = 0, both = 0, ofInput = 0;
    for (std::size_t g = 0; g < groupCount; ++g) {
        const double count = kept[g], rank = (before + 0.5 * count) / n - 0.5;
        both += rank * ranks[g];
        ofInput += count * rank * rank;
        before += count;
    }
    return correlation(both, ofInput * spreadOfOutput);
}

/// Sum of products of two columns' exact ranks, less their middle among n samples; 0 where a sample is not ranked.
double productOf(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b, std::size_t n,
                 const StatisticLoops& loops) {
    const double middle = static_cast<double>(n) + 1;                      // of twice the rank
    const auto left = static_cast<double>(a.size() - n) * middle * middle; // unranked samples, alike in all products
    return loops.product(a.data(), b.data(), middle, a.size()) - left;
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

/// Mean over a window's groups, or the nearest ones around them that hold samples.
double conditionalMean(const Sums& values, const GroupCounts& kept, const Moments& moments, const Window& window) {
    double sum = 0, count = 0;
    const auto add = [&](std::size_t group, double weight) {
        sum += weight * values[group];
        count += weight * kept[group];
    };
    for (std::size_t k = 0; k < window.weights.size(); ++k)
        add(window.first + k, window.weights[k]);
    std::size_t first = window.first, last = first + window.weights.size() - 1;
    while (!(count > 0) && (first > 0 || last + 1 < groupCount)) {
        if (first > 0)
            add(--first, 1);
        if (last + 1 < groupCount)
            add(++last, 1);
    }
    return count > 0 ? moments.mean + moments.sd * (sum / count) : moments.mean;
}

std::size_t countOf(const RankedOutput& output) { return static_cast<std::size_t>(output.binned->moments.count); }

/// Spearman's correlation of exact ranks among the output's samples. squares: their products with themselves, the
/// input's among all samples.
double exactCorrelation(const RankedInput& input, const RankedOutput& output, double inputSquares, double outputSquares,
                        const StatisticLoops& loops) {
    const std::size_t n = countOf(output);
    if (n == output.ranks.size())
        return correlation(productOf(input.ranks, output.ranks, n, loops), inputSquares * outputSquares);
    const Ranks among = ranksAmong(input.ranks, output.binned->values);
    return correlation(productOf(among, output.ranks, n, loops), productOf(among, among, n, loops) * outputSquares);
}

/// Products of the columns' exact ranks with themselves, inputs first: once for all pairs. 0 where ranks are of bins.
std::vector<double> squaresOf(std::span<const RankedInput> inputs, std::span<const RankedOutput> outputs,
                              const StatisticsWork& work) {
    std::vector<double> squares(inputs.size() + outputs.size());
    const auto square = [&](std::size_t task, std::size_t) {
        const bool isInput = task < inputs.size();
        const std::span<const std::uint32_t> ranks = isInput ? inputs[task].ranks : outputs[task - inputs.size()].ranks;
        if (!ranks.empty())
            squares[task] =
                productOf(ranks, ranks, isInput ? ranks.size() : countOf(outputs[task - inputs.size()]), work.loops());
    };
    runTasks(squares.size(), threadCount(work.threads, squares.size()), work.stop, square, work.progress);
    return squares;
}

} // namespace

InfluenceTable influencesOf(std::span<const RankedInput> inputs, std::span<const std::span<const double>> columns,
                            std::span<const RankedOutput> outputs, const StatisticsWork& work) {
    GroupSums sums = sumGroups(inputs, columns, outputs, work);
    InfluenceTable table{{inputs.size(), std::vector<Influence>(outputs.size())}, std::move(sums.quantiles)};
    std::vector<double> spreads; // per output ranked by bins
    for (const RankedOutput& output : outputs)
        spreads.push_back(output.ranks.empty() ? spreadOfRanks(*output.binned) : 0);
    const std::vector<double> squares = squaresOf(inputs, outputs, work);
    const std::size_t tasks = work.stop.stop_requested() ? 0 : inputs.size() * outputs.size();
    const auto bringTogether = [&](std::size_t task, std::size_t) {
        const std::size_t i = task / outputs.size(), o = task % outputs.size();
        const BinnedColumn& column = *outputs[o].binned;
        const Moments& moments = column.moments;
        const GroupCounts& kept = sums.kept[i][o];
        Influence& influence = table.influences[i][o];
        influence.low = conditionalMean(sums.values[i][o], kept, moments, lowWindow);
        influence.high = conditionalMean(sums.values[i][o], kept, moments, highWindow);
        if (!(moments.sd > 0))
            return;
        influence.firstOrder = firstOrderIndex(sums.values[i][o], kept, static_cast<double>(moments.count));
        influence.rankCorrelation =
            inputs[i].ranks.empty()
                ? binnedCorrelation(sums.ranks[i][o], kept, static_cast<double>(moments.count), spreads[o])
                : exactCorrelation(inputs[i], outputs[o], squares[i], squares[inputs.size() + o], work.loops());
    };
    runTasks(tasks, threadCount(work.threads, tasks), work.stop, bringTogether, work.progress);
    return table;
}

} // namespace assay

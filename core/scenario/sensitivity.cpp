// Rank correlation and conditional means by walking the samples in the input's order.
#include "core/scenario/sensitivity.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace assay {
namespace {

constexpr double windowShare = 0.02; ///< of the samples, around the input's P5 and P95

/// Pearson's correlation of two columns of ranks with mean (n + 1) / 2.
double rankCorrelation(std::span<const double> a, std::span<const double> b, double n) {
    const double middle = 0.5 * (n + 1);
    double ab = 0, aa = 0, bb = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double x = a[i] - middle, y = b[i] - middle;
        if (!(x == x && y == y))
            continue;
        ab += x * y;
        aa += x * x;
        bb += y * y;
    }
    return aa > 0 && bb > 0 ? std::clamp(ab / std::sqrt(aa * bb), -1.0, 1.0) : 0.0;
}

/// The output's samples in the input's order.
std::vector<double> outputInOrder(const RankedColumn& input, const RankedColumn& output) {
    std::vector<double> sorted;
    sorted.reserve(output.order.size());
    for (const std::uint32_t sample : input.order)
        if (output.values[sample] == output.values[sample])
            sorted.push_back(output.values[sample]);
    return sorted;
}

double meanOf(std::span<const double> values) {
    double sum = 0;
    for (const double value : values)
        sum += value - values.front();
    return values.front() + sum / static_cast<double>(values.size());
}

double meanAround(std::span<const double> sorted, double q) {
    const auto n = static_cast<double>(sorted.size());
    const auto first = static_cast<std::size_t>(std::max(0.0, std::floor((q - 0.5 * windowShare) * n)));
    const auto last = static_cast<std::size_t>(std::min(n, std::ceil((q + 0.5 * windowShare) * n)));
    return meanOf(sorted.subspan(first, std::max<std::size_t>(last - first, 1)));
}

double firstOrderIndex(std::span<const double> sorted) {
    const auto n = static_cast<double>(sorted.size());
    const auto wanted = static_cast<std::size_t>(std::sqrt(n) / 2);
    const std::size_t bins = std::min<std::size_t>(std::bit_floor(wanted), 128);
    if (bins < 2)
        return 0;
    const double mean = meanOf(sorted);
    double between = 0, total = 0;
    for (std::size_t bin = 0; bin < bins; ++bin) {
        const std::size_t first = bin * sorted.size() / bins, last = (bin + 1) * sorted.size() / bins;
        double sum = 0;
        for (std::size_t i = first; i < last; ++i) {
            const double distance = sorted[i] - mean;
            sum += distance;
            total += distance * distance;
        }
        between += sum * sum / static_cast<double>(last - first);
    }
    if (!(total > 0))
        return 0;
    const double raw = between / total;
    const double corrected = 1 - (1 - raw) * (n - 1) / (n - static_cast<double>(bins));
    return std::clamp(corrected, 0.0, 1.0);
}

} // namespace

RankedColumn rankColumn(std::span<const double> values) {
    RankedColumn column{values, sortedOrder(values), {}};
    column.ranks = midRanks(values, column.order, values);
    return column;
}

Influence influenceOf(const RankedColumn& input, const RankedColumn& output) {
    if (output.order.empty())
        return {};
    const bool allCount = output.order.size() == input.order.size();
    const std::vector<double> fewer =
        allCount ? std::vector<double>() : midRanks(input.values, input.order, output.values);
    const std::vector<double> sorted = outputInOrder(input, output);
    Influence influence;
    influence.rankCorrelation =
        rankCorrelation(allCount ? input.ranks : fewer, output.ranks, static_cast<double>(sorted.size()));
    influence.firstOrder = firstOrderIndex(sorted);
    influence.low = meanAround(sorted, 0.05);
    influence.high = meanAround(sorted, 0.95);
    return influence;
}

} // namespace assay

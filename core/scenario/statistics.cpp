// Moments, percentiles, histograms.
#include "core/scenario/statistics.h"

#include "core/dist/elementary.h"
#include "core/dist/uniforms.h"

#include <algorithm>
#include <cmath>

namespace assay {
namespace {

constexpr std::size_t bins = 60;

/// Sum of f(value) over the values that are no NaN: block sums in index order, then over the blocks in order.
template <class F>
double blockSum(std::span<const double> values, F f) {
    double total = 0;
    for (std::size_t first = 0; first < values.size(); first += blockSize) {
        const std::size_t last = std::min(first + blockSize, values.size());
        double sum = 0;
        for (std::size_t i = first; i < last; ++i)
            sum += values[i] == values[i] ? f(values[i]) : 0.0;
        total += sum;
    }
    return total;
}

std::vector<double> evenEdges(std::span<const double> ascending) {
    const double low = percentile(ascending, 0.005), high = percentile(ascending, 0.995);
    std::vector<double> edges{ascending.front()};
    for (std::size_t i = 0; i <= bins - 2; ++i)
        edges.push_back(low + (high - low) * static_cast<double>(i) / static_cast<double>(bins - 2));
    edges.push_back(ascending.back());
    return edges;
}

std::vector<double> ratioEdges(std::span<const double> ascending) {
    const double low = elementary::log(ascending.front()), high = elementary::log(ascending.back());
    std::vector<double> edges{ascending.front()};
    for (std::size_t i = 1; i < bins; ++i)
        edges.push_back(elementary::exp(low + (high - low) * static_cast<double>(i) / static_cast<double>(bins)));
    edges.push_back(ascending.back());
    return edges;
}

} // namespace

Moments momentsOf(std::span<const double> values) {
    Moments moments;
    moments.least = elementary::infinity;
    moments.most = -elementary::infinity;
    for (const double value : values) {
        if (!(value == value))
            continue;
        ++moments.count;
        moments.least = std::min(moments.least, value);
        moments.most = std::max(moments.most, value);
    }
    if (moments.count == 0)
        return Moments{};
    const auto n = static_cast<double>(moments.count);
    const double pivot = moments.least; // against cancellation: equal samples have their own value as mean, sd 0
    moments.mean = pivot + blockSum(values, [pivot](double v) { return v - pivot; }) / n;
    const double mean = moments.mean;
    const double squares = blockSum(values, [mean](double v) { return (v - mean) * (v - mean); });
    moments.sd = moments.count > 1 ? std::sqrt(squares / (n - 1)) : 0;
    return moments;
}

double percentile(std::span<const double> ascending, double q) {
    if (ascending.empty())
        return 0;
    const double position = q * static_cast<double>(ascending.size() - 1);
    const double below = std::floor(position), part = position - below;
    const auto index = static_cast<std::size_t>(below);
    const double low = ascending[index], high = ascending[std::min(index + 1, ascending.size() - 1)];
    return part < 0.5 ? low + (high - low) * part : high - (high - low) * (1 - part);
}

std::vector<double> ascendingValues(std::span<const double> values) {
    std::vector<double> kept;
    kept.reserve(values.size());
    std::copy_if(values.begin(), values.end(), std::back_inserter(kept), [](double v) { return v == v; });
    std::sort(kept.begin(), kept.end());
    return kept;
}

Histogram histogramOf(std::span<const double> ascending) {
    if (ascending.empty())
        return {};
    if (ascending.front() == ascending.back())
        return {{ascending.front(), ascending.back()}, {ascending.size()}};
    const bool wide = ascending.front() > 0 && percentile(ascending, 0.95) > 100 * percentile(ascending, 0.05);
    std::vector<double> edges = wide ? ratioEdges(ascending) : evenEdges(ascending);
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    Histogram histogram{std::move(edges), {}};
    auto from = ascending.begin();
    for (std::size_t i = 1; i < histogram.edges.size(); ++i) { // a bin holds its lower edge; the last one both
        const bool last = i + 1 == histogram.edges.size();
        const auto to = last ? ascending.end() : std::lower_bound(from, ascending.end(), histogram.edges[i]);
        histogram.counts.push_back(static_cast<std::uint64_t>(to - from));
        from = to;
    }
    return histogram;
}

double canonical(double value) { return std::isfinite(value) ? value + 0.0 : elementary::notANumber; }

} // namespace assay

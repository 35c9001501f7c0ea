// Moments and percentiles.
#include "core/scenario/statistics.h"

#include "core/dist/elementary.h"
#include "core/dist/uniforms.h"

#include <algorithm>
#include <cmath>

namespace assay {
namespace {

constexpr double shrink = 0x1p-600; ///< squares of what is left do not overflow

/// Moments of huge values, whose squares overflow, by way of smaller ones.
Moments momentsOfHuge(std::span<const double> values) {
    std::vector<double> smaller(values.begin(), values.end());
    for (double& value : smaller)
        value *= shrink;
    Moments moments = momentsOf(smaller);
    for (double* value : {&moments.mean, &moments.sd, &moments.least, &moments.most})
        *value = std::min(*value / shrink, std::numeric_limits<double>::max());
    return moments;
}

} // namespace

LaneSums noSums() {
    LaneSums sums{};
    std::fill(std::begin(sums.least), std::end(sums.least), elementary::infinity);
    std::fill(std::begin(sums.most), std::end(sums.most), -elementary::infinity);
    return sums;
}

Moments momentsOf(std::span<const double> values, std::span<const LaneSums> chunks, double pivot) {
    Moments moments{0, 0, 0, elementary::infinity, -elementary::infinity};
    double sum = 0, squares = 0;
    for (const LaneSums& chunk : chunks) {
        double chunkSum = 0, chunkSquares = 0;
        for (std::size_t lane = 0; lane < laneCount; ++lane) {
            chunkSum += chunk.sum[lane];
            chunkSquares += chunk.squares[lane];
            moments.least = std::min(moments.least, chunk.least[lane]);
            moments.most = std::max(moments.most, chunk.most[lane]);
            moments.count += chunk.count[lane];
        }
        sum += chunkSum;
        squares += chunkSquares;
    }
    if (moments.count == 0)
        return Moments{};
    const auto n = static_cast<double>(moments.count);
    if (!std::isfinite(squares) || !std::isfinite(sum))
        return momentsOfHuge(values);
    moments.mean = std::clamp(pivot + sum / n, moments.least, moments.most);
    const bool varies = moments.least < moments.most;
    moments.sd = varies ? std::sqrt(std::max(squares - sum * (sum / n), 0.0) / (n - 1)) : 0;
    return moments;
}

Moments momentsOf(std::span<const double> values) {
    const double pivot = pivotOf(pilotOf(values));
    std::vector<LaneSums> chunks;
    for (std::size_t first = 0; first < values.size(); first += sumChunk) {
        chunks.push_back(noSums());
        baselineStatisticLoops.addSums(values.data() + first, std::min(sumChunk, values.size() - first), pivot,
                                       chunks.back());
    }
    return momentsOf(values, chunks, pivot);
}

std::vector<double> pilotOf(std::span<const double> values) {
    std::vector<double> pilot;
    for (std::size_t first = 0; first < values.size() && pilot.empty(); first += blockSize) {
        const auto block = values.subspan(first, std::min(blockSize, values.size() - first));
        std::copy_if(block.begin(), block.end(), std::back_inserter(pilot), [](double v) { return v == v; });
    }
    return pilot;
}

double pivotOf(std::span<const double> pilot) {
    if (pilot.empty())
        return 0;
    double sum = 0;
    for (const double value : pilot)
        sum += (value - pilot.front()) / static_cast<double>(pilot.size());
    return std::isfinite(sum) ? pilot.front() + sum : pilot.front();
}

Position positionOf(double q, std::size_t n) {
    const double position = n > 0 ? q * static_cast<double>(n - 1) : 0;
    const double below = std::floor(position);
    const auto index = static_cast<std::size_t>(below);
    return {index, std::min(index + 1, n > 0 ? n - 1 : 0), position - below};
}

double between(double low, double high, double part) {
    return part < 0.5 ? low + (high - low) * part : high - (high - low) * (1 - part);
}

double percentile(std::span<const double> ascending, double q) {
    if (ascending.empty())
        return 0;
    const Position position = positionOf(q, ascending.size());
    return between(ascending[position.low], ascending[position.high], position.part);
}

Quantiles quantilesOf(std::vector<double> values) {
    Quantiles q;
    if (values.empty())
        return q;
    auto done = values.begin();
    const auto at = [&](double share) {
        const Position place = positionOf(share, values.size());
        const auto low = values.begin() + static_cast<std::ptrdiff_t>(place.low);
        std::nth_element(done, low, values.end());
        done = low;
        const double high = place.high > place.low ? *std::min_element(low + 1, values.end()) : *low;
        return between(*low, high, place.part);
    };
    q.p5 = at(0.05);
    q.p25 = at(0.25);
    q.p50 = at(0.5);
    q.p75 = at(0.75);
    q.p95 = at(0.95);
    return q;
}

double canonical(double value) { return std::isfinite(value) ? value + 0.0 : elementary::notANumber; }

} // namespace assay

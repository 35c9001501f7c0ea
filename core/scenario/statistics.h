// Statistics of a column: sums in a fixed order and order statistics, never a smoothed curve. NaN samples are left out.
#pragma once

#include "core/scenario/run.h"
#include "core/scenario/statistic_loops.h"

#include <cstdint>
#include <span>

namespace assay {

struct Moments {
    std::uint64_t count = 0; ///< samples that are no NaN
    double mean = 0;
    double sd = 0; ///< divides by count - 1; 0 for fewer than two samples
    double least = 0;
    double most = 0;
};

/// Sums chunk by chunk in index order, so that no thread count can change them.
Moments momentsOf(std::span<const double> values);

/// Samples summed up together: part of what a sum's bits depend on.
inline constexpr std::size_t sumChunk = 8192;

/// For those who add up the chunks of a column by themselves: where to begin, and what to do with the sums in the end.
LaneSums noSums();
Moments momentsOf(std::span<const double> values, std::span<const LaneSums> chunks, double pivot);

/// The values that are no NaN of the first block of 1024 that has any: what is known of a column before looking at it.
std::vector<double> pilotOf(std::span<const double> values);

/// Against cancellation: sums are of distances from the mean of the pilot. Equal values are their own pivot, exactly.
double pivotOf(std::span<const double> pilot);

/// Quantile q of n ascending samples by linear interpolation of order statistics (NumPy's default).
struct Position {
    std::size_t low = 0, high = 0; ///< the samples before and after
    double part = 0;               ///< 0 at low, 1 at high
};
Position positionOf(double q, std::size_t n);
double between(double low, double high, double part);

/// 0 when empty.
double percentile(std::span<const double> ascending, double q);

/// The five that every picture shows.
struct Quantiles {
    double p5 = 0, p25 = 0, p50 = 0, p75 = 0, p95 = 0;
};
/// Of values in any order without a NaN, by selection: they are partly put in order. All 0 when there are none.
Quantiles quantilesOf(std::vector<double> values);

/// NaN for what is not finite; -0 becomes 0. What samples look like before anything is computed from them.
double canonical(double value);

} // namespace assay

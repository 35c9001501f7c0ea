// Statistics of a column: sums in a fixed order and order statistics, never a smoothed curve. NaN samples are left out.
#pragma once

#include "core/scenario/run.h"

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

/// Sums block by block in index order, so that no thread count can change them.
Moments momentsOf(std::span<const double> values);

/// Quantile q of an ascending sample: linear interpolation of order statistics (NumPy's default). 0 when empty.
double percentile(std::span<const double> ascending, double q);

/// The samples that are no NaN, ascending.
std::vector<double> ascendingValues(std::span<const double> values);

/// 60 bins over all of the sample. Equal widths between P0.5 and P99.5 with one bin for each tail; equal ratios from
/// the least to the most when all values are positive and P95 > 100 P5. One bin when all values are equal.
Histogram histogramOf(std::span<const double> ascending);

/// NaN for what is not finite; -0 becomes 0. What samples look like before anything is computed from them.
double canonical(double value);

} // namespace assay

// What an input does to an output, from the samples of a run alone. Knows no model.
#pragma once

#include "core/scenario/order.h"

#include <span>

namespace assay {

/// A column with its order; `ranks` are those among all samples.
struct RankedColumn {
    std::span<const double> values;
    Order order;
    std::vector<double> ranks;
};

RankedColumn rankColumn(std::span<const double> values);

struct Influence {
    double rankCorrelation = 0; ///< Spearman with mid-ranks; 0 when one of them does not vary
    double firstOrder = 0;      ///< variance of the conditional means over bins of equal count, over the whole variance
    double low = 0;             ///< mean of the output over the 2 % of samples around the input's P5 / P95
    double high = 0;
};

/// Samples where the output is NaN are left out. The first-order index is bias-corrected (epsilon squared, Kelley 1935)
/// and never below 0; its bins: half the square root of the sample count, rounded down to a power of two, at most 128.
Influence influenceOf(const RankedColumn& input, const RankedColumn& output);

} // namespace assay

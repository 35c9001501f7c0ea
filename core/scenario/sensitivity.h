// What inputs do to outputs, from the samples of a run alone: samples are put in 128 groups by the rank of an input,
// and the outputs summed up in each. Knows no model.
#pragma once

#include "core/dist/uniforms.h"
#include "core/scenario/binned_column.h"
#include "core/scenario/order.h"

#include <optional>
#include <span>

namespace assay {

/// How an input's samples are ranked: by exact ranks or one of the others. Groups go by uniforms where there are any.
struct RankedInput {
    std::optional<Uniforms> uniforms;     ///< the value's own Sobol uniform is its rank; the value rises with it
    const BinnedColumn* binned = nullptr; ///< all values of a bin share the mean of their ranks
    std::span<const std::uint32_t> ranks; ///< as rankColumn gives them
    bool needsQuantiles = true;           ///< false: the table's quantiles may leave it out
};

struct RankedOutput {
    const BinnedColumn* binned = nullptr; ///< its values and moments
    std::span<const std::uint32_t> ranks; ///< as rankColumn gives them; empty: those of the bins
};

struct Influence {
    double rankCorrelation = 0; ///< Spearman; 0 when one of them does not vary
    double firstOrder = 0;      ///< variance of the conditional means over groups, over the whole variance
    double low = 0;             ///< mean of the output over some 2 % of the samples, around the input's P5 / P95
    double high = 0;
};

struct InfluenceTable {
    std::vector<std::vector<Influence>> influences; ///< [input][output]
    std::vector<OrderStatistics> quantiles; ///< [input]: the samples around P5, P50 and P95, two each; empty unless
                                            ///< ranked by uniforms and needed
};

/// inputs and `columns` (their values) go together; all columns have one length. Samples where an output is NaN are
/// left out of what is said of it. Exact ranks give the exact rank correlation, the others one within some 1e-4 of it.
/// First-order indices are bias-corrected (epsilon squared, Kelley 1935) and never below 0; they rest on at most
/// sqrt(n) / 2 groups. Unfinished when stop is requested.
InfluenceTable influencesOf(std::span<const RankedInput> inputs, std::span<const std::span<const double>> columns,
                            std::span<const RankedOutput> outputs, const StatisticsWork& work);

} // namespace assay

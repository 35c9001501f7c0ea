// Gaussian copula: gives columns of uniforms a wished rank correlation. Acts on the uniforms, never by reordering
// finished samples, and takes columns in order, so that a newcomer at the end leaves the earlier ones alone.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace assay {

/// A rank correlation that was not to be had together with the others.
struct RankChange {
    std::size_t first = 0, second = 0; ///< row and column
    double asked = 0, used = 0;
};

/// Lower-triangular factor L of a correlation matrix, row by row.
struct Copula {
    std::size_t size = 0;
    std::vector<double> factor;              ///< size * size
    std::optional<RankChange> largestChange; ///< none: the ranks are as asked for
};

/// ranks: Spearman correlations, a symmetric size * size matrix with 1 on the diagonal. Where no normal variables have
/// them the nearest ones that some have are taken.
Copula makeCopula(std::span<const double> ranks, std::size_t size);

/// Correlates the first count values of the columns in place.
void correlate(const Copula& copula, std::span<double* const> columns, std::size_t count);

} // namespace assay

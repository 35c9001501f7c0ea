// z = normal quantile(u), z' = L z, u' = normal cdf(z').
#include "core/dist/copula.h"

#include "core/dist/elementary.h"
#include "core/dist/nearest_correlation.h"
#include "core/dist/special.h"

#include <algorithm>
#include <cmath>

namespace assay {
namespace {

double normalQuantile(double u) { return u <= 0.5 ? normalQuantileLower(u) : -normalQuantileLower(1 - u); }

/// Pearson's correlations of the normals behind rank correlations (Pearson 1907).
std::vector<double> normalCorrelations(std::span<const double> ranks, std::size_t size) {
    std::vector<double> correlations(size * size);
    for (std::size_t i = 0; i < size; ++i)
        for (std::size_t j = 0; j < size; ++j)
            correlations[i * size + j] = i == j ? 1.0 : 2 * elementary::sin(elementary::pi * ranks[i * size + j] / 6);
    return correlations;
}

/// Cholesky's factor; none when the matrix is no correlation matrix.
std::optional<std::vector<double>> factorOf(std::span<const double> correlations, std::size_t size) {
    constexpr double singular = 1e-12; // ranks of +-1 leave nothing on the diagonal
    std::vector<double> l(size * size);
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            double rest = correlations[i * size + j];
            for (std::size_t k = 0; k < j; ++k)
                rest -= l[i * size + k] * l[j * size + k];
            if (i == j) {
                if (rest < -1e-9)
                    return std::nullopt;
                l[i * size + i] = rest > singular ? std::sqrt(rest) : 0;
            } else if (l[j * size + j] > 0) {
                l[i * size + j] = rest / l[j * size + j];
            } else if (std::abs(rest) > 1e-6) {
                return std::nullopt;
            }
        }
    }
    return l;
}

/// The nearest correlation matrix lies on the edge of the possible; this far inside it has a factor.
std::vector<double> nearestPossible(std::span<const double> correlations, std::size_t size) {
    constexpr double inside = 1 - 1e-8;
    std::vector<double> nearest = nearestCorrelation(correlations, size);
    for (std::size_t i = 0; i < size; ++i)
        for (std::size_t j = 0; j < size; ++j)
            nearest[i * size + j] *= i == j ? 1.0 : inside;
    return nearest;
}

RankChange largestChange(std::span<const double> ranks, std::span<const double> used, std::size_t size) {
    RankChange largest;
    for (std::size_t i = 0; i < size; ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const double now = 6 / elementary::pi * std::asin(used[i * size + j] / 2); // only to be read
            if (std::abs(now - ranks[i * size + j]) > std::abs(largest.used - largest.asked))
                largest = {j, i, ranks[i * size + j], now};
        }
    return largest;
}

} // namespace

Copula makeCopula(std::span<const double> ranks, std::size_t size) {
    const std::vector<double> asked = normalCorrelations(ranks, size);
    if (std::optional<std::vector<double>> factor = factorOf(asked, size))
        return {size, std::move(*factor), std::nullopt};
    const std::vector<double> used = nearestPossible(asked, size);
    return {size, factorOf(used, size).value(), largestChange(ranks, used, size)};
}

void correlate(const Copula& copula, std::span<double* const> columns, std::size_t count) {
    std::vector<double> z(copula.size);
    for (std::size_t sample = 0; sample < count; ++sample) {
        for (std::size_t i = 0; i < copula.size; ++i)
            z[i] = normalQuantile(columns[i][sample]);
        for (std::size_t i = 1; i < copula.size; ++i) { // the first one stays as it is
            double sum = 0;
            for (std::size_t k = 0; k <= i; ++k)
                sum += copula.factor[i * copula.size + k] * z[k];
            columns[i][sample] = std::clamp(normalCdf(sum), 0x1p-53, 1 - 0x1p-53);
        }
    }
}

} // namespace assay

// z = normal quantile(u), z' = L z, u' = normal cdf(z').
#include "core/dist/copula.h"

#include "core/dist/elementary.h"
#include "core/dist/special.h"

#include <algorithm>
#include <cmath>

namespace assay {
namespace {

double normalQuantile(double u) { return u <= 0.5 ? normalQuantileLower(u) : -normalQuantileLower(1 - u); }

} // namespace

std::optional<Copula> makeCopula(std::span<const double> ranks, std::size_t size) {
    constexpr double singular = 1e-12; // ranks of +-1 leave nothing on the diagonal
    Copula copula{size, std::vector<double>(size * size)};
    std::vector<double>& l = copula.factor;
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            // Pearson's correlation of the normals behind a rank correlation (Pearson 1907)
            double rest = i == j ? 1.0 : 2 * elementary::sin(elementary::pi * ranks[i * size + j] / 6);
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
    return copula;
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

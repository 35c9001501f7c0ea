// Newton's method on the dual problem (Qi and Sun, SIAM J. Matrix Anal. Appl. 28, 360, 2006): which y makes the
// diagonal of the positive part of matrix + diag(y) all ones. Eigenvalues by cyclic Jacobi rotations (Golub and Van
// Loan, 8.5), begun from the vectors of the step before, which are nearly right.
#include "core/dist/nearest_correlation.h"

#include <algorithm>
#include <cmath>

namespace assay {
namespace {

using Vector = std::vector<double>;

constexpr double closeEnough = 1e-10; ///< of the diagonal from one
constexpr int mostSteps = 60;         ///< Newton's; five to eight do for correlations typed by people
constexpr int mostSweeps = 40;

double dot(const double* a, const double* b, std::size_t n) {
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i)
        sum += a[i] * b[i];
    return sum;
}

/// A symmetric matrix as eigenvalues and eigenvectors; vector k is row k.
struct Spectrum {
    std::size_t size = 0;
    Vector values;
    Vector vectors;
};

/// Rotates rows p and q, and for a matrix on both sides its columns too.
void rotateRows(Vector& m, std::size_t n, std::size_t p, std::size_t q, double c, double s) {
    for (std::size_t k = 0; k < n; ++k) {
        const double x = m[p * n + k], y = m[q * n + k];
        m[p * n + k] = c * x - s * y;
        m[q * n + k] = s * x + c * y;
    }
}

void rotateColumns(Vector& m, std::size_t n, std::size_t p, std::size_t q, double c, double s) {
    for (std::size_t k = 0; k < n; ++k) {
        const double x = m[k * n + p], y = m[k * n + q];
        m[k * n + p] = c * x - s * y;
        m[k * n + q] = s * x + c * y;
    }
}

/// vectors * matrix * vectors', which rotations then make diagonal.
Vector seenFrom(const Vector& vectors, const Vector& matrix, std::size_t n) {
    Vector half(n * n), whole(n * n);
    for (std::size_t k = 0; k < n; ++k)
        for (std::size_t j = 0; j < n; ++j) // the matrix is symmetric: its row j is its column j
            half[k * n + j] = dot(&vectors[k * n], &matrix[j * n], n);
    for (std::size_t k = 0; k < n; ++k)
        for (std::size_t l = 0; l <= k; ++l)
            whole[k * n + l] = whole[l * n + k] = dot(&half[k * n], &vectors[l * n], n);
    return whole;
}

Spectrum spectrumOf(const Vector& matrix, Spectrum near) {
    const std::size_t n = near.size;
    Vector rest = seenFrom(near.vectors, matrix, n);
    for (int sweep = 0; sweep < mostSweeps; ++sweep) {
        double off = 0;
        for (std::size_t p = 0; p < n; ++p)
            for (std::size_t q = 0; q < p; ++q)
                off = std::max(off, std::abs(rest[p * n + q]));
        if (off <= 1e-14)
            break;
        for (std::size_t p = 0; p < n; ++p)
            for (std::size_t q = p + 1; q < n; ++q) {
                const double apart = rest[p * n + q];
                if (std::abs(apart) <= 1e-15)
                    continue;
                const double theta = (rest[q * n + q] - rest[p * n + p]) / (2 * apart);
                const double t = (theta < 0 ? -1 : 1) / (std::abs(theta) + std::sqrt(theta * theta + 1));
                const double c = 1 / std::sqrt(t * t + 1), s = t * c;
                rotateRows(rest, n, p, q, c, s);
                rotateColumns(rest, n, p, q, c, s);
                rotateRows(near.vectors, n, p, q, c, s);
            }
    }
    for (std::size_t k = 0; k < n; ++k)
        near.values[k] = rest[k * n + k];
    return near;
}

Spectrum identity(std::size_t n) {
    Spectrum spectrum{n, Vector(n, 1.0), Vector(n * n)};
    for (std::size_t k = 0; k < n; ++k)
        spectrum.vectors[k * n + k] = 1;
    return spectrum;
}

/// The diagonal of the positive part, less one.
Vector missOf(const Spectrum& s) {
    Vector miss(s.size, -1.0);
    for (std::size_t k = 0; k < s.size; ++k)
        for (std::size_t i = 0; i < s.size && s.values[k] > 0; ++i)
            miss[i] += s.values[k] * s.vectors[k * s.size + i] * s.vectors[k * s.size + i];
    return miss;
}

/// What Newton's method makes least: its slope in y is the miss.
double dualOf(const Spectrum& s, const Vector& y) {
    double value = 0;
    for (std::size_t i = 0; i < s.size; ++i)
        value += 0.5 * std::max(s.values[i], 0.0) * std::max(s.values[i], 0.0) - y[i];
    return value;
}

/// How fast eigenvectors k and l pass a change on to the positive part.
double passedOn(double k, double l) {
    if (k > 0 && l > 0)
        return 1;
    if (k <= 0 && l <= 0)
        return 0;
    return std::max(k, l) / std::abs(k - l);
}

/// The change of the miss for a change h of y.
Vector slopeAlong(const Spectrum& s, const Vector& h) {
    const std::size_t n = s.size;
    Vector weighted(s.vectors), inner(n * n), result(n);
    for (std::size_t k = 0; k < n; ++k)
        for (std::size_t i = 0; i < n; ++i)
            weighted[k * n + i] *= h[i];
    for (std::size_t k = 0; k < n; ++k)
        for (std::size_t l = 0; l <= k; ++l) {
            const double passed = passedOn(s.values[k], s.values[l]);
            const double value = passed > 0 ? passed * dot(&weighted[k * n], &s.vectors[l * n], n) : 0;
            inner[k * n + l] = inner[l * n + k] = value;
        }
    Vector row(n);
    for (std::size_t k = 0; k < n; ++k) {
        std::fill(row.begin(), row.end(), 0.0);
        for (std::size_t l = 0; l < n; ++l)
            for (std::size_t i = 0; i < n; ++i)
                row[i] += inner[k * n + l] * s.vectors[l * n + i];
        for (std::size_t i = 0; i < n; ++i)
            result[i] += row[i] * s.vectors[k * n + i];
    }
    return result;
}

/// Where to go: conjugate gradients on the slope, a little of the identity added so that there is one way.
Vector directionFor(const Spectrum& s, const Vector& miss) {
    const std::size_t n = s.size;
    Vector direction(n), rest(n), along(n);
    for (std::size_t i = 0; i < n; ++i)
        along[i] = rest[i] = -miss[i];
    double size = dot(rest.data(), rest.data(), n);
    const double small = 1e-4 * size; // a hundredth of the miss: Newton's next step mends it
    for (std::size_t step = 0; step < 2 * n && size > small; ++step) {
        Vector passed = slopeAlong(s, along);
        for (std::size_t i = 0; i < n; ++i)
            passed[i] += 1e-12 * along[i];
        const double far = size / dot(along.data(), passed.data(), n);
        for (std::size_t i = 0; i < n; ++i) {
            direction[i] += far * along[i];
            rest[i] -= far * passed[i];
        }
        const double next = dot(rest.data(), rest.data(), n);
        for (std::size_t i = 0; i < n; ++i)
            along[i] = rest[i] + next / size * along[i];
        size = next;
    }
    return direction;
}

Vector withDiagonal(std::span<const double> matrix, const Vector& y) {
    Vector sum(matrix.begin(), matrix.end());
    for (std::size_t i = 0; i < y.size(); ++i)
        sum[i * y.size() + i] += y[i];
    return sum;
}

/// The positive part with its diagonal, which is one already but for closeEnough, made exactly so.
Vector positivePart(const Spectrum& s) {
    const std::size_t n = s.size;
    Vector sum(n * n);
    for (std::size_t k = 0; k < n; ++k)
        for (std::size_t i = 0; i < n && s.values[k] > 0; ++i)
            for (std::size_t j = 0; j < n; ++j)
                sum[i * n + j] += s.values[k] * s.vectors[k * n + i] * s.vectors[k * n + j];
    Vector scaled(n * n, 1.0);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < i; ++j)
            scaled[i * n + j] = scaled[j * n + i] =
                std::clamp(sum[i * n + j] / std::sqrt(sum[i * n + i] * sum[j * n + j]), -1.0, 1.0);
    return scaled;
}

} // namespace

std::vector<double> nearestCorrelation(std::span<const double> matrix, std::size_t size) {
    Vector y(size);
    Spectrum spectrum = spectrumOf(withDiagonal(matrix, y), identity(size));
    for (int step = 0; step < mostSteps; ++step) {
        const Vector miss = missOf(spectrum);
        if (std::all_of(miss.begin(), miss.end(), [](double m) { return std::abs(m) <= closeEnough; }))
            break;
        const Vector direction = directionFor(spectrum, miss);
        const double here = dualOf(spectrum, y), slope = dot(miss.data(), direction.data(), size);
        double part = 1;
        for (int halving = 0; halving < 30; ++halving, part *= 0.5) { // Armijo's rule
            Vector next(y);
            for (std::size_t i = 0; i < size; ++i)
                next[i] += part * direction[i];
            spectrum = spectrumOf(withDiagonal(matrix, next), std::move(spectrum));
            if (dualOf(spectrum, next) <= here + 1e-4 * part * slope + 1e-14 * std::abs(here)) {
                y = std::move(next);
                break;
            }
        }
    }
    return positivePart(spectrum);
}

} // namespace assay

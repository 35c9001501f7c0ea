// Gamma, normal and beta functions: classic expansions, each with its source. Knows no Distribution.
#include "core/dist/special.h"

#include "core/dist/elementary.h"

#include <array>
#include <cmath>
#include <span>

namespace assay {
namespace {

using elementary::exp;
using elementary::log;

constexpr double logSqrtTwoPi = 0.91893853320467274178;
constexpr double inverseSqrtTwoPi = 0.39894228040143267794;

double polynomial(std::span<const double> coefficients, double x) {
    double sum = 0;
    for (std::size_t i = coefficients.size(); i-- > 0;)
        sum = sum * x + coefficients[i];
    return sum;
}

// Wichura, algorithm AS 241 (PPND16), Applied Statistics 37 (1988) 477-484: about 1e-16 relative.
constexpr std::array centralTop{3.3871328727963666080e0,  1.3314166789178437745e+2, 1.9715909503065514427e+3,
                                1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
                                3.3430575583588128105e+4, 2.5090809287301226727e+3};
constexpr std::array centralBottom{1.0,
                                   4.2313330701600911252e+1,
                                   6.8718700749205790830e+2,
                                   5.3941960214247511077e+3,
                                   2.1213794301586595867e+4,
                                   3.9307895800092710610e+4,
                                   2.8729085735721942674e+4,
                                   5.2264952788528545610e+3};
constexpr std::array middleTop{1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
                               3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
                               2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr std::array middleBottom{1.0,
                                  2.05319162663775882187e0,
                                  1.67638483018380384940e0,
                                  6.89767334985100004550e-1,
                                  1.48103976427480074590e-1,
                                  1.51986665636164571966e-2,
                                  5.47593808499534494600e-4,
                                  1.05075007164441684324e-9};
constexpr std::array farTop{6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
                            2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                            2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr std::array farBottom{1.0,
                               5.99832206555887937690e-1,
                               1.36929880922735805310e-1,
                               1.48753612908506148525e-2,
                               7.86869131145613259100e-4,
                               1.84631831751005468180e-5,
                               1.42151175831644588870e-7,
                               2.04426310338993978564e-15};

/// Continued fraction of the incomplete beta function (Abramowitz and Stegun 26.5.8) by the modified Lentz method.
double betaFraction(double x, double a, double b) {
    constexpr double tiny = 1e-300;
    double c = 1, d = 1 - (a + b) * x / (a + 1);
    d = 1 / (std::abs(d) < tiny ? tiny : d);
    double product = d;
    for (int m = 1; m <= 20000; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        double change = 1;
        for (const double term : {even, odd}) {
            d = 1 + term * d;
            c = 1 + term / c;
            d = 1 / (std::abs(d) < tiny ? tiny : d);
            c = std::abs(c) < tiny ? tiny : c;
            change = d * c;
            product *= change;
        }
        if (std::abs(change - 1) < 1e-16)
            break;
    }
    return product;
}

} // namespace

double logGamma(double x) {
    double shift = 1;
    while (x < 15) {
        shift *= x;
        x += 1;
    }
    const double z = 1 / (x * x); // Stirling's series, Abramowitz and Stegun 6.1.41; the next term is below 1e-17 at 15
    const double series =
        (1.0 / 12
         - z * (1.0 / 360 - z * (1.0 / 1260 - z * (1.0 / 1680 - z * (1.0 / 1188 - z * (691.0 / 360360 - z / 156))))))
        / x;
    return (x - 0.5) * log(x) - x + logSqrtTwoPi + series - log(shift);
}

double normalDensity(double z) { return inverseSqrtTwoPi * exp(-0.5 * z * z); }

double normalCdf(double z) {
    const double size = std::abs(z);
    if (size > 3) { // Laplace's continued fraction, Abramowitz and Stegun 26.2.14
        double fraction = size;
        for (int k = 100; k >= 1; --k)
            fraction = size + k / fraction;
        const double tail = size > 40 ? 0.0 : normalDensity(size) / fraction;
        return z < 0 ? tail : 1 - tail;
    }
    double term = z, sum = z; // Abramowitz and Stegun 26.2.11
    for (int k = 3; std::abs(term) > 1e-18 * std::abs(sum); k += 2) {
        term *= z * z / k;
        sum += term;
    }
    return 0.5 + normalDensity(z) * sum;
}

double normalQuantileLower(double p) {
    const double q = p - 0.5;
    if (q >= -0.425) {
        const double r = 0.180625 - q * q;
        return q * polynomial(centralTop, r) / polynomial(centralBottom, r);
    }
    const double r = std::sqrt(-log(p));
    if (r <= 5)
        return -polynomial(middleTop, r - 1.6) / polynomial(middleBottom, r - 1.6);
    return -polynomial(farTop, r - 5) / polynomial(farBottom, r - 5);
}

BetaShape makeBetaShape(double alpha, double beta) {
    return {alpha, beta, logGamma(alpha) + logGamma(beta) - logGamma(alpha + beta)};
}

BetaShape mirrored(const BetaShape& shape) { return {shape.beta, shape.alpha, shape.logNormaliser}; }

double betaDensity(double x, const BetaShape& shape) {
    if (x <= 0 || x >= 1)
        return 0;
    return exp((shape.alpha - 1) * log(x) + (shape.beta - 1) * log(1 - x) - shape.logNormaliser);
}

double betaCdf(double x, const BetaShape& shape) {
    if (x <= 0 || x >= 1)
        return x <= 0 ? 0 : 1;
    const double a = shape.alpha, b = shape.beta;
    const double front = exp(a * log(x) + b * log(1 - x) - shape.logNormaliser);
    if (x < (a + 1) / (a + b + 2))
        return front * betaFraction(x, a, b) / a;
    return 1 - front * betaFraction(1 - x, b, a) / b;
}

double betaQuantile(double p, const BetaShape& shape, double guess) {
    // Newton's method for ln I(e^w) = ln p, which is concave in w, inside a bracket that always shrinks.
    double low = -745 / (shape.alpha < 1 ? shape.alpha : 1), high = 0, w = log(guess);
    const double target = log(p);
    for (int i = 0; i < 200; ++i) {
        const double x = exp(w), reached = betaCdf(x, shape);
        const double miss = log(reached) - target;
        (miss > 0 ? high : low) = w;
        const double slope = betaDensity(x, shape) * x / reached;
        double next = w - miss / slope;
        if (std::abs(next - w) <= 4e-15 * (1 + std::abs(w))) // before the bracket is asked: w may be one of its ends
            return exp(next);
        if (!(next > low && next < high))
            next = 0.5 * (low + high);
        w = next;
    }
    return exp(w);
}

} // namespace assay

// dx/dt = 1 / f and d2x/dt2 = -f' / f^3 for a density f; the beta distribution by quadrature of f in ln x.
#include "core/dist/quantile_march.h"

#include "core/dist/elementary.h"
#include "core/dist/metalog.h"
#include "core/dist/mixture.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace assay {
namespace {

using elementary::exp;
using elementary::log;

/// x f(x) at x = e^w: the density of ln X.
double logDensity(double w, const BetaShape& shape) {
    return exp(shape.alpha * w + (shape.beta - 1) * log(1 - exp(w)) - shape.logNormaliser);
}

/// Integral of logDensity: Gauss's rule of five points (Abramowitz and Stegun 25.4.30); over a step of a table it is
/// exact to the last digits.
double massBetween(double from, double to, const BetaShape& shape) {
    constexpr std::array nodes{0.9061798459386640, 0.5384693101056831};
    constexpr std::array weights{0.2369268850561891, 0.4786286704993665};
    const double middle = 0.5 * (from + to), half = 0.5 * (to - from);
    double sum = 0.5688888888888889 * logDensity(middle, shape);
    for (std::size_t i = 0; i < nodes.size(); ++i)
        sum += weights[i] * (logDensity(middle - half * nodes[i], shape) + logDensity(middle + half * nodes[i], shape));
    return half * sum;
}

/// Where the integration keeps its digits: ends that are not too steep.
bool isGentle(const Beta& beta) { return beta.alpha >= 0.3 && beta.beta >= 0.3; }

} // namespace

QuantileMarch::QuantileMarch(const Distribution& distribution, TailSide side)
    : m_distribution(distribution),
      m_side(side) {
    if (const auto* beta = std::get_if<Beta>(&distribution.shape)) {
        const BetaShape shape = makeBetaShape(beta->alpha, beta->beta);
        m_beta.shape = side == TailSide::lower ? shape : mirrored(shape);
    } else if (const auto* truncated = std::get_if<Truncated>(&distribution.shape)) {
        m_ends.low = exactCumulative(*truncated->inner, truncated->low);
        m_ends.high = exactCumulative(*truncated->inner, truncated->high);
        m_ends.mass =
            m_ends.low.lower < 0.5 ? m_ends.high.lower - m_ends.low.lower : m_ends.low.upper - m_ends.high.upper;
    }
}

QuantilePoint QuantileMarch::at(double t) {
    if (const auto* beta = std::get_if<Beta>(&m_distribution.shape))
        return betaPoint(*beta, t);
    if (const auto* truncated = std::get_if<Truncated>(&m_distribution.shape))
        return truncatedPoint(*truncated, t);
    if (const auto* mixture = std::get_if<Mixture>(&m_distribution.shape))
        return mixturePoint(*mixture, t);
    if (const auto* metalog = std::get_if<Metalog>(&m_distribution.shape))
        return metalogPoint(*metalog, {t, m_side});
    const double x = exactQuantile(m_distribution, {t, m_side});
    return pointAt(x, exactDensity(m_distribution, x), exactDensitySlope(m_distribution, x));
}

QuantilePoint QuantileMarch::pointAt(double x, double density, double densitySlope) const {
    return {x, (m_side == TailSide::lower ? 1.0 : -1.0) / density, -densitySlope / (density * density * density)};
}

QuantilePoint QuantileMarch::truncatedPoint(const Truncated& truncated, double t) const {
    const double up = m_side == TailSide::lower ? t : 1 - t, down = m_side == TailSide::lower ? 1 - t : t;
    const double below = m_ends.low.lower * down + m_ends.high.lower * up;
    const double above = m_ends.low.upper * down + m_ends.high.upper * up;
    const Tail inner = below < above ? Tail{below, TailSide::lower} : Tail{above, TailSide::upper};
    const double x = std::clamp(exactQuantile(*truncated.inner, inner), truncated.low, truncated.high);
    return pointAt(x, exactDensity(*truncated.inner, x) / m_ends.mass,
                   exactDensitySlope(*truncated.inner, x) / m_ends.mass);
}

QuantilePoint QuantileMarch::mixturePoint(const Mixture& mixture, double t) {
    const std::optional<double> next = nextOfMixture(mixture, t);
    const double x = next ? *next : mixtureQuantile(mixture, {t, m_side});
    m_last = pointAt(x, mixtureDensity(mixture, x), mixtureDensitySlope(mixture, x));
    m_lastT = t;
    return m_last;
}

std::optional<double> QuantileMarch::nextOfMixture(const Mixture& mixture, double t) const {
    constexpr int mostSteps = 4;
    if (m_lastT == 0)
        return std::nullopt;
    const double ahead = t - m_lastT, sign = m_side == TailSide::lower ? 1.0 : -1.0;
    double x = m_last.x + ahead * (m_last.slope + 0.5 * ahead * m_last.bend);
    for (int i = 0; i < mostSteps && std::isfinite(x); ++i) {
        const Cumulative reached = mixtureCumulative(mixture, x);
        const double p = m_side == TailSide::lower ? reached.lower : reached.upper;
        const double step = sign * log(t / p) * p / mixtureDensity(mixture, x);
        x += step;
        if (std::abs(step) <= 1e-9 * std::abs(x)) // its square is beyond the last digit
            return x;
    }
    return std::nullopt;
}

QuantilePoint QuantileMarch::betaPoint(const Beta& beta, double t) {
    constexpr int mostSteps = 8;
    const BetaShape& shape = m_beta.shape;
    double& w = m_beta.logX;
    if (m_beta.reached == 0 || !isGentle(beta)) {
        w = log(betaQuantile(t, shape, m_beta.reached == 0 ? shape.alpha / (shape.alpha + shape.beta) : exp(w)));
    } else {
        // Newton's method for ln P = ln t, nearly straight in w; every step adds what it passes over.
        for (int i = 0; i < mostSteps; ++i) {
            const double step = log(t / m_beta.reached) * m_beta.reached / logDensity(w, shape);
            if (std::abs(step) > 1e-7) // else its square is beyond the last digit
                m_beta.reached += massBetween(w, w + step, shape);
            w += step;
            if (std::abs(step) <= 1e-7)
                break;
        }
    }
    m_beta.reached = t;
    const double x = exp(w), width = beta.high - beta.low;
    const double density = logDensity(w, shape) / x / width;
    const double densitySlope = density * ((shape.alpha - 1) / x - (shape.beta - 1) / (1 - x)) / width;
    const double sign = m_side == TailSide::lower ? 1.0 : -1.0; // x counts from the side's own end
    const double fromEnd = width * x;
    return {m_side == TailSide::lower ? beta.low + fromEnd : beta.high - fromEnd, sign / density,
            -sign * densitySlope / (density * density * density)};
}

} // namespace assay

// One overload a shape for quantile, density and cumulative function; what joins them is at the end.
#include "core/dist/exact.h"

#include "core/dist/elementary.h"
#include "core/dist/metalog.h"
#include "core/dist/mixture.h"
#include "core/dist/special.h"

#include <algorithm>
#include <cmath>

namespace assay {
namespace {

using elementary::exp;
using elementary::log;

double standardNormal(Tail tail) {
    const double z = normalQuantileLower(tail.t);
    return tail.side == TailSide::lower ? z : -z;
}

Cumulative ofStandardNormal(double z) {
    const double small = normalCdf(-std::abs(z));
    return z < 0 ? Cumulative{small, 1 - small} : Cumulative{1 - small, small};
}

Cumulative clamped(double lower) { return {std::clamp(lower, 0.0, 1.0), 1.0 - std::clamp(lower, 0.0, 1.0)}; }

// -- quantiles

double quantileOf(const Fixed& d, Tail) { return d.value; }
double quantileOf(const Normal& d, Tail tail) { return d.mean + d.sd * standardNormal(tail); }
double quantileOf(const Lognormal& d, Tail tail) { return exp(d.mu + d.sigma * standardNormal(tail)); }
double quantileOf(const Metalog& d, Tail tail) { return metalogQuantile(d, tail); }
double quantileOf(const Mixture& d, Tail tail) { return mixtureQuantile(d, tail); }
double quantileOf(const Interval& d, Tail tail) {
    const double step = tail.t * (d.high - d.low);
    return tail.side == TailSide::lower ? d.low + step : d.high - step;
}
double quantileOf(const Uniform& d, Tail tail) { return quantileOf(Interval{d.low, d.high}, tail); }

double quantileOf(const Triangular& d, Tail tail) {
    const double width = d.high - d.low, left = d.mode - d.low, right = d.high - d.mode;
    const double u = tail.side == TailSide::lower ? tail.t : 1 - tail.t;
    const double rest = tail.side == TailSide::lower ? 1 - tail.t : tail.t;
    if (u * width < left)
        return d.low + std::sqrt(u * width * left);
    return d.high - std::sqrt(rest * width * right);
}

double quantileOf(const Beta& d, Tail tail) {
    const double width = d.high - d.low, mean = d.alpha / (d.alpha + d.beta);
    const BetaShape shape = makeBetaShape(d.alpha, d.beta);
    if (tail.side == TailSide::lower)
        return d.low + width * betaQuantile(tail.t, shape, mean);
    return d.high - width * betaQuantile(tail.t, mirrored(shape), 1 - mean);
}

double quantileOf(const Empirical& d, Tail tail) {
    const auto n = static_cast<double>(d.values.size());
    const double u = tail.side == TailSide::lower ? tail.t : 1 - tail.t;
    return d.values[static_cast<std::size_t>(std::min(std::floor(u * n), n - 1))];
}

double quantileOf(const Truncated& d, Tail tail) {
    const Cumulative low = exactCumulative(*d.inner, d.low), high = exactCumulative(*d.inner, d.high);
    const double up = tail.side == TailSide::lower ? tail.t : 1 - tail.t,
                 down = tail.side == TailSide::lower ? 1 - tail.t : tail.t;
    const double below = low.lower * down + high.lower * up, above = low.upper * down + high.upper * up;
    const Tail inner = below < above ? Tail{below, TailSide::lower} : Tail{above, TailSide::upper};
    return std::clamp(exactQuantile(*d.inner, inner), d.low, d.high);
}

// -- densities

double densityOf(const Fixed&, double) { return 0; }
double densityOf(const Empirical&, double) { return 0; }
double densityOf(const Normal& d, double x) { return normalDensity((x - d.mean) / d.sd) / d.sd; }
double densityOf(const Lognormal& d, double x) {
    return x > 0 ? normalDensity((log(x) - d.mu) / d.sigma) / (d.sigma * x) : 0;
}
double densityOf(const Interval& d, double x) { return x >= d.low && x <= d.high ? 1 / (d.high - d.low) : 0; }
double densityOf(const Uniform& d, double x) { return densityOf(Interval{d.low, d.high}, x); }
double densityOf(const Triangular& d, double x) {
    if (x < d.low || x > d.high)
        return 0;
    const double scale = 2 / (d.high - d.low);
    return x < d.mode ? scale * (x - d.low) / (d.mode - d.low)
                      : (d.high > d.mode ? scale * (d.high - x) / (d.high - d.mode) : scale);
}
double densityOf(const Beta& d, double x) {
    const double width = d.high - d.low;
    return betaDensity((x - d.low) / width, makeBetaShape(d.alpha, d.beta)) / width;
}
double densityOf(const Metalog& d, double x) { return metalogDensity(d, x); }
double densityOf(const Mixture& d, double x) { return mixtureDensity(d, x); }
double densityOf(const Truncated& d, double x) {
    if (x < d.low || x > d.high)
        return 0;
    const Cumulative low = exactCumulative(*d.inner, d.low), high = exactCumulative(*d.inner, d.high);
    const double mass = low.lower < 0.5 ? high.lower - low.lower : low.upper - high.upper;
    return exactDensity(*d.inner, x) / mass;
}

// -- slopes of densities

double slopeOf(const Fixed&, double) { return 0; }
double slopeOf(const Empirical&, double) { return 0; }
double slopeOf(const Interval&, double) { return 0; }
double slopeOf(const Uniform&, double) { return 0; }
double slopeOf(const Normal& d, double x) { return -densityOf(d, x) * (x - d.mean) / (d.sd * d.sd); }
double slopeOf(const Lognormal& d, double x) {
    return x > 0 ? -densityOf(d, x) * (1 + (log(x) - d.mu) / (d.sigma * d.sigma)) / x : 0;
}
double slopeOf(const Triangular& d, double x) {
    if (x < d.low || x > d.high)
        return 0;
    const double scale = 2 / (d.high - d.low);
    return x < d.mode ? scale / (d.mode - d.low) : -scale / (d.high - d.mode);
}
double slopeOf(const Beta& d, double x) {
    const double below = x - d.low, above = d.high - x;
    return below > 0 && above > 0 ? densityOf(d, x) * ((d.alpha - 1) / below - (d.beta - 1) / above) : 0;
}
double slopeOf(const Metalog& d, double x) { return metalogDensitySlope(d, x); }
double slopeOf(const Mixture& d, double x) { return mixtureDensitySlope(d, x); }
double slopeOf(const Truncated& d, double x) {
    const double inner = exactDensity(*d.inner, x);
    return inner > 0 ? exactDensitySlope(*d.inner, x) * densityOf(d, x) / inner : 0;
}

// -- cumulative functions

Cumulative cumulativeOf(const Fixed& d, double x) { return clamped(x >= d.value ? 1 : 0); }
Cumulative cumulativeOf(const Normal& d, double x) { return ofStandardNormal((x - d.mean) / d.sd); }
Cumulative cumulativeOf(const Lognormal& d, double x) {
    return x > 0 ? ofStandardNormal((log(x) - d.mu) / d.sigma) : Cumulative{0, 1};
}
Cumulative cumulativeOf(const Interval& d, double x) {
    const double width = d.high - d.low;
    return {std::clamp((x - d.low) / width, 0.0, 1.0), std::clamp((d.high - x) / width, 0.0, 1.0)};
}
Cumulative cumulativeOf(const Uniform& d, double x) { return cumulativeOf(Interval{d.low, d.high}, x); }
Cumulative cumulativeOf(const Triangular& d, double x) {
    if (x <= d.low || x >= d.high)
        return clamped(x <= d.low ? 0 : 1);
    const double width = d.high - d.low;
    if (x < d.mode) {
        const double lower = (x - d.low) * (x - d.low) / (width * (d.mode - d.low));
        return {lower, 1 - lower};
    }
    const double upper = (d.high - x) * (d.high - x) / (width * (d.high - d.mode));
    return {1 - upper, upper};
}
Cumulative cumulativeOf(const Beta& d, double x) {
    const double width = d.high - d.low;
    const BetaShape shape = makeBetaShape(d.alpha, d.beta);
    return {betaCdf((x - d.low) / width, shape), betaCdf((d.high - x) / width, mirrored(shape))};
}
Cumulative cumulativeOf(const Empirical& d, double x) {
    const auto below = std::upper_bound(d.values.begin(), d.values.end(), x) - d.values.begin();
    return clamped(static_cast<double>(below) / static_cast<double>(d.values.size()));
}
Cumulative cumulativeOf(const Metalog& d, double x) { return metalogCumulative(d, x); }
Cumulative cumulativeOf(const Mixture& d, double x) { return mixtureCumulative(d, x); }
Cumulative cumulativeOf(const Truncated& d, double x) {
    if (x < d.low || x >= d.high)
        return clamped(x < d.low ? 0 : 1);
    const Cumulative low = exactCumulative(*d.inner, d.low), high = exactCumulative(*d.inner, d.high);
    const Cumulative at = exactCumulative(*d.inner, x);
    const double mass = low.lower < 0.5 ? high.lower - low.lower : low.upper - high.upper;
    const double below = low.lower < 0.5 ? at.lower - low.lower : low.upper - at.upper;
    const double above = low.lower < 0.5 && at.lower < 0.5 ? high.lower - at.lower : at.upper - high.upper;
    return {std::clamp(below / mass, 0.0, 1.0), std::clamp(above / mass, 0.0, 1.0)};
}

// -- kinks

struct Kinks {
    std::vector<double> operator()(const Fixed& d) const { return {d.value}; }
    std::vector<double> operator()(const Uniform& d) const { return {d.low, d.high}; }
    std::vector<double> operator()(const Interval& d) const { return {d.low, d.high}; }
    std::vector<double> operator()(const Triangular& d) const { return {d.low, d.mode, d.high}; }
    std::vector<double> operator()(const Beta& d) const { return {d.low, d.high}; }
    std::vector<double> operator()(const Empirical& d) const { return d.values; }
    std::vector<double> operator()(const Normal&) const { return {}; }
    std::vector<double> operator()(const Lognormal&) const { return {}; }
    std::vector<double> operator()(const Metalog&) const { return {}; }
    std::vector<double> operator()(const Mixture& d) const {
        std::vector<double> all;
        for (const Distribution& part : d.parts) {
            const std::vector<double> more = kinks(part);
            all.insert(all.end(), more.begin(), more.end());
        }
        return all;
    }
    std::vector<double> operator()(const Truncated& d) const {
        std::vector<double> inside{d.low, d.high};
        for (const double x : kinks(*d.inner))
            if (x > d.low && x < d.high)
                inside.push_back(x);
        return inside;
    }
};

} // namespace

Tail tailOf(double u) { return u <= 0.5 ? Tail{u, TailSide::lower} : Tail{1 - u, TailSide::upper}; }

double exactQuantile(const Distribution& distribution, Tail tail) {
    return std::visit([tail](const auto& shape) { return quantileOf(shape, tail); }, distribution.shape);
}

double exactDensity(const Distribution& distribution, double x) {
    return std::visit([x](const auto& shape) { return densityOf(shape, x); }, distribution.shape);
}

double exactDensitySlope(const Distribution& distribution, double x) {
    return std::visit([x](const auto& shape) { return slopeOf(shape, x); }, distribution.shape);
}

Cumulative exactCumulative(const Distribution& distribution, double x) {
    return std::visit([x](const auto& shape) { return cumulativeOf(shape, x); }, distribution.shape);
}

std::vector<double> kinks(const Distribution& distribution) {
    std::vector<double> all = std::visit(Kinks{}, distribution.shape);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

} // namespace assay

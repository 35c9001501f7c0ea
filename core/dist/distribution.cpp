// The public face of the shapes: quantile, density, cumulative function, support. The arithmetic is in exact.h.
#include "core/dist/distribution.h"

#include "core/dist/exact.h"

#include <limits>

namespace assay {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

struct SupportOf {
    Support operator()(const Fixed& d) const { return {d.value, d.value}; }
    Support operator()(const Normal&) const { return {-infinity, infinity}; }
    Support operator()(const Lognormal&) const { return {0, infinity}; }
    Support operator()(const Uniform& d) const { return {d.low, d.high}; }
    Support operator()(const Triangular& d) const { return {d.low, d.high}; }
    Support operator()(const Beta& d) const { return {d.low, d.high}; }
    Support operator()(const Empirical& d) const { return {d.values.front(), d.values.back()}; }
    Support operator()(const Metalog& d) const { return {d.p10 > 0 ? 0 : -infinity, infinity}; }
    Support operator()(const Interval& d) const { return {d.low, d.high}; }
    Support operator()(const Truncated& d) const {
        const Support inner = support(*d.inner);
        return {std::max(inner.low, d.low), std::min(inner.high, d.high)};
    }
    Support operator()(const Mixture& d) const {
        Support all{infinity, -infinity};
        for (const Distribution& part : d.parts) {
            const Support one = support(part);
            all = {std::min(all.low, one.low), std::max(all.high, one.high)};
        }
        return all;
    }
};

} // namespace

bool Mixture::operator==(const Mixture& other) const { return weights == other.weights && parts == other.parts; }

bool Truncated::operator==(const Truncated& other) const {
    return low == other.low && high == other.high && (inner == other.inner || *inner == *other.inner);
}

double quantile(const Distribution& distribution, double u) { return exactQuantile(distribution, tailOf(u)); }

double density(const Distribution& distribution, double x) { return exactDensity(distribution, x); }

double cumulative(const Distribution& distribution, double x) { return exactCumulative(distribution, x).lower; }

Support support(const Distribution& distribution) { return std::visit(SupportOf{}, distribution.shape); }

bool isFixed(const Distribution& distribution) {
    if (const auto* values = std::get_if<Empirical>(&distribution.shape))
        return values->values.front() == values->values.back();
    return std::holds_alternative<Fixed>(distribution.shape);
}

} // namespace assay

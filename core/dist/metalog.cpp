// M(y) = a1 + a2 logit(y) + a3 (y - 1/2) logit(y); the bounded form is e^M through the logarithms of the points.
#include "core/dist/metalog.h"

#include "core/dist/elementary.h"

#include <cmath>

namespace assay {
namespace {

struct Terms {
    double a1 = 0, a2 = 0, a3 = 0;
    bool logarithmic = false;
};

Terms termsOf(const Metalog& m) {
    const bool positive = m.p10 > 0 && m.p50 > 0 && m.p90 > 0;
    const double low = positive ? elementary::log(m.p10) : m.p10;
    const double mid = positive ? elementary::log(m.p50) : m.p50;
    const double high = positive ? elementary::log(m.p90) : m.p90;
    const double logit90 = elementary::log(9.0);
    const double a2 = (high - low) / (2 * logit90);
    const double a3 = (high + low - 2 * mid) / (0.8 * logit90); // both end points give the same a3
    return {mid, a2, a3, positive};
}

struct Point {
    double m = 0;     ///< M(y)
    double slope = 0; ///< dM/dy
    double bend = 0;  ///< d2M/dy2
};

Point pointAt(const Terms& terms, Tail tail) {
    const double size = elementary::log((1 - tail.t) / tail.t);
    const double logit = tail.side == TailSide::lower ? -size : size;
    const double centred = tail.side == TailSide::lower ? tail.t - 0.5 : 0.5 - tail.t;
    const double steep = 1 / (tail.t * (1 - tail.t));
    const double factor = terms.a2 + terms.a3 * centred;
    return {terms.a1 + factor * logit, factor * steep + terms.a3 * logit,
            factor * 2 * centred * steep * steep + 2 * terms.a3 * steep};
}

/// The tail whose M is m: bisection over logit(y), which resolves both ends.
Tail tailAt(const Terms& terms, double m) {
    double low = -700, high = 700;
    const auto tail = [](double logit) {
        const double t = 1 / (1 + elementary::exp(std::abs(logit)));
        return Tail{t, logit < 0 ? TailSide::lower : TailSide::upper};
    };
    for (int i = 0; i < 70; ++i) {
        const double middle = 0.5 * (low + high);
        (pointAt(terms, tail(middle)).m < m ? low : high) = middle;
    }
    return tail(0.5 * (low + high));
}

double inverseOf(const Terms& terms, double x) { return terms.logarithmic ? elementary::log(x) : x; }

} // namespace

double metalogQuantile(const Metalog& metalog, Tail tail) {
    const Terms terms = termsOf(metalog);
    const double m = pointAt(terms, tail).m;
    return terms.logarithmic ? elementary::exp(m) : m;
}

QuantilePoint metalogPoint(const Metalog& metalog, Tail tail) {
    const Terms terms = termsOf(metalog);
    const Point point = pointAt(terms, tail);
    const double slope = tail.side == TailSide::lower ? point.slope : -point.slope;
    if (!terms.logarithmic)
        return {point.m, slope, point.bend};
    const double x = elementary::exp(point.m);
    return {x, x * slope, x * (point.bend + slope * slope)};
}

double metalogDensity(const Metalog& metalog, double x) {
    const Terms terms = termsOf(metalog);
    if (terms.logarithmic && x <= 0)
        return 0;
    const double slope = pointAt(terms, tailAt(terms, inverseOf(terms, x))).slope;
    return 1 / (terms.logarithmic ? x * slope : slope);
}

double metalogDensitySlope(const Metalog& metalog, double x) {
    const Terms terms = termsOf(metalog);
    if (terms.logarithmic && x <= 0)
        return 0;
    const QuantilePoint point = metalogPoint(metalog, tailAt(terms, inverseOf(terms, x)));
    const double steep = std::abs(point.slope); // f = 1 / x', f' = -x'' / x'^3
    return -point.bend / (steep * steep * steep);
}

Cumulative metalogCumulative(const Metalog& metalog, double x) {
    const Terms terms = termsOf(metalog);
    if (terms.logarithmic && x <= 0)
        return {0, 1};
    const Tail tail = tailAt(terms, inverseOf(terms, x));
    return tail.side == TailSide::lower ? Cumulative{tail.t, 1 - tail.t} : Cumulative{1 - tail.t, tail.t};
}

bool metalogFeasible(const Metalog& metalog) {
    const Terms terms = termsOf(metalog);
    return terms.a2 > 0 && std::abs(terms.a3) < 1.66711 * terms.a2; // Keelin 2016, feasibility of three terms
}

} // namespace assay

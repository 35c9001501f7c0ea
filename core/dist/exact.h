// Exact quantile, cumulative and density functions of every shape from our own arithmetic: the same bits everywhere.
// Quantile tables are built from them. Probabilities come as the smaller tail, so that neither end loses digits.
#pragma once

#include "core/dist/distribution.h"

#include <vector>

namespace assay {

enum class TailSide { lower, upper };

/// u = t on the lower side, u = 1 - t on the upper; t in (0, 0.5].
struct Tail {
    double t = 0.5;
    TailSide side = TailSide::lower;
};

Tail tailOf(double u); ///< u in (0, 1)

/// P(X <= x) and P(X > x).
struct Cumulative {
    double lower = 0;
    double upper = 1;
};

/// The quantile function at a tail probability t, and how it goes on: dx/dt and d2x/dt2.
struct QuantilePoint {
    double x = 0, slope = 0, bend = 0;
};

double exactQuantile(const Distribution& distribution, Tail tail);
double exactDensity(const Distribution& distribution, double x);      ///< 0 at single values that carry mass
double exactDensitySlope(const Distribution& distribution, double x); ///< derivative of the density
Cumulative exactCumulative(const Distribution& distribution, double x);

/// Values where the cumulative function jumps or bends sharply: ends of supports, modes of triangles, single values.
std::vector<double> kinks(const Distribution& distribution);

} // namespace assay

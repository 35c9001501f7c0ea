// QuantileMarch: exact quantiles with their first two derivatives, asked for in the order of t; what a quantile table
// is built from. Where the quantile is dear it is integrated from one point to the next instead of inverted.
#pragma once

#include "core/dist/exact.h"
#include "core/dist/special.h"

#include <optional>

namespace assay {

class QuantileMarch {
public:
    /// The distribution must outlive the march.
    QuantileMarch(const Distribution& distribution, TailSide side);

    /// t in (0, 1/2], not below the one before.
    QuantilePoint at(double t);

private:
    /// A beta distribution on (0, 1), seen from the side's end, and how far the march has come.
    struct BetaState {
        BetaShape shape;
        double logX = 0;
        double reached = 0; ///< P(X <= x); 0 before the first point
    };
    /// The inner distribution's cumulative function at the ends of a truncation.
    struct Ends {
        Cumulative low, high;
        double mass = 1;
    };

    QuantilePoint betaPoint(const Beta& beta, double t);
    QuantilePoint mixturePoint(const Mixture& mixture, double t);
    /// x at t by Newton's method from the last point; none where that does not settle (jumps, gaps, the first point).
    std::optional<double> nextOfMixture(const Mixture& mixture, double t) const;
    QuantilePoint truncatedPoint(const Truncated& truncated, double t) const;
    QuantilePoint pointAt(double x, double density, double densitySlope) const;

    const Distribution& m_distribution;
    TailSide m_side;
    BetaState m_beta;
    Ends m_ends;
    QuantilePoint m_last; ///< of a mixture, at m_lastT
    double m_lastT = 0;   ///< 0 before the first point
};

} // namespace assay

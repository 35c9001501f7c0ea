// Special functions on the sample path, built on core/dist/elementary.h alone (same bits everywhere). Boost.Math is the
// tests' reference.
#pragma once

namespace assay {

double logGamma(double x); ///< x > 0

double normalDensity(double z);
double normalCdf(double z);
/// z with normalCdf(z) = p for p in (0, 0.5]: never positive. The other half by symmetry.
double normalQuantileLower(double p);

/// A beta distribution on (0, 1) with its normaliser, which costs more than the rest.
struct BetaShape {
    double alpha = 1;
    double beta = 1;
    double logNormaliser = 0; ///< ln B(alpha, beta)
};
BetaShape makeBetaShape(double alpha, double beta); ///< both > 0
BetaShape mirrored(const BetaShape& shape);         ///< of 1 - X

double betaDensity(double x, const BetaShape& shape); ///< 0 outside (0, 1)
double betaCdf(double x, const BetaShape& shape);     ///< regularised incomplete beta function
/// x with betaCdf(x) = p. guess: any start in (0, 1), the nearer the faster.
double betaQuantile(double p, const BetaShape& shape, double guess);

} // namespace assay

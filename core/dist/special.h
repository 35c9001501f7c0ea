// Special functions on the sample path, built on core/dist/elementary.h alone (same bits everywhere). Boost.Math is the
// tests' reference.
#pragma once

namespace assay {

double logGamma(double x); ///< x > 0

double normalDensity(double z);
double normalCdf(double z);
/// z with normalCdf(z) = p for p in (0, 0.5]: never positive. The other half by symmetry.
double normalQuantileLower(double p);

double betaDensity(double x, double alpha, double beta); ///< on (0, 1)
double betaCdf(double x, double alpha, double beta);     ///< regularised incomplete beta function
/// x with betaCdf(x) = p. guess: any start in (0, 1), the nearer the faster.
double betaQuantile(double p, double alpha, double beta, double guess);

} // namespace assay

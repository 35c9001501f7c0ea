// The three-term metalog through P10, P50 and P90: closed-form quantile; bounded below at 0 when all three are
// positive. Keelin, "The metalog distributions", Decision Analysis 13 (2016), "symmetric percentile triplet".
#pragma once

#include "core/dist/exact.h"

namespace assay {

double metalogQuantile(const Metalog& metalog, Tail tail);
double metalogDensity(const Metalog& metalog, double x);
double metalogDensitySlope(const Metalog& metalog, double x);
QuantilePoint metalogPoint(const Metalog& metalog, Tail tail);
Cumulative metalogCumulative(const Metalog& metalog, double x);

/// Increasing everywhere, so that it is a distribution at all.
bool metalogFeasible(const Metalog& metalog);

} // namespace assay

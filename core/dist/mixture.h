// Mixtures: "A says, B says". Their one quantile function is found by bracketing, so that a mixture stays monotone in
// its uniform like every other shape.
#pragma once

#include "core/dist/exact.h"

namespace assay {

double mixtureQuantile(const Mixture& mixture, Tail tail);
double mixtureDensity(const Mixture& mixture, double x);
double mixtureDensitySlope(const Mixture& mixture, double x);
Cumulative mixtureCumulative(const Mixture& mixture, double x);

} // namespace assay

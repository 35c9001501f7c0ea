// Weighted sums of the parts' functions; the quantile by Newton's method inside the bracket of the parts' quantiles.
#include "core/dist/mixture.h"

#include <algorithm>
#include <cmath>

namespace assay {
namespace {

double totalWeight(const Mixture& mixture) {
    double total = 0;
    for (const double weight : mixture.weights)
        total += weight;
    return total;
}

} // namespace

double mixtureDensity(const Mixture& mixture, double x) {
    double sum = 0;
    for (std::size_t i = 0; i < mixture.parts.size(); ++i)
        sum += mixture.weights[i] * exactDensity(mixture.parts[i], x);
    return sum / totalWeight(mixture);
}

Cumulative mixtureCumulative(const Mixture& mixture, double x) {
    Cumulative sum{0, 0};
    const double total = totalWeight(mixture);
    for (std::size_t i = 0; i < mixture.parts.size(); ++i) {
        const Cumulative part = exactCumulative(mixture.parts[i], x);
        sum.lower += mixture.weights[i] / total * part.lower;
        sum.upper += mixture.weights[i] / total * part.upper;
    }
    return sum;
}

double mixtureQuantile(const Mixture& mixture, Tail tail) {
    double low = exactQuantile(mixture.parts.front(), tail), high = low;
    for (const Distribution& part : mixture.parts) {
        const double x = exactQuantile(part, tail);
        low = std::min(low, x);
        high = std::max(high, x);
    }
    double x = 0.5 * (low + high);
    for (int i = 0; i < 200 && high > low; ++i) {
        const Cumulative reached = mixtureCumulative(mixture, x);
        const double miss = tail.side == Side::lower ? reached.lower - tail.t : tail.t - reached.upper;
        (miss >= 0 ? high : low) = x;
        double next = x - miss / mixtureDensity(mixture, x);
        // Halving now and then: the density may be far from the slope of the function, or 0 at a single value with mass.
        const bool halve = i % 4 == 3 || !(next > low && next < high);
        if (!halve && std::abs(next - x) <= 1e-15 * std::abs(x))
            return next;
        if (halve)
            next = low + 0.5 * (high - low);
        if (next == low || next == high)
            break;
        x = next;
    }
    return high;
}

} // namespace assay

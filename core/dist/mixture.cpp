// Weighted sums of the parts' functions; the quantile by Newton's method inside the bracket of the parts' quantiles.
#include "core/dist/mixture.h"

#include "core/dist/elementary.h"

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

struct Bracket {
    double low = 0;
    double high = 0;
};

/// Between the parts' quantiles; and no part of weight w can hold more than the tail: beyond its quantile at t / w
/// (seen from the middle) the root cannot lie.
Bracket bracketOf(const Mixture& mixture, Tail tail) {
    const double total = totalWeight(mixture);
    Bracket bracket{elementary::infinity, -elementary::infinity};
    for (const Distribution& part : mixture.parts) {
        const double x = exactQuantile(part, tail);
        bracket.low = std::min(bracket.low, x);
        bracket.high = std::max(bracket.high, x);
    }
    for (std::size_t i = 0; i < mixture.parts.size(); ++i) {
        const double share = tail.t * total / mixture.weights[i];
        if (!(share < 1))
            continue;
        const TailSide other = tail.side == TailSide::lower ? TailSide::upper : TailSide::lower;
        const double x =
            exactQuantile(mixture.parts[i], share <= 0.5 ? Tail{share, tail.side} : Tail{1 - share, other});
        if (tail.side == TailSide::lower)
            bracket.high = std::max(bracket.low, std::min(bracket.high, x));
        else
            bracket.low = std::min(bracket.high, std::max(bracket.low, x));
    }
    return bracket;
}

} // namespace

double mixtureDensity(const Mixture& mixture, double x) {
    double sum = 0;
    for (std::size_t i = 0; i < mixture.parts.size(); ++i)
        sum += mixture.weights[i] * exactDensity(mixture.parts[i], x);
    return sum / totalWeight(mixture);
}

double mixtureDensitySlope(const Mixture& mixture, double x) {
    double sum = 0;
    for (std::size_t i = 0; i < mixture.parts.size(); ++i)
        sum += mixture.weights[i] * exactDensitySlope(mixture.parts[i], x);
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
    const bool lower = tail.side == TailSide::lower;
    const Bracket bracket = bracketOf(mixture, tail);
    double low = bracket.low, high = bracket.high;
    double x = lower ? high : low;
    for (int i = 0; i < 300 && high > low; ++i) {
        // Newton's method for the logarithm of the tail, which is nearly straight where the tail itself is not.
        const Cumulative reached = mixtureCumulative(mixture, x);
        const double p = lower ? reached.lower : reached.upper;
        const double miss = lower ? elementary::log(p / tail.t) : elementary::log(tail.t / p);
        (miss >= 0 ? high : low) = x;
        double next = x - miss * p / mixtureDensity(mixture, x);
        // Halving now and then: the density may be far from the slope of the function, or 0 at a single value with
        // mass.
        const bool halve = i % 6 == 5 || !(next >= low && next <= high);
        if (!halve && std::abs(next - x) <= 4e-15 * std::abs(x))
            return next;
        if (halve)
            next = low + 0.5 * (high - low);
        if (halve && (next == low || next == high))
            break;
        x = next;
    }
    return high;
}

} // namespace assay

// What a handle on a curve does to a typed input: one quantile moves, the one at the other end stays, and so does the
// typed form.
#include "core/dist/move_typed.h"
#include "core/dist/rewrite_input.h"

#include "core/dist/elementary.h"

#include <algorithm>
#include <cmath>
#include <variant>

namespace assay {

namespace {

constexpr double narrowest = -7; // ln of the factor on the spread: a thousandth of it is left
constexpr double widest = 5;
constexpr int halvings = 48;
constexpr int alignments = 3; // shapes with fixed bounds follow a shift only in part

/// The input with its spread times a factor and its quantile at `anchor` where it was.
class Pinned {
public:
    Pinned(const Typed& typed, double anchor)
        : m_typed(typed),
          m_anchor(anchor),
          m_median(quantile(typed.distribution, 0.5)),
          m_pin(quantile(typed.distribution, anchor)),
          m_isPositive(support(typed.distribution).low >= 0 && m_median > 0) {}

    TypedInput at(double logFactor) const {
        TypedInput typed = spreadBy(m_typed.parsed.typed, elementary::exp(logFactor), m_median);
        for (int round = 0; round < alignments; ++round) {
            const Result<Distribution> shape = distributionOf(typed, "");
            if (!shape)
                return typed;
            const double median = quantile(*shape, 0.5);
            const double here = quantile(*shape, m_anchor);
            if (here == m_pin)
                return typed;
            typed = movedTo(typed, *shape, m_isPositive && here > 0 ? median * m_pin / here : median + m_pin - here);
        }
        return typed;
    }

private:
    const Typed& m_typed;
    double m_anchor;
    double m_median;
    double m_pin;
    bool m_isPositive;
};

/// Bisection: the wider, the further the end lies from its pin.
TypedInput withEndAt(const Typed& typed, double probability, double target) {
    const Pinned pinned(typed, 1 - probability);
    const auto isTooNarrow = [&](double logFactor) {
        const Result<Distribution> shape = distributionOf(pinned.at(logFactor), "");
        if (!shape)
            return false;
        const double end = quantile(*shape, probability);
        return probability < 0.5 ? end > target : end < target;
    };
    double low = narrowest, high = widest;
    for (int i = 0; i < halvings; ++i) {
        const double middle = (low + high) / 2;
        (isTooNarrow(middle) ? low : high) = middle;
    }
    return pinned.at((low + high) / 2);
}

} // namespace

Result<std::string> moveQuantile(std::string_view text, std::string_view unitText, double probability, double value,
                                 const ValueLimits& ends) {
    if (probability == 0.5)
        return moveMedian(text, unitText, value, ends.low, ends.high);
    const Result<Typed> typed = typedOf(text, unitText);
    if (!typed)
        return typed.error();
    const Result<Target> target = targetOf(unitText, value, ends.low, ends.high);
    if (!target)
        return target.error();
    if (isFixed(typed->distribution))
        return std::string(text);
    return rewriteInput(typed->parsed, withEndAt(*typed, probability, target->value), -elementary::infinity,
                        elementary::infinity);
}

Result<std::vector<double>> movableQuantiles(std::string_view text, std::string_view unit) {
    const Result<InputValue> value = readInput(text, unit);
    if (!value)
        return value.error();
    if (std::holds_alternative<Empirical>(value->distribution.shape))
        return std::vector<double>();
    if (isFixed(value->distribution))
        return std::vector<double>{0.5};
    return std::vector<double>{0.05, 0.5, 0.95};
}

} // namespace assay

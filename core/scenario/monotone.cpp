// Every value of a formula gets the range it can have and its trend; a trend of a product or quotient follows from the
// signs of its operands (the rules of differentiation, signs alone).
#include "core/scenario/monotone.h"

#include "core/dist/elementary.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace assay {
namespace {

using elementary::infinity;

struct Bounds {
    double low = -infinity;
    double high = infinity;
};

struct Value {
    Bounds bounds;
    Trend trend = Trend::none;
};

Trend flipped(Trend trend) {
    return trend == Trend::rises ? Trend::falls : trend == Trend::falls ? Trend::rises : trend;
}

/// The trend of a sum of two things.
Trend together(Trend a, Trend b) {
    if (a == Trend::none || a == b)
        return b;
    return b == Trend::none ? a : Trend::unknown;
}

/// The trend of something times a factor that lies within bounds.
Trend times(Trend trend, const Bounds& factor) {
    if (trend == Trend::none || trend == Trend::unknown || factor.low >= 0)
        return trend;
    return factor.high <= 0 ? flipped(trend) : Trend::unknown;
}

/// A corner of a product: an unbounded operand times 0 can be anything between.
double product(double a, double b) { return a == 0 || b == 0 ? 0 : a * b; }

Bounds hull(const std::array<double, 4>& corners) {
    const auto [low, high] = std::minmax_element(corners.begin(), corners.end());
    return *low == *low && *high == *high ? Bounds{*low, *high} : Bounds{};
}

Bounds multiplied(const Bounds& a, const Bounds& b) {
    return hull({product(a.low, b.low), product(a.low, b.high), product(a.high, b.low), product(a.high, b.high)});
}

/// 1 / b; anything when b can be 0 on the inside. At an end, 0 belongs to the side that the rest is on.
Bounds inverse(const Bounds& b) {
    if (b.low >= 0)
        return {b.high == infinity ? 0 : 1 / b.high, b.low == 0 ? infinity : 1 / b.low};
    if (b.high <= 0)
        return {b.high == 0 ? -infinity : 1 / b.high, b.low == -infinity ? 0 : 1 / b.low};
    return {};
}

Value divided(const Value& a, const Value& b) {
    if (b.bounds.low < 0 && b.bounds.high > 0)
        return {{}, a.trend == Trend::none && b.trend == Trend::none ? Trend::none : Trend::unknown};
    const Trend above = times(a.trend, b.bounds), below = times(flipped(b.trend), a.bounds);
    return {multiplied(a.bounds, inverse(b.bounds)), together(above, below)};
}

/// A function that rises wherever it is defined.
template <class F>
Value risen(const Value& a, F f) {
    const double low = f(a.bounds.low), high = f(a.bounds.high);
    return {low == low && high == high ? Bounds{low, high} : Bounds{}, a.trend};
}

/// a ^ b for a >= 0: rises in a where b >= 0, rises in b where a >= 1.
Value raised(const Value& a, const Value& b) {
    const bool depends = a.trend != Trend::none || b.trend != Trend::none;
    if (a.bounds.low < 0)
        return {{}, depends ? Trend::unknown : Trend::none};
    const Bounds logarithm{a.bounds.low >= 1 ? 0.0 : -infinity, a.bounds.high <= 1 ? 0.0 : infinity};
    const Trend trend = together(times(a.trend, b.bounds), times(b.trend, logarithm));
    Bounds bounds = hull({std::pow(a.bounds.low, b.bounds.low), std::pow(a.bounds.low, b.bounds.high),
                          std::pow(a.bounds.high, b.bounds.low), std::pow(a.bounds.high, b.bounds.high)});
    bounds.low = std::max(bounds.low, 0.0);
    return {bounds, trend};
}

Value absolute(const Value& a) {
    if (a.bounds.low >= 0)
        return a;
    if (a.bounds.high <= 0)
        return {{-a.bounds.high, -a.bounds.low}, flipped(a.trend)};
    return {{0, std::max(-a.bounds.low, a.bounds.high)}, a.trend == Trend::none ? Trend::none : Trend::unknown};
}

Value least(const Value& a, const Value& b) {
    return {{std::min(a.bounds.low, b.bounds.low), std::min(a.bounds.high, b.bounds.high)}, together(a.trend, b.trend)};
}

Value most(const Value& a, const Value& b) {
    return {{std::max(a.bounds.low, b.bounds.low), std::max(a.bounds.high, b.bounds.high)}, together(a.trend, b.trend)};
}

/// if(c, a, b): with a condition that does not move, each sample stays on its branch.
Value chosen(const Value& c, const Value& a, const Value& b) {
    const Bounds bounds{std::min(a.bounds.low, b.bounds.low), std::max(a.bounds.high, b.bounds.high)};
    return {bounds, c.trend == Trend::none ? together(a.trend, b.trend) : Trend::unknown};
}

/// 1 or 0, with the trend of what is above less what is below.
Value compared(const Value& above, const Value& below) { return {{0, 1}, together(above.trend, flipped(below.trend))}; }

Value folded(const Node& node, const Value& a, const Value& b, const Value& c) {
    const bool depends = a.trend != Trend::none || b.trend != Trend::none;
    switch (node.operation) {
    case Operation::number: return {{node.number, node.number}, Trend::none};
    case Operation::negate: return {{-a.bounds.high, -a.bounds.low}, flipped(a.trend)};
    case Operation::add:
        return {{a.bounds.low + b.bounds.low, a.bounds.high + b.bounds.high}, together(a.trend, b.trend)};
    case Operation::subtract:
        return {{a.bounds.low - b.bounds.high, a.bounds.high - b.bounds.low}, together(a.trend, flipped(b.trend))};
    case Operation::multiply:
        return {multiplied(a.bounds, b.bounds), together(times(a.trend, b.bounds), times(b.trend, a.bounds))};
    case Operation::divide: return divided(a, b);
    case Operation::power: return raised(a, b);
    case Operation::less:
    case Operation::lessEqual: return compared(b, a);
    case Operation::greater:
    case Operation::greaterEqual: return compared(a, b);
    case Operation::minimum: return least(a, b);
    case Operation::maximum: return most(a, b);
    case Operation::absolute: return absolute(a);
    case Operation::squareRoot: return risen(a, [](double v) { return std::sqrt(std::max(v, 0.0)); });
    case Operation::exponential: return risen(a, [](double v) { return std::exp(v); });
    case Operation::naturalLog: return risen(a, [](double v) { return std::log(std::max(v, 0.0)); });
    case Operation::decimalLog: return risen(a, [](double v) { return std::log10(std::max(v, 0.0)); });
    case Operation::choose: return chosen(a, b, c);
    case Operation::clamp: return least(most(a, b), c);
    case Operation::convert:
    case Operation::name: return a;
    case Operation::equal:
    case Operation::notEqual:
    case Operation::sine:
    case Operation::cosine: break;
    }
    return {{-1, 1}, depends ? Trend::unknown : Trend::none};
}

Bounds boundsOf(const BoundInput& input) {
    if (const auto* interval = std::get_if<Interval>(&input.distribution.shape); interval && input.samples == nullptr)
        return {interval->low, interval->high};
    if (input.fixed)
        return {*input.fixed, *input.fixed};
    if (input.samples != nullptr) {
        Bounds bounds{infinity, -infinity};
        for (const double sample : *input.samples)
            bounds = {std::min(bounds.low, sample), std::max(bounds.high, sample)};
        return bounds.low <= bounds.high ? bounds : Bounds{};
    }
    const Support lives = support(input.distribution);
    return {lives.low, lives.high};
}

} // namespace

std::vector<Trend> trendsOf(const CompiledModel& model, const Binding& binding, std::size_t input) {
    const std::size_t inputs = binding.inputs.size();
    std::vector<Value> variables(model.units.size());
    for (std::size_t i = 0; i < inputs; ++i)
        variables[i] = {boundsOf(binding.inputs[i]), i == input ? Trend::rises : Trend::none};
    std::vector<Trend> trends(model.formulas.size());
    for (const std::size_t place : model.order) {
        const CompiledFormula& formula = model.formulas[place];
        std::vector<Value> results;
        for (std::size_t i = 0; i < formula.expression.nodes.size(); ++i) {
            const Node& node = formula.expression.nodes[i];
            std::array<Value, 3> operands{};
            for (std::size_t k = 0; k < 3 && node.operands[k] >= 0; ++k)
                operands[k] = results[static_cast<std::size_t>(node.operands[k])];
            if (node.operation == Operation::name)
                operands[0] = variables[static_cast<std::size_t>(formula.variables[i])];
            results.push_back(folded(node, operands[0], operands[1], operands[2]));
        }
        variables[inputs + place] = results.back();
        trends[place] = results.back().trend;
    }
    return trends;
}

} // namespace assay

// What a slider does to a typed input: its median moves, or its spread grows, and the typed form stays.
#include "core/dist/move_typed.h"

#include "core/dist/elementary.h"
#include "core/dist/rewrite_input.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace assay {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double smallestFactor = 1e-6; // a positive shape can't reach 0

/// x -> factor * x + shift, for places; widths take the factor alone.
struct Affine {
    double factor = 1;
    double shift = 0;
};

/// beta(alpha, beta) on 0..1 has no places: its mean moves on the logit scale, alpha + beta stays.
void moveMean(TypedInput& typed, double step) {
    const double sum = typed.plain[0] + typed.plain[1];
    const double odds = typed.plain[0] / typed.plain[1] * elementary::exp(step);
    typed.plain[0] = sum * odds / (1 + odds);
    typed.plain[1] = sum / (1 + odds);
}

bool isPlainBeta(const TypedInput& typed) { return typed.form == Form::beta && typed.numbers.empty(); }

TypedInput mapped(TypedInput typed, const Affine& map, double betaStep) {
    if (isPlainBeta(typed))
        moveMean(typed, betaStep);
    for (TypedInput& part : typed.parts)
        part = mapped(part, map, betaStep);
    if (typed.form == Form::truncate) // its bounds are facts, the shape inside moves
        return typed;
    for (std::size_t k = 0; k < typed.numbers.size(); ++k) {
        const bool width = typed.form == Form::normal && k == 1;
        typed.numbers[k].value = map.factor * typed.numbers[k].value + (width ? 0 : map.shift);
    }
    return typed;
}

bool hasFixedBounds(const TypedInput& typed) {
    return isPlainBeta(typed) || typed.form == Form::truncate
           || std::any_of(typed.parts.begin(), typed.parts.end(), hasFixedBounds);
}

double medianOf(const TypedInput& typed) {
    const Result<Distribution> distribution = distributionOf(typed, "");
    return distribution ? quantile(*distribution, 0.5) : std::numeric_limits<double>::quiet_NaN();
}

/// One family of moved inputs: t = 0 is the input itself, larger t moves its median up.
struct Family {
    const TypedInput& typed;
    bool positive = true;
    double spread = 1;

    TypedInput at(double t) const {
        const Affine map = positive ? Affine{elementary::exp(t), 0} : Affine{1, t * spread};
        return mapped(typed, map, t);
    }
};

/// Bisection on the family: the median grows with t, though it may stop at a bound.
TypedInput solved(const Family& family, double target) {
    double low = -0.01, high = 0.01;
    const auto reached = [&](double t, double sign) { return sign * (medianOf(family.at(t)) - target) >= 0; };
    for (int k = 0; k < 40 && !reached(low, -1) && std::isfinite(medianOf(family.at(low * 2))); ++k)
        low *= 2;
    for (int k = 0; k < 40 && !reached(high, 1) && std::isfinite(medianOf(family.at(high * 2))); ++k)
        high *= 2;
    for (int k = 0; k < 60; ++k) {
        const double middle = (low + high) / 2;
        (medianOf(family.at(middle)) < target ? low : high) = middle;
    }
    return family.at((low + high) / 2);
}

} // namespace

TypedInput movedTo(const TypedInput& typed, const Distribution& distribution, double target) {
    if (typed.form == Form::fixed) {
        TypedInput moved = typed;
        moved.numbers.front().value = target;
        return moved;
    }
    const double median = quantile(distribution, 0.5);
    const bool positive = support(distribution).low >= 0 && median > 0;
    const double spread = quantile(distribution, 0.95) - quantile(distribution, 0.05);
    if (hasFixedBounds(typed))
        return solved(Family{typed, positive, spread}, target);
    if (positive)
        return mapped(typed, Affine{std::max(target / median, smallestFactor), 0}, 0);
    return mapped(typed, Affine{1, target - median}, 0);
}

namespace {

// -- spread

bool isLogForm(const TypedInput& typed) {
    const bool form = typed.form == Form::range || typed.form == Form::lognormal || typed.form == Form::percentiles
                      || typed.form == Form::samples;
    return form
           && std::all_of(typed.numbers.begin(), typed.numbers.end(), [](const TypedNumber& n) { return n.value > 0; });
}

/// The widest factor that keeps a low end at or above 0 where it was.
double keptPositive(double factor, double low, double median) {
    return low >= 0 && low < median ? std::min(factor, median / (median - low)) : factor;
}

/// Variance of a beta shape is inverse to alpha + beta + 1.
void widenBeta(TypedInput& typed, double factor) {
    const double sum = typed.plain[0] + typed.plain[1];
    const double wanted = std::max((sum + 1) / (factor * factor) - 1, 0.1);
    for (double& parameter : typed.plain)
        parameter *= wanted / sum;
}

} // namespace

TypedInput spreadBy(TypedInput typed, double factor, double median) {
    if (isPlainBeta(typed))
        widenBeta(typed, factor);
    for (TypedInput& part : typed.parts)
        part = spreadBy(part, factor, median);
    if (typed.form == Form::truncate || typed.form == Form::fixed)
        return typed;
    const bool logarithmic = isLogForm(typed) && median > 0;
    const bool twoEnds = typed.form != Form::normal && !typed.numbers.empty();
    const double linear = twoEnds ? keptPositive(factor, typed.numbers.front().value, median) : factor;
    for (std::size_t k = 0; k < typed.numbers.size(); ++k) {
        double& value = typed.numbers[k].value;
        if (typed.form == Form::normal && k == 1)
            value *= factor;
        else if (logarithmic)
            value = median * elementary::exp(factor * elementary::log(value / median));
        else
            value = median + linear * (value - median);
    }
    return typed;
}

Result<Typed> typedOf(std::string_view text, std::string_view unit) {
    const Result<InputValue> value = readInput(text, unit); // its errors name the interval one could type
    if (!value)
        return value.error();
    Result<ParsedInput> parsed = parseInput(text, unit);
    if (!parsed)
        return parsed.error();
    return Typed{*parsed, value->distribution};
}

Result<Target> targetOf(std::string_view unitText, double value, double low, double high) {
    const Result<Unit> unit = parseUnit(unitText.empty() ? "1" : unitText);
    if (!unit)
        return unit.error();
    const double least = toBase(low, *unit), most = toBase(high, *unit);
    return Target{std::min(std::max(toBase(value, *unit), least), most), least, most};
}

Result<std::string> moveMedian(std::string_view text, std::string_view unitText, double median, double low,
                               double high) {
    const Result<Typed> typed = typedOf(text, unitText);
    if (!typed)
        return typed.error();
    const Result<Target> target = targetOf(unitText, median, low, high);
    if (!target)
        return target.error();
    const TypedInput moved = movedTo(typed->parsed.typed, typed->distribution, target->value);
    return rewriteInput(typed->parsed, moved, target->least, target->most);
}

Result<std::string> scaleSpread(std::string_view text, std::string_view unit, double factor) {
    const Result<Typed> typed = typedOf(text, unit);
    if (!typed)
        return typed.error();
    if (!(factor > 0 && factor < infinity))
        return Error(ErrorCode::shapeImpossible, std::string(text),
                     {std::string(formWord(typed->parsed.typed)), "the factor must be above 0"});
    if (isFixed(typed->distribution))
        return std::string(text);
    const double median = quantile(typed->distribution, 0.5);
    TypedInput spread = spreadBy(typed->parsed.typed, factor, median);
    if (const Result<Distribution> wider = distributionOf(spread, text); wider && quantile(*wider, 0.5) != median)
        spread = movedTo(spread, *wider, median);
    return rewriteInput(typed->parsed, spread, -infinity, infinity);
}

} // namespace assay

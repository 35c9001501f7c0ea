// A typed form to its distribution, with the conditions each shape asks for. (engine: "Inputs and distributions")
#include "core/dist/elementary.h"
#include "core/dist/exact.h"
#include "core/dist/metalog.h"
#include "core/dist/special.h"
#include "core/dist/typed_input.h"
#include "core/units/read_quantity.h"

#include <algorithm>
#include <cmath>

namespace assay {

namespace {

double valueOf(const TypedInput& typed, std::size_t k) { return typed.numbers[k].value; }

Error impossible(const TypedInput& typed, std::string_view text, std::string_view reason) {
    return Error(ErrorCode::shapeImpossible, std::string(text), {std::string(formWord(typed)), std::string(reason)});
}

Error reversed(const TypedInput& typed, std::string_view text, std::size_t low, std::size_t high) {
    const auto written = [&](std::size_t k) { return writeNumber(fromBase(valueOf(typed, k), typed.numbers[k].unit)); };
    return Error(ErrorCode::intervalReversed, std::string(text), {written(low), written(high)});
}

/// z of the upper end of a central interval.
double zOfLevel(double level) { return -normalQuantileLower((1 - level) / 2); }

Distribution lognormalThrough(double low, double high, double level) {
    const double a = elementary::log(low), b = elementary::log(high);
    return Distribution{Lognormal{(a + b) / 2, (b - a) / (2 * zOfLevel(level))}};
}

Result<Distribution> range(const TypedInput& typed, std::string_view text) {
    const double a = valueOf(typed, 0), b = valueOf(typed, 1);
    if (!(a < b))
        return reversed(typed, text, 0, 1);
    if (a > 0)
        return lognormalThrough(a, b, typed.level);
    return Distribution{Normal{(a + b) / 2, (b - a) / (2 * zOfLevel(typed.level))}};
}

Result<Distribution> percentiles(const TypedInput& typed, std::string_view text) {
    const Metalog metalog{valueOf(typed, 0), valueOf(typed, 1), valueOf(typed, 2)};
    if (!(metalog.p10 < metalog.p50))
        return reversed(typed, text, 0, 1);
    if (!(metalog.p50 < metalog.p90))
        return reversed(typed, text, 1, 2);
    if (!metalogFeasible(metalog)) {
        const bool upper = metalog.p90 - metalog.p50 > metalog.p50 - metalog.p10;
        return impossible(typed, text, upper ? "move P50 up or P90 down" : "move P50 down or P10 up");
    }
    return Distribution{metalog};
}

Result<Distribution> ordered(const TypedInput& typed, std::string_view text) {
    if (!(valueOf(typed, 0) < valueOf(typed, typed.numbers.size() - 1)))
        return reversed(typed, text, 0, typed.numbers.size() - 1);
    const double low = valueOf(typed, 0), high = typed.numbers.back().value;
    if (typed.form == Form::uniform)
        return Distribution{Uniform{low, high}};
    if (typed.form == Form::interval)
        return Distribution{Interval{low, high}};
    if (typed.form == Form::lognormal)
        return low > 0 ? Result<Distribution>(lognormalThrough(low, high, 0.9))
                       : Result<Distribution>(impossible(typed, text, "P5 must be above 0"));
    const double mode = valueOf(typed, 1);
    if (mode < low || mode > high)
        return impossible(typed, text, "the mode must lie between low and high");
    if (typed.form == Form::triangular)
        return Distribution{Triangular{low, mode, high}};
    const double weight = 4 / (high - low); // PERT: weight 4 on the mode (Malcolm et al. 1959)
    return Distribution{Beta{1 + weight * (mode - low), 1 + weight * (high - mode), low, high}};
}

Result<Distribution> beta(const TypedInput& typed, std::string_view text) {
    Beta shape{typed.plain[0], typed.plain[1], 0, 1};
    if (!(shape.alpha > 0 && shape.beta > 0))
        return impossible(typed, text, "alpha and beta must be above 0");
    if (shape.alpha > 1e6 || shape.beta > 1e6)
        return impossible(typed, text, "alpha and beta must be at most 1000000");
    if (typed.numbers.size() == 2) {
        shape.low = valueOf(typed, 0);
        shape.high = valueOf(typed, 1);
        if (!(shape.low < shape.high))
            return reversed(typed, text, 0, 1);
    }
    return Distribution{shape};
}

Result<std::vector<Distribution>> partsOf(const TypedInput& typed, std::string_view text) {
    std::vector<Distribution> parts;
    for (const TypedInput& part : typed.parts) {
        Result<Distribution> read = distributionOf(part, text);
        if (!read)
            return read.error();
        if (std::holds_alternative<Interval>(read->shape))
            return impossible(typed, text, "an interval has no shape");
        parts.push_back(*read);
    }
    return parts;
}

Result<Distribution> mixture(const TypedInput& typed, std::string_view text) {
    double sum = 0;
    for (const double weight : typed.plain) {
        if (!(weight > 0 && weight < 1e300))
            return impossible(typed, text, "weights must be above 0");
        sum += weight;
    }
    Result<std::vector<Distribution>> parts = partsOf(typed, text);
    if (!parts)
        return parts.error();
    Mixture mixture{typed.plain, *parts};
    for (double& weight : mixture.weights)
        weight /= sum;
    return Distribution{mixture};
}

Result<Distribution> truncated(const TypedInput& typed, std::string_view text) {
    Result<std::vector<Distribution>> parts = partsOf(typed, text);
    if (!parts)
        return parts.error();
    const Distribution& inner = parts->front();
    const double low = valueOf(typed, 0), high = valueOf(typed, 1);
    if (!(low < high))
        return reversed(typed, text, 0, 1);
    if (const auto* values = std::get_if<Empirical>(&inner.shape)) { // the values inside, ends included
        Empirical kept;
        std::copy_if(values->values.begin(), values->values.end(), std::back_inserter(kept.values),
                     [&](double x) { return x >= low && x <= high; });
        if (kept.values.empty())
            return impossible(typed, text, "no value lies between low and high");
        return Distribution{kept};
    }
    if (isFixed(inner))
        return impossible(typed, text, "a fixed number has nothing to truncate");
    const Cumulative below = exactCumulative(inner, low), above = exactCumulative(inner, high);
    if (!(above.lower - below.lower > 1e-9 || below.upper - above.upper > 1e-9))
        return impossible(typed, text, "less than one part in a billion lies between low and high");
    return Distribution{Truncated{std::make_shared<const Distribution>(inner), low, high}};
}

bool allFinite(const TypedInput& typed) {
    return std::all_of(typed.numbers.begin(), typed.numbers.end(),
                       [](const TypedNumber& n) { return std::isfinite(n.value); });
}

} // namespace

std::string_view formWord(const TypedInput& typed) {
    switch (typed.form) {
    case Form::fixed: return "fixed";
    case Form::range: return typed.numbers.front().value > 0 ? "lognormal" : "normal";
    case Form::percentiles: return "metalog";
    case Form::normal: return "normal";
    case Form::lognormal: return "lognormal";
    case Form::uniform: return "uniform";
    case Form::triangular: return "triangular";
    case Form::pert: return "pert";
    case Form::beta: return "beta";
    case Form::samples: return "samples";
    case Form::mix: return "mix";
    case Form::truncate: return "truncate";
    case Form::interval: return "interval";
    }
    return {};
}

Result<Distribution> distributionOf(const TypedInput& typed, std::string_view text) {
    if (!allFinite(typed))
        return Error(ErrorCode::numberUnreadable, std::string(text), {std::string(text)});
    switch (typed.form) {
    case Form::fixed: return Distribution{Fixed{valueOf(typed, 0)}};
    case Form::range: return range(typed, text);
    case Form::percentiles: return percentiles(typed, text);
    case Form::normal:
        if (!(valueOf(typed, 1) > 0))
            return impossible(typed, text, "sd must be above 0");
        return Distribution{Normal{valueOf(typed, 0), valueOf(typed, 1)}};
    case Form::lognormal:
    case Form::uniform:
    case Form::triangular:
    case Form::pert:
    case Form::interval: return ordered(typed, text);
    case Form::beta: return beta(typed, text);
    case Form::samples: {
        Empirical values;
        for (const TypedNumber& number : typed.numbers)
            values.values.push_back(number.value);
        std::sort(values.values.begin(), values.values.end());
        return Distribution{values};
    }
    case Form::mix: return mixture(typed, text);
    case Form::truncate: return truncated(typed, text);
    }
    return impossible(typed, text, "unknown");
}

} // namespace assay

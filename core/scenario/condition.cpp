// The weights come from the output alone, so that one claim is read once for all statistics.
#include "core/scenario/condition.h"

#include "core/base/plain_arithmetic.h"
#include "core/dist/distribution.h"
#include "core/dist/elementary.h"
#include "core/scenario/order.h"
#include "core/scenario/parallel.h"
#include "core/units/read_quantity.h"
#include "core/units/unit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>

namespace assay {
namespace {

/// The likelihood of the claim at a value in base units.
using Likelihood = std::function<double(double)>;

Likelihood inside(double low, double high) {
    return [low, high](double value) { return value >= low && value <= high ? 1.0 : 0.0; };
}

/// Error: inputUnit.
Result<> checkUnit(const OutputSummary& output, const std::string& given) {
    const Result<Unit> unit = parseUnit(given.empty() ? output.unit : given);
    if (!unit)
        return unit.error();
    const Unit wanted = parseUnit(output.unit).value();
    if (!sameDimension(wanted, bindChip(*unit, chipOf(wanted))))
        return Error(ErrorCode::inputUnit, output.id.value, {output.id.value, output.unit, given});
    return {};
}

/// The set that a written number or claim stands for.
Result<Likelihood> ofClaim(const OutputSummary& output, const std::string& text) {
    const Result<Quantity> quantity = readQuantity(text);
    if (!quantity)
        return quantity.error();
    const bool isBare = quantity->unit.empty() || quantity->unit == "1"; // then it is in the output's unit
    if (const Result<> fits = checkUnit(output, isBare ? std::string() : quantity->unit); !fits)
        return fits.error();
    const double scale = isBare ? output.unitScale : parseUnit(quantity->unit).value().scale;
    const bool openBelow = quantity->bound == Bound::less || quantity->bound == Bound::atMost;
    const bool openAbove = quantity->bound == Bound::greater || quantity->bound == Bound::atLeast;
    const double low = openBelow ? -elementary::infinity : quantity->low.value_or(quantity->value.value_or(0));
    const double high = openAbove ? elementary::infinity : quantity->high.value_or(quantity->value.value_or(0));
    return inside(low * scale, high * scale);
}

/// True when the distribution has a density everywhere: single values have no likelihood to compare with.
bool hasDensity(const Distribution& distribution) {
    if (std::holds_alternative<Fixed>(distribution.shape) || std::holds_alternative<Empirical>(distribution.shape))
        return false;
    if (const auto* mixture = std::get_if<Mixture>(&distribution.shape))
        return std::all_of(mixture->parts.begin(), mixture->parts.end(), hasDensity);
    if (const auto* truncated = std::get_if<Truncated>(&distribution.shape))
        return hasDensity(*truncated->inner);
    return true;
}

Result<Likelihood> likelihoodOf(const OutputSummary& output, const std::string& text) {
    const Result<InputValue> value = readInput(text, output.unit);
    if (!value && value.error().code == ErrorCode::inputNeedsInterval)
        return ofClaim(output, text);
    if (!value)
        return value.error();
    if (const Result<> fits = checkUnit(output, value->unit); !fits)
        return fits.error();
    if (std::holds_alternative<Fixed>(value->distribution.shape))
        return ofClaim(output, text);
    if (const auto* interval = std::get_if<Interval>(&value->distribution.shape))
        return inside(interval->low, interval->high);
    if (!hasDensity(value->distribution))
        return Error(ErrorCode::inputNeedsInterval, output.id.value, {text, "5 to 10"});
    const Distribution distribution = value->distribution;
    return Likelihood([distribution](double at) { return density(distribution, at); });
}

struct Weighted {
    double value = 0;
    double weight = 0;
};

std::vector<Weighted> ascendingWeighted(std::span<const double> values, std::span<const double> weights) {
    std::vector<double> kept, theirs;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i] == values[i] && weights[i] > 0) {
            kept.push_back(values[i]);
            theirs.push_back(weights[i]);
        }
    std::vector<Weighted> ascending;
    ascending.reserve(kept.size());
    for (const std::uint32_t i : rankColumn(kept).order)
        ascending.push_back({kept[i], theirs[i]});
    return ascending;
}

/// The quantiles of one column, which is put in order once.
template <std::size_t N>
std::array<double, N> quantilesOf(const std::vector<Weighted>& ascending, const std::array<double, N>& shares) {
    std::array<double, N> found{};
    double total = 0;
    for (const Weighted& one : ascending)
        total += one.weight;
    for (std::size_t i = 0; i < N; ++i) {
        double before = 0, lastPlace = 0, lastValue = ascending.front().value;
        found[i] = ascending.back().value;
        for (const Weighted& one : ascending) {
            const double rest = total - one.weight;
            const double place = rest > 0 ? before / rest : 0;
            if (place >= shares[i]) {
                const double part = place > lastPlace ? (shares[i] - lastPlace) / (place - lastPlace) : 0;
                found[i] = lastValue + (one.value - lastValue) * part;
                break;
            }
            before += one.weight;
            lastPlace = place;
            lastValue = one.value;
        }
    }
    return found;
}

/// Of an input or an output.
template <class Variable>
GivenSummary summaryOf(const Variable& variable, std::span<const double> weights) {
    GivenSummary summary{variable.id, variable.title, variable.unit};
    const std::vector<Weighted> ascending = ascendingWeighted(*variable.samples, weights);
    if (ascending.empty())
        return summary;
    double sum = 0, total = 0;
    for (const Weighted& one : ascending) {
        sum += one.weight * (one.value - ascending.front().value);
        total += one.weight;
    }
    const std::array<double, 3> at = quantilesOf<3>(ascending, {0.05, 0.5, 0.95});
    summary.mean = (ascending.front().value + sum / total) / variable.unitScale;
    summary.p5 = at[0] / variable.unitScale;
    summary.p50 = at[1] / variable.unitScale;
    summary.p95 = at[2] / variable.unitScale;
    return summary;
}

} // namespace

Result<std::vector<double>> claimWeights(const OutputSummary& output, const std::string& text) {
    const Result<Likelihood> likelihood = likelihoodOf(output, text);
    if (!likelihood)
        return likelihood.error();
    std::vector<double> weights;
    weights.reserve(output.samples->size());
    for (const double sample : *output.samples) {
        const double weight = sample == sample ? (*likelihood)(sample) : 0.0;
        weights.push_back(std::isfinite(weight) ? weight : 0.0);
    }
    return weights;
}

double effectiveSamples(std::span<const double> weights) {
    const double most = weights.empty() ? 0 : *std::max_element(weights.begin(), weights.end());
    if (!(most > 0))
        return 0;
    double sum = 0, squares = 0;
    for (const double weight : weights) { // over the greatest, so that no square over- or underflows
        sum += weight / most;
        squares += (weight / most) * (weight / most);
    }
    return sum * sum / squares;
}

double weightedPercentile(std::span<const double> values, std::span<const double> weights, double q) {
    const std::vector<Weighted> ascending = ascendingWeighted(values, weights);
    return ascending.empty() ? elementary::notANumber : quantilesOf<1>(ascending, {q})[0];
}

Result<Given> condition(const Run& run, const VariableId& output, const std::string& text) {
    const PlainArithmetic plain;
    const OutputSummary* found = findOutput(run, output);
    if (found == nullptr)
        return Error(ErrorCode::outputUnknown, run.scenario.value, {output.value});
    const Result<std::vector<double>> weights = claimWeights(*found, text);
    if (!weights)
        return weights.error();
    Given given{output, text, effectiveSamples(*weights), {}, {}};
    if (given.effectiveSamples < leastEffectiveSamples)
        return Error(ErrorCode::tooFewSamples, run.scenario.value,
                     {output.value + "=" + text, writeNumber(std::floor(given.effectiveSamples)),
                      writeNumber(leastEffectiveSamples)});
    std::vector<const InputSummary*> inputs;
    for (const InputSummary& input : run.inputs)
        if (input.samples != nullptr)
            inputs.push_back(&input);
    given.inputs.resize(inputs.size());
    given.outputs.resize(run.outputs.size());
    const std::size_t columns = inputs.size() + run.outputs.size();
    const auto summariseOne = [&](std::size_t column, std::size_t) {
        if (column < inputs.size())
            given.inputs[column] = summaryOf(*inputs[column], *weights);
        else
            given.outputs[column - inputs.size()] = summaryOf(run.outputs[column - inputs.size()], *weights);
    };
    runTasks(columns, threadCount(0, columns), {}, summariseOne);
    return given;
}

} // namespace assay

// Points become columns, as if they were samples, and go through the scenario's own program.
#include "core/scenario/standard_space.h"

#include "core/base/plain_arithmetic.h"
#include "core/dist/exact.h"
#include "core/dist/special.h"
#include "core/scenario/statistics.h"

#include <algorithm>
#include <cmath>

namespace assay {
namespace {

std::vector<double> ascendingOf(const Column& column) {
    std::vector<double> values;
    for (const double value : *column)
        if (value == value)
            values.push_back(value);
    std::sort(values.begin(), values.end());
    return values;
}

/// The copula's factor spread over all uncertain inputs: the others stand alone.
std::vector<double> factorOver(const std::vector<std::size_t>& inputs, const Correlated& correlated) {
    const std::size_t n = inputs.size();
    std::vector<double> factor(n * n);
    for (std::size_t i = 0; i < n; ++i)
        factor[i * n + i] = 1;
    const auto placeOf = [&](std::size_t k) {
        return static_cast<std::size_t>(std::find(inputs.begin(), inputs.end(), correlated.inputs[k]) - inputs.begin());
    };
    const std::size_t size = correlated.copula.size;
    for (std::size_t row = 0; row < size; ++row)
        for (std::size_t column = 0; column <= row; ++column)
            factor[placeOf(row) * n + placeOf(column)] = correlated.copula.factor[row * size + column];
    return factor;
}

ValueRange rangeOf(std::span<const double> values) {
    ValueRange range{INFINITY, -INFINITY};
    for (const double value : values)
        if (value == value)
            range = {std::min(range.low, value), std::max(range.high, value)};
    return range;
}

} // namespace

Result<StandardSpace> StandardSpace::make(const Prepared& prepared, const Model& model, const ScenarioId& scenario,
                                          std::size_t formula, const RunOptions& options, const std::stop_token& stop) {
    Result<Replay> replay = makeReplay(prepared, model, scenario, options, {}, stop);
    if (!replay)
        return replay.error();
    StandardSpace space(std::move(*replay), formula);
    for (std::size_t i = 0; i < prepared.binding.inputs.size(); ++i) {
        const BoundInput& bound = prepared.binding.inputs[i];
        if (bound.fixed)
            continue;
        space.m_inputs.push_back(i);
        space.m_shapes.push_back(bound.distribution);
        space.m_ascending.push_back(bound.samples ? ascendingOf(space.m_replay.inputs[i]) : std::vector<double>());
    }
    space.m_factor = factorOver(space.m_inputs, prepared.correlated);
    space.m_sampled = rangeOf(*replayed(space.m_replay, {}, std::span(&space.m_formula, 1), stop).front());
    return space;
}

double StandardSpace::valueOf(std::size_t input, double z) const {
    if (!m_ascending[input].empty())
        return percentile(m_ascending[input], normalCdf(z));
    const double tail = std::min(normalCdf(-std::abs(z)), 0.5);
    return exactQuantile(m_shapes[input], Tail{tail, z < 0 ? TailSide::lower : TailSide::upper});
}

NormalPoint StandardSpace::correlated(const NormalPoint& independent) const {
    const std::size_t n = m_inputs.size();
    NormalPoint point(n);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            point[i] += m_factor[i * n + j] * independent[j];
    return point;
}

std::vector<double> StandardSpace::valuesAt(const NormalPoint& correlated) const {
    std::vector<double> values;
    for (std::size_t i = 0; i < m_inputs.size(); ++i)
        values.push_back(valueOf(i, correlated[i]));
    return values;
}

std::vector<double> StandardSpace::at(std::span<const NormalPoint> independent) const {
    const PlainArithmetic plain;
    if (independent.empty())
        return {};
    Replay replay = m_replay;
    replay.samples = independent.size();
    replay.threads = 1; // a handful of points
    std::vector<std::shared_ptr<Samples>> columns;
    for (std::size_t i = 0; i < m_inputs.size(); ++i)
        columns.push_back(std::make_shared<Samples>(independent.size()));
    for (std::size_t p = 0; p < independent.size(); ++p) {
        const std::vector<double> values = valuesAt(correlated(independent[p]));
        for (std::size_t i = 0; i < m_inputs.size(); ++i)
            (*columns[i])[p] = values[i];
    }
    for (std::size_t i = 0; i < m_inputs.size(); ++i)
        replay.inputs[m_inputs[i]] = columns[i];
    const Column output = replayed(replay, {}, std::span(&m_formula, 1), {}).front();
    return {output->begin(), output->end()};
}

} // namespace assay

// One replay for all: an input's column is put in a tenth lower and a tenth higher, everything else stays.
#include "core/scenario/explain.h"

#include "core/base/plain_arithmetic.h"
#include "core/scenario/behind.h"
#include "core/scenario/replay.h"
#include "core/scenario/statistic.h"

#include <algorithm>
#include <limits>

namespace assay {
namespace {

/// Base units; open where the model gives none.
ValueRange endsOf(const ModelInput& input) {
    const auto end = [&](const std::optional<std::string>& text, double open) {
        return text ? std::get<Fixed>(readInput(*text, input.unit)->distribution.shape).value : open;
    };
    constexpr double infinity = std::numeric_limits<double>::infinity();
    return {end(input.min, -infinity), end(input.max, infinity)};
}

class Explaining {
public:
    Explaining(const Model& model, const Binding& binding, const Replay& replay, const std::stop_token& stop)
        : m_model(model),
          m_binding(binding),
          m_replay(replay),
          m_stop(stop) {}

    MedianOf medianOf(const Formula& formula) const {
        const std::size_t place = placeOf(formula);
        return {formula.id, bindChip(formula.unit, m_binding.chip), median(m_replay, {}, place)};
    }

    MedianOf medianOf(const ModelInput& input) const {
        const std::size_t place = placeOf(input);
        const Unit unit = parseUnit(input.unit).value();
        const BoundInput& bound = m_binding.inputs[place];
        const double value =
            bound.fixed ? fromBase(*bound.fixed, unit) : statisticOf(Statistic::p50, *m_replay.inputs[place], unit);
        return {input.id, bound.unit, value};
    }

    TenthEffect effectOf(const ModelInput& input, const Formula& output) const {
        return {input.id, shifted(input, 1 - tenth, placeOf(output)), shifted(input, 1 + tenth, placeOf(output))};
    }

private:
    std::size_t placeOf(const Formula& formula) const {
        return static_cast<std::size_t>(&formula - m_model.formulas.data());
    }
    std::size_t placeOf(const ModelInput& input) const {
        return static_cast<std::size_t>(&input - m_model.inputs.data());
    }

    double median(const Replay& replay, std::span<const Held> held, std::size_t formula) const {
        const Column column = replayed(replay, held, std::span(&formula, 1), m_stop).front();
        const Unit unit = parseUnit(m_model.formulas[formula].unit).value();
        return m_stop.stop_requested() ? 0 : statisticOf(Statistic::p50, *column, unit);
    }

    double shifted(const ModelInput& input, double factor, std::size_t formula) const {
        const std::size_t place = placeOf(input);
        const ValueRange ends = endsOf(input);
        const auto moved = [&](double value) { // a value outside the ends already stays where it is
            return std::clamp(value * factor, std::min(ends.low, value), std::max(ends.high, value));
        };
        if (const std::optional<double>& fixed = m_binding.inputs[place].fixed) {
            const Held held{place, moved(*fixed)};
            return median(m_replay, std::span(&held, 1), formula);
        }
        auto column = std::make_shared<Samples>(*m_replay.inputs[place]);
        for (double& value : *column)
            value = moved(value);
        Replay replay = m_replay;
        replay.inputs[place] = std::move(column);
        return median(replay, {}, formula);
    }

    const Model& m_model;
    const Binding& m_binding;
    const Replay& m_replay;
    const std::stop_token& m_stop;
};

} // namespace

Result<Explained> explain(const Model& model, const Scenario& scenario, const VariableId& output,
                          const RunOptions& options, std::span<const RunPtr> upstream, const std::stop_token& stop) {
    const PlainArithmetic plain;
    const Result<Prepared> prepared = prepare(model, scenario, upstream, stop);
    if (!prepared)
        return prepared.error();
    if (std::find(model.outputs.begin(), model.outputs.end(), output) == model.outputs.end())
        return Error(ErrorCode::outputUnknown, scenario.id.value, {output.value});
    RunOptions few = options;
    few.samples = std::min(options.samples, explainSamples);
    const Result<Replay> replay = makeReplay(*prepared, model, scenario.id, few, {}, stop);
    if (!replay)
        return replay.error();
    const Explaining explaining(model, prepared->binding, *replay, stop);
    const Behind all = behind(model, output);
    Explained explained;
    for (const Formula* formula : all.formulas)
        explained.formulas.push_back(explaining.medianOf(*formula));
    for (const ModelInput* input : all.inputs) {
        explained.inputs.push_back(explaining.medianOf(*input));
        explained.effects.push_back(explaining.effectOf(*input, *all.formulas.front()));
    }
    if (stop.stop_requested())
        return Error(ErrorCode::cancelled, scenario.id.value);
    return explained;
}

} // namespace assay

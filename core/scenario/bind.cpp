// The model's order decides which chip is met first.
#include "core/scenario/bind.h"

#include <algorithm>
#include <cmath>

namespace assay {
namespace {

const ScenarioInput* inputOf(const Scenario& scenario, const VariableId& id) {
    const auto found = std::find_if(scenario.inputs.begin(), scenario.inputs.end(),
                                    [&id](const ScenarioInput& i) { return i.input == id; });
    return found == scenario.inputs.end() ? nullptr : &*found;
}

/// A text read, or another run's column, before the chip is known.
struct Given {
    BoundInput input;
    std::string unit; ///< what it carries; empty = the declared one
};

/// Where an input without a shape stands while others are looked at: halfway, in ratios on a log scale.
double middleOf(const Interval& interval, Scale scale) {
    return scale == Scale::log && interval.low > 0 ? std::sqrt(interval.low) * std::sqrt(interval.high)
                                                   : interval.low + (interval.high - interval.low) / 2;
}

Result<Given> readText(const ModelInput& input, const std::string& text) {
    Result<InputValue> value = readInput(text, input.unit);
    if (!value) {
        Error error = value.error();
        error.place = input.id.value;
        if (error.code == ErrorCode::inputUnit && !error.details.empty())
            error.details.front() = input.id.value; // the reader knows no input, only the text
        return error;
    }
    Given given;
    given.unit = value->unit;
    if (const auto* fixed = std::get_if<Fixed>(&value->distribution.shape))
        given.input.fixed = fixed->value;
    if (const auto* interval = std::get_if<Interval>(&value->distribution.shape))
        given.input.fixed = middleOf(*interval, input.scale);
    given.input.distribution = std::move(value->distribution);
    return given;
}

Result<Given> readUpstream(const Basis& basis, std::span<const RunPtr> upstream) {
    const Result<UpstreamReference> reference = upstreamReference(basis);
    if (!reference)
        return reference.error();
    const auto run = std::find_if(upstream.begin(), upstream.end(),
                                  [&](const RunPtr& r) { return r->scenario == reference->scenario; });
    if (run == upstream.end())
        return Error(ErrorCode::idUnknown, reference->scenario.value, {"scenario", reference->scenario.value});
    const OutputSummary* output = findOutput(**run, reference->output);
    if (output == nullptr)
        return Error(ErrorCode::outputUnknown, reference->scenario.value, {reference->output.value});
    Given given;
    given.unit = output->unit;
    given.input.samples = output->samples;
    given.input.samplesKey = output->samplesKey;
    return given;
}

/// Remembers the first chip; a second one is refused.
Result<> meetChip(Binding& binding, const Unit& unit, const VariableId& place) {
    const std::string chip = chipOf(unit);
    if (chip.empty() || chip == binding.chip)
        return {};
    if (!binding.chip.empty())
        return Error(ErrorCode::chipsMixed, place.value, {binding.chip, chip});
    binding.chip = chip;
    return {};
}

Result<> checkInputIds(const Model& model, const Scenario& scenario) {
    for (const ScenarioInput& input : scenario.inputs)
        if (findInput(model, input.input) == nullptr)
            return Error(ErrorCode::inputUnknown, scenario.id.value, {input.input.value});
    return {};
}

} // namespace

Result<UpstreamReference> upstreamReference(const Basis& basis) {
    const std::size_t slash = basis.reference.find('/');
    if (slash == std::string::npos || slash == 0 || slash + 1 == basis.reference.size())
        return Error(ErrorCode::fieldValue, basis.reference, {"reference", basis.reference, "SCENARIO/OUTPUT"});
    return UpstreamReference{ScenarioId{basis.reference.substr(0, slash)},
                             VariableId{basis.reference.substr(slash + 1)}};
}

Result<Binding> bindInputs(const Model& model, const CompiledModel& compiled, const Scenario& scenario,
                           std::span<const RunPtr> upstream) {
    if (const Result<> known = checkInputIds(model, scenario); !known)
        return known.error();
    Binding binding;
    std::vector<std::string> units;
    for (const Unit& unit : compiled.units) // a model may be about one chip only
        if (const Result<> met = meetChip(binding, unit, VariableId{model.id.value}); !met)
            return met.error();
    for (const ModelInput& input : model.inputs) {
        const ScenarioInput* own = inputOf(scenario, input.id);
        const bool linked = own != nullptr && own->basis.kind == BasisKind::scenario;
        Result<Given> given = linked ? readUpstream(own->basis, upstream)
                                     : readText(input, own != nullptr ? own->text : input.defaultText);
        if (!given)
            return given.error();
        const Result<Unit> unit = parseUnit(given->unit.empty() ? input.unit : given->unit);
        if (!unit)
            return unit.error();
        if (const Result<> met = meetChip(binding, *unit, input.id); !met)
            return met.error();
        units.push_back(given->unit);
        binding.inputs.push_back(std::move(given->input));
    }
    for (std::size_t i = 0; i < model.inputs.size(); ++i) {
        const ModelInput& input = model.inputs[i];
        binding.inputs[i].unit = bindChip(input.unit, binding.chip);
        const Unit wanted = bindChip(compiled.units[i], binding.chip);
        const Unit given = units[i].empty() ? wanted : bindChip(parseUnit(units[i]).value(), binding.chip);
        if (!sameDimension(wanted, given))
            return Error(ErrorCode::inputUnit, input.id.value, {input.id.value, binding.inputs[i].unit, units[i]});
    }
    return binding;
}

} // namespace assay

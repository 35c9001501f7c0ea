// checkModel: everything that can be wrong with a model before any scenario uses it.
#include "core/dist/sobol.h"
#include "core/scenario/bind.h"
#include "core/scenario/check_lists.h"
#include "core/scenario/simulate.h"

#include <algorithm>

namespace assay {
namespace {

Error invalid(const VariableId& place, std::string reason) {
    return Error(ErrorCode::modelInvalid, place.value, {std::move(reason)});
}

Result<> checkStreams(const Model& model) {
    std::vector<int> seen;
    for (const ModelInput& input : model.inputs) {
        if (input.stream < 1 || input.stream > maxStream)
            return invalid(input.id, "stream " + std::to_string(input.stream) + " is not between 1 and "
                                         + std::to_string(maxStream));
        if (std::find(seen.begin(), seen.end(), input.stream) != seen.end())
            return invalid(input.id, "stream " + std::to_string(input.stream) + " is given to two inputs");
        seen.push_back(input.stream);
    }
    return {};
}

Result<> checkCorrelation(const Model& model, const Correlation& correlation) {
    if (correlation.inputs.size() != 2 || correlation.inputs[0] == correlation.inputs[1])
        return invalid({}, "a correlation is not between two inputs");
    for (const VariableId& id : correlation.inputs)
        if (findInput(model, id) == nullptr)
            return invalid(id, "a correlation names \"" + id.value + "\", which is no input");
    if (!(correlation.rank >= -1 && correlation.rank <= 1))
        return invalid(correlation.inputs[0], "a rank correlation lies between -1 and 1");
    return {};
}

/// min and max: plain numbers in the input's dimension, min below max.
Result<> checkEnds(const ModelInput& input) {
    std::vector<double> ends;
    for (const std::optional<std::string>& text : {input.min, input.max}) {
        if (!text)
            continue;
        const Result<InputValue> value = readInput(*text, input.unit);
        const Fixed* fixed = value ? std::get_if<Fixed>(&value->distribution.shape) : nullptr;
        if (fixed == nullptr)
            return invalid(input.id,
                           "min and max of \"" + input.id.value + "\" must be numbers, not \"" + *text + "\"");
        ends.push_back(fixed->value);
    }
    if (ends.size() == 2 && !(ends[0] < ends[1]))
        return invalid(input.id, "min of \"" + input.id.value + "\" is not below its max");
    if (input.scale == Scale::log && !ends.empty() && !(ends[0] > 0))
        return invalid(input.id, "min of \"" + input.id.value + "\" must be above 0 for a log scale");
    return {};
}

} // namespace

Result<> checkLists(const Model& model) {
    if (const Result<> streams = checkStreams(model); !streams)
        return streams;
    for (const Correlation& correlation : model.correlations)
        if (const Result<> sound = checkCorrelation(model, correlation); !sound)
            return sound;
    return {};
}

Result<> checkModel(const Model& model) {
    for (const ModelInput& input : model.inputs)
        if (const Result<> ends = checkEnds(input); !ends)
            return ends;
    const Result<CompiledModel> compiled = compileModel(model);
    if (!compiled)
        return compiled.error();
    if (const Result<> lists = checkLists(model); !lists)
        return lists;
    const Result<Binding> binding =
        bindInputs(model, *compiled, Scenario{}, {}); // reads every default and checks its unit
    if (!binding)
        return binding.error();
    return {};
}

} // namespace assay

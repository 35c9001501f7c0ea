// Preparing: model and scenario to a program, tables and correlations.
#include "core/scenario/samples.h"

#include "core/base/plain_arithmetic.h"
#include "core/scenario/check_lists.h"

#include <algorithm>

namespace assay {
namespace {

double rankBetween(const Model& model, const VariableId& a, const VariableId& b) {
    for (const Correlation& c : model.correlations)
        if ((c.inputs[0] == a && c.inputs[1] == b) || (c.inputs[0] == b && c.inputs[1] == a))
            return c.rank;
    return 0;
}

} // namespace

std::vector<std::optional<double>> fixedValues(const Binding& binding) {
    std::vector<std::optional<double>> fixed;
    for (const BoundInput& input : binding.inputs)
        fixed.push_back(input.fixed);
    return fixed;
}

std::vector<bool> drawnInputs(const Binding& binding) {
    std::vector<bool> drawn;
    for (const BoundInput& input : binding.inputs)
        drawn.push_back(!input.fixed && input.samples == nullptr);
    return drawn;
}

Correlated correlatedInputs(const Model& model, const std::vector<bool>& drawn) {
    Correlated correlated;
    std::vector<std::size_t>& inputs = correlated.inputs;
    for (std::size_t i = 0; i < model.inputs.size(); ++i) {
        const auto names = [&model, i](const Correlation& c) {
            return std::find(c.inputs.begin(), c.inputs.end(), model.inputs[i].id) != c.inputs.end();
        };
        if (drawn[i] && std::any_of(model.correlations.begin(), model.correlations.end(), names))
            inputs.push_back(i);
    }
    std::sort(inputs.begin(), inputs.end(),
              [&model](std::size_t a, std::size_t b) { return model.inputs[a].stream < model.inputs[b].stream; });
    const std::size_t n = inputs.size();
    std::vector<double> ranks(n * n);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            ranks[i * n + j] = rankBetween(model, model.inputs[inputs[i]].id, model.inputs[inputs[j]].id);
    correlated.copula = makeCopula(ranks, n);
    return correlated;
}

Result<Prepared> prepare(const Model& model, const Scenario& scenario, std::span<const RunPtr> upstream,
                         const std::stop_token& stop, const Progress& progress) {
    const PlainArithmetic plain;
    Result<CompiledModel> compiled = compileModel(model);
    if (!compiled)
        return compiled.error();
    if (const Result<> lists = checkLists(model); !lists)
        return lists.error();
    Result<Binding> binding = bindInputs(model, *compiled, scenario, upstream);
    if (!binding)
        return binding.error();
    const std::vector<bool> drawn = drawnInputs(*binding);
    Prepared prepared;
    for (std::size_t i = 0; i < model.inputs.size(); ++i) {
        if (stop.stop_requested())
            return Error(ErrorCode::cancelled, scenario.id.value);
        const BoundInput& input = binding->inputs[i];
        prepared.streams.push_back(model.inputs[i].stream);
        prepared.tables.push_back(drawn[i] ? quantileTable(input.distribution) : nullptr);
        if (progress)
            progress();
    }
    prepared.program = makeProgram(*compiled, fixedValues(*binding));
    prepared.compiled = std::move(*compiled);
    prepared.binding = std::move(*binding);
    prepared.correlated = correlatedInputs(model, drawn);
    return prepared;
}

} // namespace assay

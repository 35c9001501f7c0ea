// Preparing: model and scenario to a program, tables and correlations.
#include "core/scenario/samples.h"

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

std::vector<bool> drawnInputs(const Binding& binding) {
    std::vector<bool> drawn;
    for (const BoundInput& input : binding.inputs)
        drawn.push_back(!input.fixed && input.samples == nullptr);
    return drawn;
}

Result<Correlated> correlatedInputs(const Model& model, const std::vector<bool>& drawn) {
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
    std::optional<Copula> copula = makeCopula(ranks, n);
    if (!copula)
        return Error(ErrorCode::modelInvalid, {}, {"no inputs can have these correlations together"});
    correlated.copula = std::move(*copula);
    return correlated;
}

Result<Prepared> prepare(const Model& model, const Scenario& scenario, std::span<const RunPtr> upstream) {
    Result<CompiledModel> compiled = compileModel(model);
    if (!compiled)
        return compiled.error();
    if (const Result<> lists = checkLists(model); !lists)
        return lists.error();
    Result<Binding> binding = bindInputs(model, *compiled, scenario, upstream);
    if (!binding)
        return binding.error();
    const std::vector<bool> drawn = drawnInputs(*binding);
    Result<Correlated> correlated = correlatedInputs(model, drawn);
    if (!correlated)
        return correlated.error();
    std::vector<std::optional<double>> fixed;
    Prepared prepared;
    for (std::size_t i = 0; i < model.inputs.size(); ++i) {
        const BoundInput& input = binding->inputs[i];
        fixed.push_back(input.fixed);
        prepared.streams.push_back(model.inputs[i].stream);
        prepared.tables.push_back(drawn[i] ? quantileTable(input.distribution) : nullptr);
    }
    prepared.program = makeProgram(*compiled, fixed);
    prepared.compiled = std::move(*compiled);
    prepared.binding = std::move(*binding);
    prepared.correlated = std::move(*correlated);
    return prepared;
}

} // namespace assay

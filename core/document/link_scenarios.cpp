// Linking scenarios: units and circles are checked before anything changes.
#include "core/document/link_scenarios.h"

#include "core/document/edit.h"
#include "core/units/unit.h"

namespace assay {
namespace {

/// Any chip of the output fits where the model says GPU. Errors: unitUnknown, unitSyntax, inputUnit.
Result<> checkUnits(const ModelInput& input, const Formula& output) {
    const Result<Unit> wanted = parseUnit(input.unit);
    const Result<Unit> given = parseUnit(output.unit);
    if (!wanted)
        return wanted.error();
    if (!given)
        return given.error();
    if (!sameDimension(bindChip(*wanted, chipOf(*given)), *given))
        return Error(ErrorCode::inputUnit, input.id.value, {input.id.value, input.unit, output.unit});
    return {};
}

} // namespace

Result<Document> bindOutput(const Document& document, const ScenarioId& scenario, const VariableId& input,
                            const OutputReference& upstream) {
    const Scenario* target = find(document.scenarios, scenario);
    const Scenario* other = find(document.scenarios, upstream.scenario);
    if (target == nullptr || other == nullptr) {
        const std::string& missing = target == nullptr ? scenario.value : upstream.scenario.value;
        return Error(ErrorCode::idUnknown, missing, {"scenario", missing});
    }
    Result<ScenarioInput> next = currentInput(document, scenario, input);
    if (!next)
        return next.error();
    const Model* otherModel = find(document.models, other->model);
    const Formula* formula = otherModel == nullptr ? nullptr : findFormula(*otherModel, upstream.output);
    if (formula == nullptr)
        return Error(ErrorCode::outputUnknown, upstream.scenario.value, {upstream.output.value});
    if (const Result<> fits = checkUnits(*findInput(*find(document.models, target->model), input), *formula); !fits)
        return fits.error();
    next->basis = Basis{.kind = BasisKind::scenario,
                        .claims = {},
                        .reference = upstream.scenario.value + "/" + upstream.output.value,
                        .note = {}};
    return setInput(document, scenario, std::move(*next));
}

std::vector<OutputReference> outputsFor(const Document& document, const ScenarioId& scenario, const VariableId& input) {
    std::vector<OutputReference> fitting;
    for (const Row<Scenario>& other : document.scenarios) {
        const Model* model = find(document.models, other->model);
        if (model == nullptr || other->id == scenario)
            continue;
        for (const VariableId& output : model->outputs)
            if (const OutputReference reference{other->id, output}; bindOutput(document, scenario, input, reference))
                fitting.push_back(reference);
    }
    return fitting;
}

} // namespace assay

// Edits of scenarios and of their inputs: texts are read and units checked before they get in.
#include "core/document/edit.h"
#include "core/document/edit_rows.h"
#include "core/document/follow_rows.h"

#include "core/dist/distribution.h"

#include <algorithm>

namespace assay {
namespace {

/// A scenario and one input of its model. Errors: idUnknown, inputUnknown.
struct InputPlace {
    const Scenario* scenario = nullptr;
    const ModelInput* input = nullptr;
};

Result<InputPlace> findPlace(const Document& document, const ScenarioId& id, const VariableId& input) {
    const Scenario* scenario = find(document.scenarios, id);
    if (scenario == nullptr)
        return Error(ErrorCode::idUnknown, id.value, {"scenario", id.value});
    const Model* model = find(document.models, scenario->model);
    if (model == nullptr)
        return Error(ErrorCode::idUnknown, id.value, {"model", scenario->model.value});
    const auto found =
        std::find_if(model->inputs.begin(), model->inputs.end(), [&](const ModelInput& i) { return i.id == input; });
    if (found == model->inputs.end())
        return Error(ErrorCode::inputUnknown, id.value, {input.value});
    return InputPlace{scenario, &*found};
}

/// Changes one scenario's list of inputs.
template <class Change>
Result<Document> changeInputs(const Document& document, const Scenario& scenario, Change change) {
    Scenario next = scenario;
    change(next.inputs);
    return setRow(document, &Document::scenarios, "scenario", std::move(next));
}

} // namespace

Result<Document> addScenario(const Document& document, const Model& model, Scenario scenario) {
    Document next = document;
    scenario.model = model.id;
    if (find(next.models, model.id) == nullptr)
        next.models.push_back(Row<Model>(model));
    Result<Document> added = addRow(std::move(next), &Document::scenarios, "scenario", std::move(scenario));
    if (!added)
        return added;
    takeOwnRows(*added, added->scenarios.back()->id);
    return checked(std::move(*added)); // the model came along
}

Result<Document> duplicateScenario(const Document& document, const ScenarioId& id, ScenarioId newId,
                                   std::string title) {
    if (find(document.scenarios, newId) != nullptr)
        return Error(ErrorCode::idTaken, newId.value, {"scenario", newId.value});
    Document next = document;
    const auto original = std::find_if(next.scenarios.begin(), next.scenarios.end(),
                                       [&](const Row<Scenario>& row) { return row->id == id; });
    if (original == next.scenarios.end())
        return Error(ErrorCode::idUnknown, id.value, {"scenario", id.value});
    Scenario copy = **original;
    copy.id = std::move(newId);
    copy.title = std::move(title);
    next.scenarios.insert(original + 1, Row<Scenario>(std::move(copy)));
    return checked(std::move(next));
}

Result<Document> renameScenario(const Document& document, const ScenarioId& id, std::string title) {
    const Scenario* old = find(document.scenarios, id);
    if (old == nullptr)
        return Error(ErrorCode::idUnknown, id.value, {"scenario", id.value});
    if (title.empty())
        return Error(ErrorCode::nameEmpty, id.value, {"scenario"});
    Scenario next = *old;
    next.title = std::move(title);
    return setScenario(document, std::move(next));
}

Result<Document> setScenario(const Document& document, Scenario scenario) {
    return setRow(document, &Document::scenarios, "scenario", std::move(scenario));
}

Result<Document> removeScenario(const Document& document, const ScenarioId& id) {
    Document next = document;
    std::erase_if(next.assertions, [&](const Row<Assertion>& row) { return row->scenario == id; });
    std::erase_if(next.overrides, [&](const Row<Override>& row) { return row->scenario == id; });
    std::erase_if(next.project.chartTitles,
                  [&](const ChartTitle& title) { return title.id.ends_with("--" + id.value); });
    return unlessUsed(removeRow(std::move(next), &Document::scenarios, "scenario", id), "scenario", id.value);
}

Result<Document> setInput(const Document& document, const ScenarioId& scenario, ScenarioInput input) {
    const Result<InputPlace> place = findPlace(document, scenario, input.input);
    if (!place)
        return place.error();
    const Result<InputValue> value = readInput(input.text, place->input->unit);
    if (!value && value.error().code == ErrorCode::inputUnit) // said of the input, not of its text
        return Error(ErrorCode::inputUnit, input.input.value,
                     {input.input.value, place->input->unit, value.error().details.at(2)});
    if (!value)
        return value.error();
    return changeInputs(document, *place->scenario, [&](std::vector<ScenarioInput>& inputs) {
        const auto old =
            std::find_if(inputs.begin(), inputs.end(), [&](const ScenarioInput& i) { return i.input == input.input; });
        if (old == inputs.end())
            inputs.push_back(std::move(input));
        else
            *old = std::move(input);
    });
}

Result<Document> resetInput(const Document& document, const ScenarioId& scenario, const VariableId& input) {
    const Result<InputPlace> place = findPlace(document, scenario, input);
    if (!place)
        return place.error();
    return changeInputs(document, *place->scenario, [&](std::vector<ScenarioInput>& inputs) {
        std::erase_if(inputs, [&](const ScenarioInput& i) { return i.input == input; });
    });
}

Result<ScenarioInput> currentInput(const Document& document, const ScenarioId& scenario, const VariableId& input) {
    const Result<InputPlace> place = findPlace(document, scenario, input);
    if (!place)
        return place.error();
    for (const ScenarioInput& own : place->scenario->inputs)
        if (own.input == input)
            return own;
    const Basis basis{.kind = BasisKind::assumption, .claims = {}, .reference = {}, .note = place->input->basis};
    return ScenarioInput{input, place->input->defaultText, basis};
}

} // namespace assay

// The record's fields go through the reader of project files, with limits of their own.
#include "core/io/chart_record.h"

#include "core/document/edit.h"
#include "core/io/json_fields.h"
#include "core/scenario/simulate.h"

#include <algorithm>

namespace assay {

template <>
struct Fields<ChartRecord> {
    static constexpr std::tuple list{
        required("project", &ChartRecord::project),    optional("projectTitle", &ChartRecord::projectTitle),
        required("chart", &ChartRecord::chart),        optional("form", &ChartRecord::form),
        optional("scenario", &ChartRecord::scenario),  optional("seed", &ChartRecord::seed),
        optional("engine", &ChartRecord::engine),      optional("digest", &ChartRecord::digest),
        optional("scenarios", &ChartRecord::scenarios)};
};

namespace {

constexpr std::size_t deepest = 12;
constexpr std::size_t longestText = 4096; ///< bytes of an id, a title or an input's text
constexpr std::size_t mostScenarios = 1000;
constexpr std::size_t mostInputs = 1000; ///< of a scenario

/// What the analyst wrote for himself stays at home.
Scenario withoutNotes(Scenario scenario) {
    scenario.note.clear();
    scenario.extra.clear();
    for (ScenarioInput& input : scenario.inputs)
        input.basis.note.clear();
    return scenario;
}

bool isShown(const ChartSpec& spec, const ScenarioId& id) {
    return std::any_of(spec.data.begin(), spec.data.end(),
                       [&](const Datum& datum) { return datum.ids.scenario == id; });
}

Error tooMuch(const std::string& fileName, const char* what, std::size_t most) {
    return Error(ErrorCode::jsonLimit, fileName, {what, std::to_string(most)});
}

Result<> checkBounds(const ChartRecord& record, const std::string& fileName) {
    if (record.scenarios.size() > mostScenarios)
        return tooMuch(fileName, "scenarios", mostScenarios);
    std::vector<const std::string*> texts{&record.project, &record.projectTitle, &record.chart, &record.form,
                                          &record.digest};
    if (record.scenario)
        texts.push_back(&record.scenario->value);
    for (const Scenario& scenario : record.scenarios) {
        if (scenario.inputs.size() > mostInputs)
            return tooMuch(fileName, "inputs of a scenario", mostInputs);
        texts.insert(texts.end(), {&scenario.id.value, &scenario.title, &scenario.model.value});
        for (const ScenarioInput& input : scenario.inputs)
            texts.insert(texts.end(), {&input.input.value, &input.text, &input.basis.reference});
    }
    const bool isLong =
        std::any_of(texts.begin(), texts.end(), [](const std::string* text) { return text->size() > longestText; });
    if (isLong)
        return tooMuch(fileName, "bytes of a text", longestText);
    return {};
}

/// What an input says in the project: its own text, or the model's default.
std::string textOf(const Document& document, const Scenario& scenario, const VariableId& input) {
    for (const ScenarioInput& each : scenario.inputs)
        if (each.input == input)
            return each.text;
    const Model* model = find(document.models, scenario.model);
    const ModelInput* declared = model ? findInput(*model, input) : nullptr;
    return declared ? declared->defaultText : std::string();
}

} // namespace

ChartRecord chartRecord(const Document& document, const ChartSpec& spec, std::span<const RunPtr> runs) {
    ChartRecord record;
    record.project = document.project.id;
    record.projectTitle = document.project.title;
    record.chart = spec.chart;
    record.form = spec.form;
    record.seed = document.project.seed;
    record.engine = engineVersion;
    if (const std::size_t dashes = spec.picture.find("--"); dashes != std::string::npos)
        record.scenario = ScenarioId{spec.picture.substr(dashes + 2)};
    std::vector<RunPtr> shown;
    for (const Row<Scenario>& scenario : document.scenarios) {
        if (!isShown(spec, scenario->id))
            continue;
        record.scenarios.push_back(withoutNotes(*scenario));
        for (const RunPtr& run : runs)
            if (run && run->scenario == scenario->id)
                shown.push_back(run);
    }
    if (!shown.empty())
        record.digest = digestOf(shown);
    return record;
}

std::string writeChartRecord(const ChartRecord& record) {
    std::string json = writeJson(toJson(record));
    return json.size() > longestRecord ? std::string() : json;
}

Result<ChartRecord> readChartRecord(std::string_view json, const std::string& fileName) {
    Result<JsonValue> root = readJson(json, fileName, JsonLimits{deepest, longestRecord});
    if (!root)
        return root.error();
    FieldReader reader(json, fileName, UnknownKeys::keep);
    ChartRecord record = reader.read<ChartRecord>(*root, "");
    if (reader.error())
        return *reader.error();
    if (const Result<> bounded = checkBounds(record, fileName); !bounded)
        return bounded.error();
    return record;
}

RecordedState recordedState(const Document& document, const Scenario& recorded) {
    const Scenario* now = find(document.scenarios, recorded.id);
    if (!now)
        return RecordedState::gone;
    std::vector<VariableId> inputs;
    for (const Scenario* scenario : {now, &recorded})
        for (const ScenarioInput& input : scenario->inputs)
            inputs.push_back(input.input);
    const bool same = now->model == recorded.model && now->samples == recorded.samples
                      && std::all_of(inputs.begin(), inputs.end(), [&](const VariableId& input) {
                             return textOf(document, *now, input) == textOf(document, recorded, input);
                         });
    return same ? RecordedState::same : RecordedState::differs;
}

Result<Document> addRecordedScenario(const Document& document, const Scenario& recorded, std::string title) {
    const Model* model = find(document.models, recorded.model);
    if (!model)
        return Error(ErrorCode::modelUnknown, recorded.id.value, {recorded.model.value});
    Scenario fresh;
    fresh.id = ScenarioId{freeScenarioId(document, title)};
    fresh.title = std::move(title);
    fresh.model = recorded.model;
    fresh.samples = recorded.samples;
    fresh.asOf = recorded.asOf;
    const ScenarioId id = fresh.id;
    Result<Document> next = addScenario(document, *model, std::move(fresh));
    for (const ScenarioInput& input : recorded.inputs) {
        if (!next)
            return next;
        ScenarioInput own = input;
        std::erase_if(own.basis.claims, [&](const ClaimId& claim) { return !find(document.claims, claim); });
        if (own.basis.kind == BasisKind::claims && own.basis.claims.empty())
            own.basis = {};
        next = setInput(*next, id, std::move(own));
    }
    return next;
}

} // namespace assay

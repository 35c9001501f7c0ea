// StaleService: one search at a time; the newest document wins.
#include "ui/jobs/stale_service.h"

#include <algorithm>

namespace assay {

namespace {

/// A slider's drag changes texts and not bases.
bool standOnTheSame(const Row<Scenario>& a, const Row<Scenario>& b) {
    return a.sameObject(b)
           || (a->id == b->id && a->model == b->model
               && std::equal(a->inputs.begin(), a->inputs.end(), b->inputs.begin(), b->inputs.end(),
                             [](const ScenarioInput& left, const ScenarioInput& right) {
                                 return left.input == right.input && left.basis == right.basis;
                             }));
}

bool areAsStale(const Document& a, const Document& b) {
    return a.sources == b.sources && a.claims == b.claims && a.decisions == b.decisions && a.models == b.models
           && a.catalogueRows == b.catalogueRows
           && std::equal(a.scenarios.begin(), a.scenarios.end(), b.scenarios.begin(), b.scenarios.end(),
                         standOnTheSame);
}

} // namespace

StaleService::StaleService(DocumentStore& store, QObject* parent) : QObject(parent), m_store(store), m_job(this) {
    connect(&store, &DocumentStore::changed, this, &StaleService::follow);
    request();
}

std::vector<StaleInput> StaleService::inputsOf(const ScenarioId& scenario) const {
    std::vector<StaleInput> inputs = m_found.inputs;
    std::erase_if(inputs, [&](const StaleInput& input) { return input.scenario != scenario; });
    return inputs;
}

std::vector<VariableId> StaleService::outputsOf(const ScenarioId& scenario) const {
    std::vector<VariableId> outputs;
    for (const StaleOutput& output : m_found.outputs)
        if (output.scenario == scenario)
            outputs.push_back(output.output);
    return outputs;
}

std::vector<ScenarioId> StaleService::scenarios() const {
    return staleScenarios(m_store.document(), m_found.inputs, m_found.outputs);
}

void StaleService::follow(const Document& before, const Document& after) {
    if (!areAsStale(before, after))
        request();
}

void StaleService::request() {
    m_job.request(
        Running::finish,
        [document = m_store.document()](const std::stop_token&) {
            Found found{staleInputs(document), {}};
            found.outputs = staleOutputs(document, found.inputs);
            return found;
        },
        [this](Found found) {
            const bool isNew = !(found.inputs == m_found.inputs && found.outputs == m_found.outputs);
            m_found = std::move(found);
            if (isNew)
                emit changed();
        });
}

} // namespace assay

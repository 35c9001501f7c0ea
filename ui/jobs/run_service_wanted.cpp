// RunService: which run is wanted next, what it is a function of, and what must run before it. Starts nothing.
#include "core/scenario/catalogue_basis.h"
#include "core/scenario/run_order.h"
#include "ui/jobs/run_service.h"

#include <algorithm>

namespace assay {

namespace {

std::uint64_t frameSamples(const Scenario& scenario) { return std::min(scenario.samples, RunService::dragSamples); }

// A run so big that a first picture pays: the default count, twice a frame's, is worth waiting for.
bool wantsFirstPicture(const Scenario& scenario) { return scenario.samples > 2 * RunService::dragSamples; }

} // namespace

std::optional<RunService::Task> RunService::nextTask() {
    if (m_gesture) {
        const Row<Scenario>* touched = row(*m_gesture);
        return touched ? missingFrame(*touched) : std::nullopt;
    }
    if (const Row<Scenario>* focused = row(m_focus))
        if (std::optional<Task> missing = missingRun(*focused)) {
            std::optional<Task> upstream = missingUpstream(*focused, missing->options.samples);
            return upstream ? upstream : missing;
        }
    for (const ScenarioId& id : m_order) {
        const Row<Scenario>* waiting = row(id); // none: deleted, and the selection moved on before the order did
        if (std::optional<Task> missing = waiting ? missingRun(*waiting) : std::nullopt)
            return missing;
    }
    return missingErrors();
}

std::optional<RunService::Task> RunService::missingFrame(const Row<Scenario>& scenario) {
    Task wanted = frame(scenario);
    if (shownKey(scenario->id) == wanted.key || !missingRun(scenario))
        return std::nullopt;
    std::optional<Task> upstream = missingUpstream(scenario, wanted.options.samples);
    return upstream ? upstream : wanted;
}

/// What must run before the scenario can take `samples` of it.
std::optional<RunService::Task> RunService::missingUpstream(const Row<Scenario>& scenario, std::uint64_t samples) {
    if (upstreamsOf(*scenario).empty())
        return std::nullopt;
    const Result<std::vector<ScenarioId>> order = runOrder(m_store.document().scenarios, {scenario->id});
    if (!order)
        return std::nullopt;
    for (const ScenarioId& id : *order)
        if (id != scenario->id && !feeds(*row(id), samples))
            return missingRun(*row(id));
    return std::nullopt;
}

bool RunService::feeds(const Row<Scenario>& upstream, std::uint64_t samples) {
    const std::string& shown = shownKey(upstream->id);
    const RunPtr found = run(upstream->id);
    if (found && found->samples < std::min(samples, upstream->samples))
        return false;
    return shown == m_fullKeys[upstream->id] || shown == task(upstream, upstream->samples, Errors::byScrambles).key
           || shown == frame(upstream).key;
}

std::optional<RunService::Task> RunService::missingRun(const Row<Scenario>& scenario) {
    if (m_fullKeys.count(scenario->id) == 0)
        return std::nullopt; // in a circle
    Task full = task(scenario, scenario->samples, Errors::skip);
    const std::string& shown = shownKey(scenario->id);
    if (shown == full.key || shown == task(scenario, scenario->samples, Errors::byScrambles).key)
        return std::nullopt;
    if (wantsFirstPicture(*scenario)) {
        Task first = frame(scenario);
        if (shown != first.key)
            return first;
    }
    return full;
}

std::optional<RunService::Task> RunService::missingErrors() {
    const Row<Scenario>* focused = row(m_focus);
    if (!focused || !run(m_focus))
        return std::nullopt;
    Task errors = task(*focused, (*focused)->samples, Errors::byScrambles);
    if (shownKey(m_focus) == errors.key)
        return std::nullopt;
    return errors;
}

// A drag's frame is shown even when the hand has moved on: it is newer than what is on screen, and cancelling each
// frame for the next would show none.
bool RunService::isFrame(const Task& task) const {
    return m_gesture && *m_gesture == task.scenario->id && task.options.samples == frameSamples(*task.scenario)
           && task.options.errors == Errors::skip && row(task.scenario->id);
}

bool RunService::isWanted(const Task& running) {
    const std::optional<Task> next = nextTask();
    if (next && next->key == running.key)
        return true;
    if (m_gesture || running.options.errors != Errors::skip)
        return false;
    const Row<Scenario>* current = row(running.scenario->id);
    if (!current)
        return false;
    const std::optional<Task> missing = missingRun(*current);
    return missing && missing->key == running.key;
}

RunService::Task RunService::task(const Row<Scenario>& scenario, std::uint64_t samples, Errors errors) {
    const Rows<Model>& models = m_store.document().models;
    const auto model =
        std::find_if(models.begin(), models.end(), [&](const Row<Model>& m) { return m->id == scenario->model; });
    const Row<Model> found = model == models.end() ? Row<Model>(Model{}) : *model; // checkReferences: there is one
    RunOptions options;
    options.seed = m_store.document().project.seed;
    options.samples = samples;
    options.errors = errors;
    options.catalogs = m_catalogs;
    return {found, scenario, options, runKey(hashOf(found), *scenario, options, otherKeys(*found, *scenario))};
}

// The first samples with binned ranks: 1e-4 from the exact ones and several times faster.
RunService::Task RunService::frame(const Row<Scenario>& scenario) {
    Task made = task(scenario, frameSamples(*scenario), Errors::skip);
    made.options.ranks = RankMethod::binned;
    made.key = runKey(hashOf(made.model), *scenario, made.options, otherKeys(*made.model, *scenario));
    return made;
}

/// What else a run goes by: rows of the project, and upstream runs. The first samples of a run are those of a shorter
/// one: the key at the upstream's own count tells what is taken.
std::vector<std::string> RunService::otherKeys(const Model& model, const Scenario& scenario) const {
    std::vector<std::string> keys;
    if (std::string rows = ownRowsText(model, scenario, m_catalogs); !rows.empty())
        keys.push_back(std::move(rows));
    for (const ScenarioId& upstream : upstreamsOf(scenario))
        if (const auto found = m_fullKeys.find(upstream); found != m_fullKeys.end())
            keys.push_back(found->second);
    return keys;
}

const std::string& RunService::shownKey(const ScenarioId& scenario) const {
    static const std::string none;
    const auto found = m_shown.find(scenario);
    return found == m_shown.end() ? none : found->second.key;
}

const Row<Scenario>* RunService::row(const ScenarioId& scenario) const {
    for (const Row<Scenario>& candidate : m_store.document().scenarios)
        if (candidate->id == scenario)
            return &candidate;
    return nullptr;
}

const std::string& RunService::hashOf(const Row<Model>& model) {
    for (const auto& [known, hash] : m_modelHashes)
        if (known.sameObject(model))
            return hash;
    if (m_modelHashes.size() > m_store.document().models.size())
        m_modelHashes.clear();
    return m_modelHashes.emplace_back(model, modelHash(*model)).second;
}

} // namespace assay

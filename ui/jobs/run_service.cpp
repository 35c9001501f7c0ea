// RunService: follows the document, starts runs and takes results in. Which run is wanted is in run_service_wanted.cpp.
#include "ui/jobs/run_service.h"

#include "core/scenario/run_order.h"

#include <algorithm>

namespace assay {

namespace {

constexpr std::size_t cacheBytes = std::size_t{256} << 20; // about 15 runs of 2^17 samples of a 15-column model

RunPtr named(RunPtr run, const ScenarioId& scenario) {
    if (run->scenario == scenario)
        return run;
    Run copy = *run; // sample columns are shared
    copy.scenario = scenario;
    return std::make_shared<const Run>(std::move(copy));
}

} // namespace

RunService::RunService(DocumentStore& store, Simulator simulator, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_simulator(std::move(simulator)),
      m_cache(cacheBytes) {
    connect(&m_store, &DocumentStore::changed, this, [this] { follow(); });
    follow();
}

RunService::~RunService() = default;

RunPtr RunService::run(const ScenarioId& scenario) const {
    const auto found = m_shown.find(scenario);
    return found == m_shown.end() ? nullptr : found->second.run;
}

std::vector<RunPtr> RunService::runs() const {
    std::vector<RunPtr> all;
    for (const Row<Scenario>& scenario : m_store.document().scenarios)
        if (RunPtr found = run(scenario->id))
            all.push_back(std::move(found));
    return all;
}

std::optional<Error> RunService::error(const ScenarioId& scenario) const {
    const auto found = m_shown.find(scenario);
    return found == m_shown.end() ? std::nullopt : found->second.error;
}

bool RunService::isCurrent(const ScenarioId& scenario) {
    const Row<Scenario>* found = row(scenario);
    return found && !missingRun(*found);
}

void RunService::setFocus(const ScenarioId& scenario) {
    m_focus = scenario;
    schedule();
}

void RunService::beginGesture(const ScenarioId& scenario) {
    m_gesture = scenario;
    emit gestureBegan();
    schedule();
}

void RunService::endGesture() {
    m_gesture.reset();
    emit gestureEnded();
    schedule();
}

void RunService::follow() {
    readCatalogs();
    putInOrder();
    const bool removed = forgetRemoved();
    const bool adopted = adoptFromCache();
    if (removed || adopted)
        emit runsChanged();
    schedule();
}

/// Made once a change: keys are asked for many times in between.
void RunService::readCatalogs() {
    const Rows<CatalogueRow>& rows = m_store.document().catalogueRows;
    if (rows == m_catalogueRows)
        return;
    m_catalogueRows = rows;
    m_catalogs = Catalogs(rows);
}

/// Edits and readers refuse circles (checkReferences); should one come in all the same, its scenarios say so.
void RunService::putInOrder() {
    const Rows<Scenario>& scenarios = m_store.document().scenarios;
    std::vector<ScenarioId> wanted;
    for (const Row<Scenario>& scenario : scenarios)
        wanted.push_back(scenario->id);
    if (!runOrder(scenarios, wanted)) {
        std::erase_if(wanted, [&](const ScenarioId& id) {
            const Result<std::vector<ScenarioId>> own = runOrder(scenarios, {id});
            if (!own)
                m_shown[id] = {{}, nullptr, own.error()};
            return !own;
        });
    }
    m_order = runOrder(scenarios, wanted).value();
    m_fullKeys.clear();
    for (const ScenarioId& id : m_order) {
        const Row<Scenario>& scenario = *row(id);
        m_fullKeys[id] = task(scenario, scenario->samples, Errors::skip).key;
    }
}

bool RunService::forgetRemoved() {
    return std::erase_if(m_shown, [this](const auto& shown) { return !row(shown.first); }) > 0;
}

bool RunService::adoptFromCache() {
    bool adopted = false;
    for (const Row<Scenario>& scenario : m_store.document().scenarios) {
        for (const Errors errors : {Errors::byScrambles, Errors::skip}) {
            const std::string key = task(scenario, scenario->samples, errors).key;
            if (shownKey(scenario->id) == key)
                break;
            if (RunPtr found = m_cache.find(key)) {
                m_shown[scenario->id] = {key, named(std::move(found), scenario->id), std::nullopt};
                adopted = true;
                break;
            }
        }
    }
    return adopted;
}

void RunService::schedule() {
    const std::optional<Task> next = nextTask();
    if (m_running && (isFrame(*m_running) || isWanted(*m_running)))
        return; // take() asks again
    if (!next) {
        m_job.cancel();
        setRunning(std::nullopt);
        return;
    }
    start(*next);
}

void RunService::start(Task task) {
    for (const ScenarioId& upstream : upstreamsOf(*task.scenario)) {
        if (const RunPtr found = run(upstream))
            task.upstream.push_back(found);
        else if (const std::optional<Error> reason = error(upstream))
            task.blocked = reason;
    }
    if (const RunPtr shown = run(task.scenario->id)) // its columns that no edit reached are not drawn again
        task.options.previous.push_back(shown);
    setRunning(task);
    m_job.request(
        Running::cancel,
        [simulator = m_simulator, task](const std::stop_token& stop) {
            return task.blocked ? Result<Run>(*task.blocked)
                                : simulator(*task.model, *task.scenario, task.options, std::span(task.upstream), stop);
        },
        [this, task](Result<Run> result) { take(task, std::move(result)); });
}

void RunService::take(const Task& task, Result<Run> result) {
    const ScenarioId& id = task.scenario->id;
    if (!result) {
        m_shown[id] = {task.key, nullptr, result.error()};
    } else {
        RunPtr run = named(std::make_shared<const Run>(std::move(*result)), id);
        if (task.options.samples == task.scenario->samples)
            m_cache.insert(task.key, run);
        m_shown[id] = {task.key, std::move(run), std::nullopt};
    }
    m_running.reset();
    forgetRemoved();
    emit runsChanged();
    schedule();
    if (!m_running)
        emit busyChanged();
}

void RunService::setRunning(std::optional<Task> task) {
    const bool wasBusy = isBusy();
    m_running = std::move(task);
    if (wasBusy != isBusy())
        emit busyChanged();
}

} // namespace assay

#include "moc_run_service.cpp"

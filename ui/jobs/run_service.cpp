// RunService: decides which run is wanted next, and takes results in.
#include "ui/jobs/run_service.h"

#include <algorithm>

namespace assay {

namespace {

constexpr std::size_t cacheBytes = std::size_t{256} << 20; // about 15 runs of 2^17 samples of a 15-column model

std::uint64_t frameSamples(const Scenario& scenario) { return std::min(scenario.samples, RunService::dragSamples); }

// A run so big that a first picture pays: the default count, twice a frame's, is worth waiting for.
bool wantsFirstPicture(const Scenario& scenario) { return scenario.samples > 2 * RunService::dragSamples; }

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
    schedule();
}

void RunService::endGesture() {
    m_gesture.reset();
    schedule();
}

void RunService::follow() {
    const bool removed = forgetRemoved();
    const bool adopted = adoptFromCache();
    if (removed || adopted)
        emit runsChanged();
    schedule();
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
    setRunning(next);
    m_job.request(
        Running::cancel,
        [simulator = m_simulator, task = *next](const std::stop_token& stop) {
            return simulator(*task.model, *task.scenario, task.options, stop);
        },
        [this, task = *next](Result<Run> result) { take(task, std::move(result)); });
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

std::optional<RunService::Task> RunService::nextTask() {
    if (m_gesture) {
        const Row<Scenario>* touched = row(*m_gesture);
        return touched ? missingFrame(*touched) : std::nullopt;
    }
    if (const Row<Scenario>* focused = row(m_focus))
        if (std::optional<Task> missing = missingRun(*focused))
            return missing;
    for (const Row<Scenario>& scenario : m_store.document().scenarios)
        if (std::optional<Task> missing = missingRun(scenario))
            return missing;
    return missingErrors();
}

std::optional<RunService::Task> RunService::missingFrame(const Row<Scenario>& scenario) {
    Task wanted = frame(scenario);
    if (shownKey(scenario->id) == wanted.key || !missingRun(scenario))
        return std::nullopt;
    return wanted;
}

std::optional<RunService::Task> RunService::missingRun(const Row<Scenario>& scenario) {
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
    return {found, scenario, options, runKey(hashOf(found), *scenario, options)};
}

// The first samples with binned ranks: 1e-4 from the exact ones and several times faster.
RunService::Task RunService::frame(const Row<Scenario>& scenario) {
    Task made = task(scenario, frameSamples(*scenario), Errors::skip);
    made.options.ranks = RankMethod::binned;
    made.key = runKey(hashOf(made.model), *scenario, made.options);
    return made;
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

#include "moc_run_service.cpp"

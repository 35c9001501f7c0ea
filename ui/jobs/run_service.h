// RunService: keeps a run for every scenario of the current document, computed off the GUI thread. While a gesture is
// on it computes the first 2^16 samples of the touched scenario only; at rest each scenario's own count. Shows nothing.
#pragma once

#include "core/base/result.h"
#include "core/document/document.h"
#include "core/scenario/run.h"
#include "core/scenario/simulate.h"
#include "ui/jobs/latest_job.h"
#include "ui/jobs/run_cache.h"
#include "ui/store/document_store.h"

#include <QtCore/QObject>

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace assay {

/// What turns a scenario into a run: `simulate`, or a scripted one in tests. Called off the GUI thread, one at a time.
/// The span holds the runs of the scenarios whose outputs this one takes.
using Simulator = std::function<Result<Run>(const Model&, const Scenario&, const RunOptions&, std::span<const RunPtr>,
                                            std::stop_token)>;

class RunService : public QObject {
    Q_OBJECT
public:
    /// Samples of a drag's pictures and of the first picture of a bigger run (design: "The engine").
    static constexpr std::uint64_t dragSamples = 65536;

    RunService(DocumentStore& store, Simulator simulator, QObject* parent = nullptr);
    ~RunService() override;

    /// The newest run there is; it may be of values just left behind (isCurrent tells). Null: none yet, or an error.
    RunPtr run(const ScenarioId& scenario) const;
    std::vector<RunPtr> runs() const;                             ///< those there are, in scenario order
    std::optional<Error> error(const ScenarioId& scenario) const; ///< why the scenario can't be run as it stands
    bool isCurrent(const ScenarioId& scenario); ///< the run is of the document's values, at the full count
    bool isBusy() const { return m_running.has_value(); }
    bool isFramePending() const { return m_running && isFrame(*m_running); } ///< of a gesture; runsChanged follows

    /// The scenario computed first, and the one whose standard errors are computed when all else is done.
    void setFocus(const ScenarioId& scenario);
    void beginGesture(const ScenarioId& scenario);
    void endGesture();

signals:
    void runsChanged(); ///< a run or an error came, went or changed
    void busyChanged();
    void gestureBegan(); ///< values are being moved: what is shown may want to hold still
    void gestureEnded();

private:
    struct Shown {
        std::string key; ///< of the run or the error
        RunPtr run;
        std::optional<Error> error;
    };
    struct Task {
        Row<Model> model;
        Row<Scenario> scenario;
        RunOptions options;
        std::string key;
        std::vector<RunPtr> upstream = {}; ///< filled in when it starts
        std::optional<Error> blocked = {}; ///< an upstream scenario can't be run: this one can't either
    };

    void follow();
    void readCatalogs();
    void putInOrder();
    void schedule();
    void start(Task task);
    void take(const Task& task, Result<Run> result);
    void setRunning(std::optional<Task> task);
    bool forgetRemoved();
    bool adoptFromCache();
    std::optional<Task> nextTask();
    std::optional<Task> missingFrame(const Row<Scenario>& scenario);
    std::optional<Task> missingRun(const Row<Scenario>& scenario);
    std::optional<Task> missingUpstream(const Row<Scenario>& scenario, std::uint64_t samples);
    bool feeds(const Row<Scenario>& upstream, std::uint64_t samples);
    std::optional<Task> missingErrors();
    bool isWanted(const Task& task);
    bool isFrame(const Task& task) const;
    Task task(const Row<Scenario>& scenario, std::uint64_t samples, Errors errors);
    Task frame(const Row<Scenario>& scenario);
    std::vector<std::string> otherKeys(const Model& model, const Scenario& scenario) const;
    const std::string& shownKey(const ScenarioId& scenario) const;
    const Row<Scenario>* row(const ScenarioId& scenario) const;
    const std::string& hashOf(const Row<Model>& model);

    DocumentStore& m_store;
    Simulator m_simulator;
    RunCache m_cache;
    std::map<ScenarioId, Shown> m_shown;
    std::vector<ScenarioId> m_order;              ///< each after those it takes samples from; none that is in a circle
    std::map<ScenarioId, std::string> m_fullKeys; ///< of each in m_order at its own count
    std::vector<std::pair<Row<Model>, std::string>> m_modelHashes; ///< hashing a model is dearer than a run key
    Rows<CatalogueRow> m_catalogueRows;                            ///< that m_catalogs was made of
    Catalogs m_catalogs;
    ScenarioId m_focus;
    std::optional<ScenarioId> m_gesture;
    std::optional<Task> m_running;
    LatestJob m_job; ///< last: it waits for the work, which uses m_simulator
};

} // namespace assay

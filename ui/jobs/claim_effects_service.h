// ClaimEffectsService: what each claim below a scenario does to one output: the result without it, and how much of the
// spread or of the doubt its input carries. Worked out off the GUI thread; the newest question wins. Shows nothing.
#pragma once

#include "core/document/check_next.h"
#include "core/document/leave_out.h"
#include "ui/jobs/latest_job.h"
#include "ui/jobs/run_service.h"
#include "ui/store/document_store.h"

#include <QtCore/QObject>

#include <optional>
#include <vector>

namespace assay {

struct ClaimEffects {
    LeaveOneOut leftOut;
    std::vector<NextCheck> checks; ///< the one to check next first
};

class ClaimEffectsService : public QObject {
    Q_OBJECT
public:
    ClaimEffectsService(DocumentStore& store, RunService& runs, QObject* parent = nullptr);

    /// Of this output from now on; threshold in its declared unit.
    void ask(const ScenarioId& scenario, const VariableId& output, std::optional<double> threshold);
    const std::optional<ClaimEffects>& effects() const { return m_effects; } ///< none: still working, or an error
    const std::optional<Error>& error() const { return m_error; }

signals:
    void changed();

private:
    void request();

    DocumentStore& m_store;
    RunService& m_runs;
    ScenarioId m_scenario;
    VariableId m_output;
    std::optional<double> m_threshold;
    std::optional<ClaimEffects> m_effects;
    std::optional<Error> m_error;
    LatestJob m_job;
};

} // namespace assay

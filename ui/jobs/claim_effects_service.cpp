// ClaimEffectsService: one question at a time, with the runs that there are.
#include "ui/jobs/claim_effects_service.h"

namespace assay {

namespace {

Result<ClaimEffects> effectsOf(const Document& document, const std::vector<RunPtr>& runs, const ScenarioId& scenario,
                               const VariableId& output, const std::optional<double>& threshold,
                               const std::stop_token& stop) {
    RunOptions options;
    options.seed = document.project.seed;
    Result<LeaveOneOut> leftOut = leaveOneOut(document, scenario, output, options, runs, stop);
    if (!leftOut)
        return leftOut.error();
    ClaimEffects effects{std::move(*leftOut), {}};
    for (const RunPtr& run : runs)
        if (run->scenario == scenario)
            effects.checks = checkNext(document, *find(document.scenarios, scenario), *run, output, threshold);
    return effects;
}

} // namespace

ClaimEffectsService::ClaimEffectsService(DocumentStore& store, RunService& runs, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_runs(runs),
      m_job(this) {}

void ClaimEffectsService::ask(const ScenarioId& scenario, const VariableId& output, std::optional<double> threshold) {
    if (scenario != m_scenario || output != m_output)
        m_effects.reset();
    m_scenario = scenario;
    m_output = output;
    m_threshold = threshold;
    request();
}

void ClaimEffectsService::request() {
    if (m_scenario.empty())
        return;
    m_job.request(
        Running::cancel,
        [document = m_store.document(), runs = m_runs.runs(), scenario = m_scenario, output = m_output,
         threshold = m_threshold](const std::stop_token& stop) {
            return effectsOf(document, runs, scenario, output, threshold, stop);
        },
        [this](Result<ClaimEffects> effects) {
            m_error.reset();
            if (effects)
                m_effects = std::move(*effects);
            else {
                m_effects.reset();
                m_error = effects.error();
            }
            emit changed();
        });
}

} // namespace assay

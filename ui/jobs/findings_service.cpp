// FindingsService: one check at a time; the newest document wins.
#include "ui/jobs/findings_service.h"

#include "core/document/check.h"
#include "core/document/check_runs.h"

#include <algorithm>

namespace assay {

namespace {

/// A hand that moves an input takes it off its row.
bool standsOnTheSame(const ScenarioInput& a, const ScenarioInput& b) {
    const bool isOnRow = a.basis.kind == BasisKind::catalogue;
    return a.input == b.input && a.basis.claims == b.basis.claims && isOnRow == (b.basis.kind == BasisKind::catalogue)
           && (!isOnRow || (a.basis.reference == b.basis.reference && a.text == b.text));
}

/// What check() asks of a scenario: its date and what is below its inputs. A slider's drag changes neither.
bool standsOnTheSame(const Scenario& a, const Scenario& b) {
    return a.id == b.id && a.title == b.title && a.asOf == b.asOf
           && std::equal(
               a.inputs.begin(), a.inputs.end(), b.inputs.begin(), b.inputs.end(),
               [](const ScenarioInput& left, const ScenarioInput& right) { return standsOnTheSame(left, right); });
}

bool checksAlike(const Document& a, const Document& b) {
    return a.sources == b.sources && a.speakers == b.speakers && a.attributes == b.attributes && a.claims == b.claims
           && a.links == b.links && a.catalogueRows == b.catalogueRows && a.decisions == b.decisions
           && std::equal(a.scenarios.begin(), a.scenarios.end(), b.scenarios.begin(), b.scenarios.end(),
                         [](const Row<Scenario>& left, const Row<Scenario>& right) {
                             return left.sameObject(right) || standsOnTheSame(*left, *right);
                         });
}

/// What the runs of assertions and overrides go by. The words of claims move them only where verdicts were set.
bool runsAlike(const Document& a, const Document& b) {
    const bool claimsAlike = a.overrides.empty() || (a.claims == b.claims && a.attributes == b.attributes);
    return a.assertions == b.assertions && a.overrides == b.overrides && claimsAlike && a.scenarios == b.scenarios
           && a.models == b.models && a.project.seed == b.project.seed;
}

constexpr int restTime = 400; ///< ms without an edit before the scenarios are run

} // namespace

FindingsService::FindingsService(DocumentStore& store, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_runs(this),
      m_job(this) {
    m_rest.setSingleShot(true);
    m_rest.setInterval(restTime);
    connect(&m_rest, &QTimer::timeout, this, &FindingsService::requestRuns);
    connect(&store, &DocumentStore::changed, this, &FindingsService::follow);
    connect(&m_job, &LatestJob::becameIdle, this, &FindingsService::changed);
    request();
    m_rest.start();
}

void FindingsService::follow(const Document& before, const Document& after) {
    if (!runsAlike(before, after)) {
        m_runs.cancel();
        m_rest.start();
    }
    if (!checksAlike(before, after))
        request();
}

/// Full runs, as the project's file and `assay check` have them: a quick sample could fail what holds.
void FindingsService::requestRuns() {
    if (needsNoRuns(m_store.document())) {
        m_ofRuns.clear();
        join();
        emit changed();
        return;
    }
    m_runs.request(
        Running::cancel,
        [document = m_store.document()](const std::stop_token& stop) { return findingsOfRuns(document, stop); },
        [this](std::vector<Finding> findings) {
            m_ofRuns = std::move(findings);
            join();
            emit changed();
        });
}

/// Alarms first, decisions as they stand now.
void FindingsService::join() {
    m_findings = m_ofClaims;
    for (Finding& finding : decided(m_store.document(), m_ofRuns))
        m_findings.push_back(std::move(finding));
    std::stable_sort(m_findings.begin(), m_findings.end(),
                     [](const Finding& a, const Finding& b) { return a.verdict < b.verdict; });
}

void FindingsService::request() {
    m_job.request(
        Running::finish, [document = m_store.document()](const std::stop_token&) { return check(document); },
        [this](std::vector<Finding> findings) {
            m_ofClaims = std::move(findings);
            join();
        });
}

} // namespace assay

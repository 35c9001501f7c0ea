// FindingsService: one check at a time; the newest document wins.
#include "ui/jobs/findings_service.h"

#include "core/document/check.h"

#include <algorithm>

namespace assay {

namespace {

/// What check() asks of a scenario: its date and the claims below its inputs. A slider's drag changes neither.
bool standsOnTheSame(const Scenario& a, const Scenario& b) {
    return a.id == b.id && a.title == b.title && a.asOf == b.asOf
           && std::equal(a.inputs.begin(), a.inputs.end(), b.inputs.begin(), b.inputs.end(),
                         [](const ScenarioInput& left, const ScenarioInput& right) {
                             return left.input == right.input && left.basis.claims == right.basis.claims;
                         });
}

bool checksAlike(const Document& a, const Document& b) {
    return a.sources == b.sources && a.speakers == b.speakers && a.attributes == b.attributes && a.claims == b.claims
           && a.links == b.links && a.decisions == b.decisions
           && std::equal(a.scenarios.begin(), a.scenarios.end(), b.scenarios.begin(), b.scenarios.end(),
                         [](const Row<Scenario>& left, const Row<Scenario>& right) {
                             return left.sameObject(right) || standsOnTheSame(*left, *right);
                         });
}

} // namespace

FindingsService::FindingsService(DocumentStore& store, QObject* parent) : QObject(parent), m_store(store), m_job(this) {
    connect(&store, &DocumentStore::changed, this, &FindingsService::follow);
    connect(&m_job, &LatestJob::becameIdle, this, &FindingsService::changed);
    request();
}

void FindingsService::follow(const Document& before, const Document& after) {
    if (!checksAlike(before, after))
        request();
}

void FindingsService::request() {
    m_job.request(
        Running::finish, [document = m_store.document()](const std::stop_token&) { return check(document); },
        [this](std::vector<Finding> findings) { m_findings = std::move(findings); });
}

} // namespace assay

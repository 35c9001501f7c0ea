// FindingsService: what check() finds in the current document and what became of its assertions, worked out off the GUI
// thread whenever something they go by changed. Shows nothing.
#pragma once

#include "core/claims/finding.h"
#include "ui/jobs/latest_job.h"
#include "ui/store/document_store.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <vector>

namespace assay {

class FindingsService : public QObject {
    Q_OBJECT
public:
    explicit FindingsService(DocumentStore& store, QObject* parent = nullptr);

    const std::vector<Finding>& findings() const { return m_findings; } ///< the newest there are, alarms first
    bool isBusy() const { return !m_job.isIdle(); } ///< they may be of the document just left behind

signals:
    void changed(); ///< findings or busy

private:
    void follow(const Document& before, const Document& after);
    void request();
    void requestRuns();
    void join();

    DocumentStore& m_store;
    std::vector<Finding> m_findings; ///< both kinds
    std::vector<Finding> m_ofClaims; ///< check's, decided
    std::vector<Finding> m_ofRuns;   ///< not decided
    QTimer m_rest;                   ///< runs wait until an edit has come to rest
    LatestJob m_runs;
    LatestJob m_job;
};

} // namespace assay

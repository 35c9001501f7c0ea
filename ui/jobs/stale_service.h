// StaleService: which inputs and outputs of the current document stand on a basis that is not what it was, worked out
// off the GUI thread whenever something it goes by changed. Shows nothing.
#pragma once

#include "core/document/stale.h"
#include "ui/jobs/latest_job.h"
#include "ui/store/document_store.h"

#include <QtCore/QObject>

#include <vector>

namespace assay {

class StaleService : public QObject {
    Q_OBJECT
public:
    explicit StaleService(DocumentStore& store, QObject* parent = nullptr);

    std::vector<StaleInput> inputsOf(const ScenarioId& scenario) const;
    std::vector<VariableId> outputsOf(const ScenarioId& scenario) const;
    std::vector<ScenarioId> scenarios() const;      ///< with either, in document order
    bool isBusy() const { return !m_job.isIdle(); } ///< they may be of the document just left behind

signals:
    void changed();

private:
    struct Found {
        std::vector<StaleInput> inputs;
        std::vector<StaleOutput> outputs;
    };

    void follow(const Document& before, const Document& after);
    void request();

    DocumentStore& m_store;
    Found m_found;
    LatestJob m_job;
};

} // namespace assay

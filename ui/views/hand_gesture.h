// HandGesture: what a hand that holds a handle does to the document: every place it takes the handle to is worked out
// from where it began, and all of it is one undo step. Knows no chart and no widget.
#pragma once

#include "core/base/result.h"
#include "core/chart/handle.h"
#include "core/document/document.h"
#include "ui/jobs/run_service.h"
#include "ui/store/document_store.h"

#include <QtCore/QString>

#include <optional>
#include <vector>

namespace assay {

class HandGesture {
public:
    HandGesture(DocumentStore& store, RunService& runs) : m_store(store), m_runs(runs) {}

    bool isOn() const { return m_now.has_value(); }
    void begin(const ScenarioId& scenario, const QString& name); ///< name: of the undo step
    /// The inputs' quantiles at the values wished for, each kept within the model's min and max. Errors:
    /// moveQuantile's, setInput's; the document then stays what it is.
    Result<> move(const std::vector<InputWish>& wishes);
    void end();
    void putBack(); ///< ends it, and the document is as it was

private:
    struct Now {
        ScenarioId scenario;
        QString name;
        QString key;
        Document before;
    };

    DocumentStore& m_store;
    RunService& m_runs;
    std::optional<Now> m_now;
};

} // namespace assay

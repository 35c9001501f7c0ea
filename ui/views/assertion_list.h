// AssertionList: what is asserted of the shown scenario's results, each with its state as the runs stand; a line to add
// one, each editable in place. It evaluates on runs that are there; only where one is missed it asks, in the
// background, by how many standard errors.
#pragma once

#include "core/document/check_assertions.h"
#include "ui/jobs/latest_job.h"
#include "ui/jobs/run_service.h"
#include "ui/store/document_store.h"

#include <QtWidgets/QWidget>

#include <optional>
#include <vector>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace assay {

class AssertionList : public QWidget {
    Q_OBJECT
public:
    AssertionList(DocumentStore& store, RunService& runs, QWidget* parent = nullptr);

    void setScenario(const std::optional<ScenarioId>& scenario);

private:
    struct Line {
        AssertionId id;
        QWidget* row;
        QLabel* state;
        QLineEdit* text;
    };

    /// Missed assertions with their standard errors.
    struct Checked {
        RunPtr run; ///< what they were checked against
        std::vector<Assertion> assertions;
        std::vector<AssertionResult> results; ///< one each
    };

    void followDocument();
    void followRuns();
    void checkMissed();
    AssertionResult resultOf(const Assertion& assertion, const RunPtr& run) const;
    void rebuild();
    void addLine(const Assertion& assertion);
    void addFromField();
    void change(const AssertionId& id, QLineEdit* field);
    void remove(const AssertionId& id);
    void refuse(const Error& error);
    void showState(const Line& line, const AssertionResult& result);
    void showExample();
    std::vector<Assertion> shown() const;

    DocumentStore& m_store;
    RunService& m_runs;
    std::optional<ScenarioId> m_scenario;
    QVBoxLayout* m_column = nullptr;
    QLineEdit* m_field = nullptr;
    QLabel* m_refusal = nullptr;
    std::vector<Line> m_lines;
    std::optional<Checked> m_checked;
    LatestJob m_check; ///< last: it waits for the work
};

} // namespace assay

// WhyDialog: "Why this number?" for one output of a scenario: its formulas with live values, and the inputs it stands
// on with the way to their words. It follows runs and document while it is open.
#pragma once

#include "ui/jobs/latest_job.h"
#include "ui/jobs/run_service.h"
#include "ui/store/document_store.h"
#include "ui/store/selection.h"
#include "ui/views/why_text.h"

#include <QtWidgets/QDialog>

#include <optional>

class QGridLayout;
class QLabel;
class QScrollArea;

namespace assay {

class WhyDialog : public QDialog {
    Q_OBJECT
public:
    WhyDialog(DocumentStore& store, Selection& selection, RunService& runs, ScenarioId scenario, VariableId output,
              QWidget* parent = nullptr);

signals:
    void mustBeWanted(const assay::VariableId& output);

private:
    void showNow();
    QWidget* page(const WhyNumber& why);
    QWidget* formulaLine(const WhyFormula& formula);
    QWidget* inputLine(const WhyInput& input);
    void addEffects(const WhyInput& input, QWidget* made, QGridLayout* grid);
    void addClaims(const WhyInput& input, QWidget* made, QGridLayout* grid);
    void explain();
    void follow(const WhyInput& input);
    QLabel* label(const QString& text, QWidget* parent) const;

    DocumentStore& m_store;
    Selection& m_selection;
    RunService& m_runs;
    ScenarioId m_scenario;
    VariableId m_output;
    QLabel* m_title;
    QScrollArea* m_scroll;
    std::optional<Explained> m_explained; ///< of the newest run that was explained
    LatestJob m_job;
};

} // namespace assay

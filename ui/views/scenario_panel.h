// ScenarioPanel: the scenarios, the chosen one's inputs and what comes out. It puts the parts together and follows
// store, selection and runs; edits are InputActions' and ScenarioList's.
#pragma once

#include "core/chart/number_script.h"
#include "ui/jobs/run_service.h"
#include "ui/jobs/stale_service.h"
#include "ui/store/document_store.h"
#include "ui/store/selection.h"
#include "ui/text/questions.h"
#include "ui/views/input_actions.h"

#include <QtWidgets/QWidget>

#include <optional>
#include <vector>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace assay {

class AssertionList;
class InputRow;
class OutputTable;
class ScenarioList;

class ScenarioPanel : public QWidget {
    Q_OBJECT
public:
    ScenarioPanel(DocumentStore& store, Selection& selection, RunService& runs, Questions& questions,
                  QWidget* parent = nullptr);
    ~ScenarioPanel() override;

public slots:
    void nextScenario();
    void previousScenario();
    void duplicateScenario();
    void renameScenario();
    void deleteScenario();
    /// The selected claim becomes the basis of the selected input (B).
    void bindSelectedClaim();
    void bindClaims();       ///< "Base on claims" for the selected input, or the first
    void weighClaims();      ///< "Which claim to check next" for the shown scenario
    void browseCatalogues(); ///< for the selected input; without one to read and to drag from
    void offerModels();      ///< the list of models that a new scenario can be of
    void focusInputs();
    void focusInput(const VariableId& input); ///< of the shown scenario: its field
    void setNumbers(NumberScript numbers);    ///< of the pictures it opens
    /// "Why this number?" for an output of the shown scenario.
    void showWhy(const VariableId& output);
    /// "What must be true" for an output of the shown scenario; none: its first.
    void showMustBe(const VariableId& output);

signals:
    void done(const QString& sentence); ///< names an edit that the stack's newest step undoes: for a bar with "Undo"
    void staleChanged(const std::vector<assay::ScenarioId>& scenarios); ///< with numbers whose basis has changed

private:
    void build();
    QScrollArea* scrolled(QWidget* content, const QString& objectName, const QString& title);
    void followDocument();
    void followSelection(const Selected& before, const Selected& after);
    void followRuns();
    void showScenario();
    void rebuildRows(const Model& model);
    InputRow* row(const VariableId& input) const;
    void connectRow(InputRow& row);
    void markRows();
    void showLinkedRow();
    void openCurve(InputRow& row);
    void openCatalogues(InputRow* target);
    void openClaims(InputRow* target);
    void followStale();

    DocumentStore& m_store;
    Selection& m_selection;
    RunService& m_runs;
    StaleService m_stale;
    InputActions m_actions;
    std::optional<ScenarioId> m_scenario; ///< shown
    std::optional<Row<Model>> m_model;    ///< its rows are on screen
    std::vector<InputRow*> m_rows;
    std::optional<VariableId> m_curve; ///< the input whose curve is open
    NumberScript m_numbers = NumberScript::letters;
    ScenarioList* m_list = nullptr;
    QLabel* m_empty = nullptr;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_inputs = nullptr;
    QVBoxLayout* m_inputColumn = nullptr;
    OutputTable* m_outputs = nullptr;
    AssertionList* m_assertions = nullptr;
    QScrollArea* m_outputScroll = nullptr;
};

} // namespace assay

// ClaimEffectsDialog: "Which claim to check next": the claims below an output by what they carry of it, each with the
// result that there would be without it. It follows runs and document while it is open.
#pragma once

#include "ui/jobs/claim_effects_service.h"
#include "ui/store/selection.h"

#include <QtWidgets/QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QTableWidget;

namespace assay {

class ClaimEffectsDialog : public QDialog {
    Q_OBJECT
public:
    ClaimEffectsDialog(DocumentStore& store, Selection& selection, RunService& runs, ScenarioId scenario,
                       QWidget* parent = nullptr);

private:
    enum Column {
        claimColumn,
        inputColumn,
        spreadColumn,
        doubtColumn,
        withoutColumn,
        movedColumn,
        insteadColumn,
        columns
    };

    void build();
    void ask();
    void refuse(const QString& sentence);
    void showEffects();
    void addRow(const ClaimId& id, const NextCheck* check, const ClaimEffects& effects); ///< null: no input of its own
    QString inputTitles(const LeftOut& left) const;
    void follow(int row);

    DocumentStore& m_store;
    Selection& m_selection;
    RunService& m_runs;
    ClaimEffectsService m_service;
    ScenarioId m_scenario;
    QComboBox* m_output;
    QLineEdit* m_threshold;
    QLabel* m_note;
    QLabel* m_refusal; ///< why the threshold can't be taken
    QTableWidget* m_table;
    std::vector<ClaimId> m_claims; ///< one a row
};

} // namespace assay

// MustBeDialog: "What must be true": a target for an output, the value of each input that reaches it alone, the line of
// two inputs together, and the smallest change of all of them; each becomes a new scenario by a button.
#pragma once

#include "core/chart/iso_line_chart.h"
#include "core/chart/number_script.h"
#include "ui/jobs/must_be_service.h"
#include "ui/jobs/run_service.h"
#include "ui/store/document_store.h"
#include "ui/store/selection.h"

#include <QtWidgets/QDialog>

#include <array>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;
class QTabWidget;

namespace assay {

class ChartView;
struct FixedInput;

class MustBeDialog : public QDialog {
    Q_OBJECT
public:
    MustBeDialog(DocumentStore& store, Selection& selection, RunService& runs, ScenarioId scenario,
                 const VariableId& output, QWidget* parent = nullptr);

    void setNumbers(NumberScript numbers) { m_numbers = numbers; } ///< of the line's picture

private:
    void build();
    QWidget* buildOne();
    QWidget* buildTwo();
    QWidget* buildAll();
    QTableWidget* table(const QString& name, const QString& title, const QStringList& heads);
    void fillInputs();
    void ask();
    void askLine();
    std::optional<MustBeQuestion> question();
    void showValues();
    void showOne();
    void showAll();
    void showLine();
    void allowOne();
    void choosePoint(int datum);
    void showPoint();
    void makeFromOne();
    void makeFromTwo();
    void makeFromAll();
    void make(const std::vector<FixedInput>& inputs);
    QString what() const; ///< "median of Rental cost = $10M"

    DocumentStore& m_store;
    Selection& m_selection;
    RunService& m_runs;
    MustBeService m_service;
    ScenarioId m_scenario;
    QComboBox* m_output;
    QComboBox* m_statistic;
    QLineEdit* m_target;
    QLabel* m_reading;
    QTabWidget* m_tabs;
    QTableWidget* m_one = nullptr;
    QPushButton* m_makeOne = nullptr;
    std::array<QComboBox*, 2> m_inputs{};
    ChartView* m_chart = nullptr;
    NumberScript m_numbers = NumberScript::letters;
    QTableWidget* m_all = nullptr;
    QLabel* m_allNote = nullptr;
    QPushButton* m_makeAll = nullptr;
    std::optional<IsoPoint> m_point; ///< of the line, chosen or the nearest; none: there is no line
    QLabel* m_pointWords = nullptr;
    QPushButton* m_makeTwo = nullptr;
};

} // namespace assay

// ChartChoices: the row of choices above a chart: which scenario, against which other, which output, input or quantity
// it is about, and how it is drawn, as far as its kind asks. It offers what the document has and hands on what was
// chosen.
#pragma once

#include "core/chart/chart.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QLabel;

namespace assay {

class ChartChoices : public QWidget {
    Q_OBJECT
public:
    explicit ChartChoices(QWidget* parent = nullptr);

    /// Offers what fits the kind; the context's choices are shown chosen. Tells nobody.
    void offer(const ChartKind& kind, const ChartContext& context);

signals:
    void scenarioChosen(const assay::ScenarioId& scenario);
    void againstChosen(const assay::ScenarioId& scenario);
    void outputChosen(const assay::VariableId& output);
    void inputChosen(const assay::VariableId& input);
    void attributeChosen(const assay::AttributeId& attribute);
    void formChosen(const std::string& form);

private:
    struct Choice {
        QLabel* label;
        QComboBox* box;
    };

    Choice makeChoice(const QString& name, const QString& title);
    void offerScenarios(const ChartKind& kind, const ChartContext& context);
    void offerOthers(const ChartKind& kind, const ChartContext& context);
    void offerVariables(const ChartKind& kind, const ChartContext& context);
    void offerAttributes(const ChartKind& kind, const ChartContext& context);
    void offerForms(const ChartKind& kind, const ChartContext& context);

    Choice m_scenario;
    Choice m_against;
    Choice m_output;
    Choice m_input;
    Choice m_attribute;
    Choice m_form;
};

} // namespace assay

// ChartView: shows one ChartSpec in the window and answers to mouse and keyboard. Computes nothing.
#pragma once

#include "core/base/ids.h"
#include "core/chart/chart_spec.h"

#include <QtWidgets/QWidget>

#include <memory>
#include <string>
#include <vector>

namespace assay {

/// What a mark stands on: what a click on it selects.
struct MarkIds {
    ScenarioId scenario;
    VariableId input;
    VariableId output;
    std::vector<ClaimId> claims;
};

class ChartView : public QWidget {
    Q_OBJECT
public:
    explicit ChartView(QWidget* parent = nullptr);
    ~ChartView() override;

    void setSpec(const ChartSpec& spec);
    /// The empty state: one sentence and one button, in place of the plot.
    void setEmpty(const QString& sentence, const QString& buttonText);
    /// Marks that stand on this claim or scenario are shown selected.
    void setSelection(const MarkIds& ids);

signals:
    void markClicked(const assay::MarkIds& ids);
    void emptyButtonClicked();

private:
    class Private;
    std::unique_ptr<Private> m;
};

} // namespace assay

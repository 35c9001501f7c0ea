// ChartView: shows one ChartSpec in the window and answers to mouse and keyboard. Computes nothing.
#pragma once

#include "core/chart/chart_spec.h"

#include <QtWidgets/QWidget>

#include <memory>

namespace assay {

class ChartView : public QWidget {
    Q_OBJECT
public:
    explicit ChartView(QWidget* parent = nullptr);
    ~ChartView() override;

    void setSpec(const ChartSpec& spec);
    const ChartSpec& spec() const;
    /// The empty state: one sentence and one button, in place of the plot.
    void setEmpty(const QString& sentence, const QString& buttonText);
    /// Marks that stand on this claim or scenario are shown selected.
    void setSelection(const MarkIds& ids);
    /// The chart's rows as a table in a window of its own; also by the key T.
    void showTable();

    int datumCount() const;
    int currentDatum() const;           ///< under the mouse or reached by keys; -1: none
    QString datumText(int datum) const; ///< its tip: status bar and screen reader say the same
    QRect datumRect(int datum) const;   ///< in this widget
    void setCurrentDatum(int datum);

signals:
    void markClicked(const assay::MarkIds& ids);
    void markHovered(const QString& text); ///< empty when the mouse leaves: for the status bar
    void emptyButtonClicked();
    void thresholdMoved(double value); ///< Shift and drag, dragging the line, X, Shift and arrows; in axis units
    void thresholdRemoved();           ///< X again

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void toggleThreshold();
    void stepThreshold(int steps);

    class Private;
    std::unique_ptr<Private> m;
};

/// Makes charts speak: role Chart, a child a datum. Call once, before the first window. (desktop: "Accessibility")
void installChartAccessibility();

} // namespace assay

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
    /// Values that another chart's crosshair is at, on the axes of the same quantity; both empty: none.
    void setEcho(std::optional<double> x, std::optional<double> y);

    int handleCount() const;
    QString handleText(int handle) const;
    QRect handleRect(int handle) const; ///< in this widget; null: out of sight
    int currentHandle() const;          ///< held or reached by keys; -1: none

public slots:
    void copyStatement(); ///< the sentence that says what must be true, as text

signals:
    void markClicked(const assay::MarkIds& ids);
    void datumClicked(int datum);                           ///< the same click, when which datum it was matters
    void pointed(const std::optional<assay::Point>& place); ///< by mouse or keys, in axis units; none: nowhere any more
    void markHovered(const QString& text);                  ///< empty when the mouse leaves: for the status bar
    void emptyButtonClicked();
    void markOpened(const assay::MarkIds& ids);    ///< double click, or O: more of it
    void verdictWanted(const assay::MarkIds& ids); ///< V, or its line in menu and table, on a cell that can be set
    void thresholdMoved(double value);             ///< dragging the line, X, Shift and arrows; in axis units
    void thresholdRemoved();                       ///< X again
    void rangeMoved(double from, double to);       ///< Ctrl and drag, P, dragging an end; in axis units, in any order
    void rangeRemoved();                           ///< P again
    // Of a handle that moves inputs; the handle is as it was taken.
    void inputTaken(const assay::Handle& handle);
    void inputMoved(const assay::Handle& handle, const assay::Point& place);
    void inputLetGo();
    void inputPutBack();                ///< Esc: as it was before
    void said(const QString& sentence); ///< "Copied"

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void connectCanvas();
    void connectHand();
    void toggleThreshold();
    void toggleRange();
    void stepThreshold(int steps);
    void moveHandle(const Handle& handle, const Point& place);
    void emitOpened(int datum);
    void askForVerdict(int datum);
    void tellReader(int child);
    bool handleKey(int key, Qt::KeyboardModifiers keys);
    bool zoomKey(int key, Qt::KeyboardModifiers keys);
    bool walkKey(int key);

    class Private;
    std::unique_ptr<Private> m;
};

/// Makes charts speak: role Chart, a child a datum. Call once, before the first window. (desktop: "Accessibility")
void installChartAccessibility();

} // namespace assay

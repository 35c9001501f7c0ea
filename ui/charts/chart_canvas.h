// ChartCanvas: the drawn chart with hover, click, zoom and pan. Knows data by index; what they mean is the view's.
#pragma once

#include "ui/charts/frame.h"
#include "ui/charts/layout.h"

#include <QtWidgets/QGraphicsView>
#include <QtWidgets/QLabel>

namespace assay {

class ChartCanvas : public QGraphicsView {
    Q_OBJECT
public:
    explicit ChartCanvas(QWidget* parent = nullptr);

    void setSpec(const ChartSpec& spec);
    void setTheme(ThemeKind kind);
    void setSelected(std::vector<int> chosen); ///< indices of data
    void setCurrent(int datum);
    int current() const { return m_current; }
    const ChartSpec& spec() const { return m_spec; }
    const Placed& placed() const { return m_placed; }
    int layouts() const { return m_layouts; } ///< how often it was laid out: a hidden chart never is

    void zoom(double factor, double pixelX); ///< factor > 1: closer; the value under pixelX stays
    void pan(double pixels);
    void resetZoom();
    void moveThreshold(double pixelX); ///< asks for the threshold to stand there

signals:
    void currentChanged(int datum);
    void clicked(int datum);
    void thresholdMoved(double value); ///< in axis units, while it is dragged: a spec with it comes from outside

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void relayOut();
    void updateHighlight();
    void updateTip();
    int datumAt(const QPointF& at) const; ///< nearest within reach; -1: none
    bool isOnThreshold(const QPointF& at) const;
    void setXWindow(double low, double high);

    Frame m_frame;
    ChartSpec m_spec;
    Placed m_placed;
    Window m_window;
    ThemeKind m_theme = ThemeKind::light;
    QGraphicsItem* m_highlight = nullptr; ///< child of the frame's chart
    QLabel* m_tip;
    std::vector<int> m_selected;
    int m_current = -1;
    int m_layouts = 0;
    bool m_dirty = true;
    bool m_holdsThreshold = false; ///< the press took hold of it
    std::optional<QPointF> m_pressed;
    QPointF m_lastMove;
};

} // namespace assay

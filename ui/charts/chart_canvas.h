// ChartCanvas: the drawn chart under a hand: hover, click, zoom, pan, and handles that are dragged. It turns a drag or
// an arrow key into a place on the axes; what a place means is the view's.
#pragma once

#include "ui/charts/frame.h"
#include "ui/charts/layout.h"
#include "ui/charts/overlay.h"
#include "ui/charts/zoom.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtWidgets/QGraphicsView>
#include <QtWidgets/QLabel>

namespace assay {

class ChartCanvas : public QGraphicsView {
    Q_OBJECT
public:
    explicit ChartCanvas(QWidget* parent = nullptr);
    ~ChartCanvas() override;

    void setSpec(const ChartSpec& spec);
    void setTheme(ThemeKind kind);
    void setSelected(std::vector<int> chosen); ///< indices of data
    const std::vector<int>& selected() const { return m_selected; }
    void setCurrent(int datum);
    int current() const { return m_current; }
    const ChartSpec& spec() const { return m_spec; }
    const Placed& placed() const { return m_placed; }
    int layouts() const { return m_layouts; } ///< how often it was laid out: a hidden chart never is

    void zoom(double factor, double pixelX); ///< factor > 1: closer; the value under pixelX stays
    void pan(const QPointF& pixels);         ///< as the hand goes
    void resetZoom();
    void zoomBack(); ///< to the part looked at before
    void zoomForward();
    void moveThreshold(double pixelX); ///< asks for the threshold to stand there
    void askForRange();                ///< of the middle third of the axis that is brushed
    void toggleCrosshair();
    /// Values that another chart points at, on the axes that share its quantity; both empty: none.
    void setEcho(std::optional<double> x, std::optional<double> y);

    // Handles by keyboard. What is reached is the current handle; a run of steps is one gesture.
    void reachHandle(int step); ///< to the next or previous one; past the last: none
    void leaveHandle();
    const Handle* handle() const; ///< the one held or reached; null: none
    void nudge(const QPointF& pixels);
    QRectF handleBox(int index) const; ///< of the spec's handles; null when it is out of sight

    bool isHolding() const { return m_held.has_value(); } ///< a drag or a run of steps is under way
    void letGo();
    void putBack(); ///< ends the gesture; its owner undoes what it did

signals:
    void currentChanged(int datum);
    void clicked(int datum);
    void pointed(const std::optional<assay::Point>& place); ///< of the crosshair, in axis units; none: it is gone
    void opened(int datum);                                 ///< double click
    void thresholdMoved(double value); ///< in axis units, while it is dragged: a spec with it comes from outside
    void rangeMoved(double from, double to);
    void handleReached(const QString& name); ///< empty: none
    void handleTaken(const assay::Handle& handle);
    void handleMoved(const assay::Handle& handle, const assay::Point& place); ///< of the handle as it was taken
    void handleLetGo();
    void handlePutBack();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    enum class Grip { none, pan, box, range, handle };
    enum class Crosshair { on, off };

    void relayOut();
    void setWindow();
    void updateOverlay();
    void showCross(OverlayState& state) const;
    void setCross(std::optional<QPointF> at);
    void updateTip();
    void placeTip(const QRectF& box);
    QString tipText() const;
    QRectF tipBox() const;
    int datumAt(const QPointF& at) const; ///< nearest within reach; -1: none
    const Handle* handleAt(const QPointF& at) const;
    void take(const Handle& handle, const QPointF& at);
    void moveHeld(const QPointF& at);
    void moveRange(const QPointF& at);
    void hover(const QPointF& at);
    bool keepsValues(const Axis& axis) const;

    Frame m_frame;
    ChartSpec m_spec;
    Placed m_placed;
    ZoomHistory m_zoom;
    ThemeKind m_theme = ThemeKind::light;
    QGraphicsItem* m_overlay = nullptr; ///< child of the frame's chart
    QPointer<QLabel> m_tip;             ///< a child of what has room for it: it may be wider than the canvas
    std::vector<int> m_selected;
    int m_current = -1;
    int m_layouts = 0;
    bool m_dirty = true;
    Grip m_grip = Grip::none; ///< what the press took hold of
    QPointF m_pressed;
    QPointF m_lastMove;
    bool m_moved = false; ///< since the press, further than a click
    std::optional<Handle> m_held;
    QPointF m_heldAt;      ///< px where the held handle is wanted
    QPointF m_grab;        ///< px from the handle to the hand that took it
    std::string m_reached; ///< id of the handle that the keyboard is on
    std::string m_under;   ///< id of the one under the mouse
    std::optional<QPointF> m_cross;
    std::optional<double> m_echoX; ///< in axis units
    std::optional<double> m_echoY;
    Crosshair m_crosshair = Crosshair::on;
    QTimer m_keyRun;   ///< a run of steps ends when it does
    QTimer m_wheelRun; ///< turns of a wheel are one step of the history
};

} // namespace assay

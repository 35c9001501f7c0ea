// The canvas under a hand: what a press takes hold of, and what moving it asks for. Base-class mouse handlers are never
// called: QChart would zoom by itself.
#include "ui/charts/chart_canvas.h"
#include "ui/charts/overlay.h"

#include <QtGui/QMouseEvent>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace assay {
namespace {

constexpr double grip = 7;   // px from a handle's line within which a press takes hold of it
constexpr double around = 3; // px more around a handle at a point

/// From the outline of a handle: 0 within a ring.
double distanceTo(const QPolygonF& outline, const QPointF& at) {
    const QRectF box = outline.boundingRect();
    const double dx = std::max({box.left() - at.x(), 0.0, at.x() - box.right()});
    const double dy = std::max({box.top() - at.y(), 0.0, at.y() - box.bottom()});
    return std::hypot(dx, dy);
}

} // namespace

/// Data handles win over everything below them; of several the nearest, a point before a line.
const Handle* ChartCanvas::handleAt(const QPointF& at) const {
    const Handle* nearest = nullptr;
    double best = std::numeric_limits<double>::infinity();
    for (const Handle& each : m_spec.handles) {
        const QPolygonF outline = handleOutline(each, m_placed);
        if (outline.isEmpty())
            continue;
        const bool isLine = outline.size() == 2;
        const double away = distanceTo(outline, at);
        if (away > (isLine ? grip : around))
            continue;
        const QPointF middle = outline.boundingRect().center();
        const double rank = (isLine ? 1000 : 0) + away + 0.01 * std::hypot(at.x() - middle.x(), at.y() - middle.y());
        if (rank < best) {
            best = rank;
            nearest = &each;
        }
    }
    return nearest;
}

QRectF ChartCanvas::handleBox(int index) const {
    if (index < 0 || index >= static_cast<int>(m_spec.handles.size()))
        return {};
    return handleOutline(m_spec.handles[static_cast<std::size_t>(index)], m_placed).boundingRect();
}

const Handle* ChartCanvas::handle() const {
    const std::string& id = m_held ? m_held->id : m_reached;
    const auto found = std::find_if(m_spec.handles.begin(), m_spec.handles.end(),
                                    [&](const Handle& each) { return !id.empty() && each.id == id; });
    return found == m_spec.handles.end() ? nullptr : &*found;
}

void ChartCanvas::take(const Handle& handle, const QPointF& at) {
    letGo();
    m_held = handle;
    const QPointF place(m_placed.x.toPixel(handle.at.x), m_placed.y.toPixel(handle.at.y));
    m_grab = at - place;
    m_heldAt = place;
    emit handleTaken(*m_held);
    updateOverlay();
}

/// Where the hand is, within the plot; the axis it does not go along keeps its value.
void ChartCanvas::moveHeld(const QPointF& at) {
    const QRectF& plot = m_placed.plot;
    const Handle held = *m_held; // its owner may show another spec at once
    const double x = std::clamp(at.x() - m_grab.x(), plot.left(), plot.right());
    const double y = std::clamp(at.y() - m_grab.y(), plot.top(), plot.bottom());
    m_heldAt = {x, y};
    const Point place{held.along == Along::y ? held.at.x : m_placed.x.toValue(x),
                      held.along == Along::x ? held.at.y : m_placed.y.toValue(y)};
    emit handleMoved(held, place);
    updateTip();
}

void ChartCanvas::letGo() {
    m_keyRun.stop();
    if (!m_held)
        return;
    m_held.reset();
    emit handleLetGo();
    updateOverlay();
    updateTip();
}

void ChartCanvas::putBack() {
    m_keyRun.stop();
    m_grip = Grip::none;
    if (!m_held) {
        updateOverlay();
        return;
    }
    m_held.reset();
    emit handlePutBack();
    updateOverlay();
    updateTip();
}

void ChartCanvas::reachHandle(int step) {
    letGo();
    const int count = static_cast<int>(m_spec.handles.size());
    const Handle* now = handle();
    const int from = now ? static_cast<int>(now - m_spec.handles.data()) : step > 0 ? -1 : count;
    const int next = from + step;
    m_reached = next >= 0 && next < count ? m_spec.handles[static_cast<std::size_t>(next)].id : std::string();
    updateOverlay();
    updateTip();
    emit handleReached(tipText());
}

void ChartCanvas::leaveHandle() {
    letGo();
    m_reached.clear();
    updateOverlay();
    updateTip();
    emit handleReached({});
}

void ChartCanvas::nudge(const QPointF& pixels) {
    const Handle* reached = handle();
    if (!reached)
        return;
    if (!m_held)
        take(*reached, {m_placed.x.toPixel(reached->at.x), m_placed.y.toPixel(reached->at.y)});
    m_keyRun.start();
    moveHeld(m_heldAt + pixels);
}

void ChartCanvas::moveRange(const QPointF& at) {
    const bool alongX = m_spec.brush->along == Along::x;
    const Scaling& axis = alongX ? m_placed.x : m_placed.y;
    const auto [low, high] = std::minmax(axis.from, axis.to);
    const double from = std::clamp(alongX ? m_pressed.x() : m_pressed.y(), low, high);
    const double to = std::clamp(alongX ? at.x() : at.y(), low, high);
    emit rangeMoved(axis.toValue(from), axis.toValue(to));
}

void ChartCanvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return; // a right press is left to the context menu
    const QPointF at = event->position();
    m_pressed = m_lastMove = at;
    m_moved = false;
    const Qt::KeyboardModifiers keys = event->modifiers();
    const Handle* found = handleAt(at);
    if (found && keys == Qt::NoModifier) {
        m_grip = Grip::handle;
        take(Handle(*found), at);
    } else if (keys.testFlag(Qt::ShiftModifier) && m_placed.plot.contains(at)) {
        m_grip = Grip::box;
    } else if (keys.testFlag(Qt::ControlModifier) && m_spec.brush && m_placed.plot.contains(at)) {
        m_grip = Grip::range;
    } else {
        m_grip = Grip::pan;
    }
}

void ChartCanvas::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    if (m_grip == Grip::none || !(event->buttons() & Qt::LeftButton)) {
        hover(at);
        return;
    }
    const bool isFirst = !m_moved && (at - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    m_moved = m_moved || isFirst;
    const QPointF way = at - (isFirst ? m_pressed : m_lastMove);
    m_lastMove = at;
    setCross(at);
    switch (m_grip) {
    case Grip::handle: moveHeld(at); break;
    case Grip::range: moveRange(at); break;
    case Grip::box: updateOverlay(); break;
    case Grip::pan: {
        if (!m_moved)
            break; // it may still be a click
        const Window next = panned(m_spec, m_placed, m_zoom.now(), way);
        if (next == m_zoom.now())
            break;
        isFirst ? m_zoom.step(next) : m_zoom.follow(next);
        setWindow();
        break;
    }
    case Grip::none: break;
    }
}

void ChartCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    const Grip was = std::exchange(m_grip, Grip::none);
    const bool isClick =
        !m_moved && (was == Grip::pan || (was == Grip::handle && m_held && m_held->kind == HandleKind::input));
    if (was == Grip::handle)
        letGo();
    if (was == Grip::box) {
        if (m_moved) {
            m_zoom.step(boxed(m_spec, m_placed, m_zoom.now(), QRectF(m_pressed, event->position())));
            setWindow();
        }
        updateOverlay();
    }
    const int datum = datumAt(event->position());
    if (isClick && datum >= 0)
        emit clicked(datum);
}

void ChartCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    const int datum = datumAt(event->position());
    if (datum >= 0)
        emit opened(datum);
    else
        resetZoom();
}

void ChartCanvas::hover(const QPointF& at) {
    const Handle* found = handleAt(at);
    m_under = found ? found->id : std::string();
    const Qt::CursorShape shape = !found                     ? Qt::ArrowCursor
                                  : found->along == Along::x ? Qt::SplitHCursor
                                  : found->along == Along::y ? Qt::SplitVCursor
                                                             : Qt::SizeAllCursor;
    viewport()->setCursor(shape);
    setCross(at);
    updateOverlay();
    setCurrent(datumAt(at));
}

void ChartCanvas::leaveEvent(QEvent*) {
    setCross(std::nullopt);
    m_under.clear();
    updateOverlay();
    setCurrent(-1);
}

/// Along x; with Ctrl along y.
void ChartCanvas::wheelEvent(QWheelEvent* event) {
    const QPointF at = event->position();
    const bool inPlot = m_placed.plot.contains(at);
    event->setAccepted(inPlot);
    if (!inPlot || event->angleDelta().y() == 0)
        return;
    const double factor = std::pow(1.2, event->angleDelta().y() / 120.0);
    const Window next = event->modifiers().testFlag(Qt::ControlModifier)
                            ? zoomedY(m_spec, m_placed, m_zoom.now(), factor, at.y())
                            : zoomedX(m_spec, m_placed, m_zoom.now(), factor, at.x());
    m_wheelRun.isActive() ? m_zoom.follow(next) : m_zoom.step(next);
    m_wheelRun.start();
    setWindow();
}

} // namespace assay

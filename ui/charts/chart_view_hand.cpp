// ChartView under a hand: keys and handles. Each way by mouse has one by keyboard.
#include "ui/charts/chart_view_parts.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>

#include <algorithm>

namespace assay {
namespace {

constexpr int thresholdSteps = 60; ///< of the keys, from edge to edge
constexpr double handleStep = 4;   ///< px of an arrow key; with Shift a quarter of it
constexpr double panStep = 40;     ///< px

QPointF arrow(int key) {
    switch (key) {
    case Qt::Key_Left: return {-1, 0};
    case Qt::Key_Right: return {1, 0};
    case Qt::Key_Up: return {0, -1};
    case Qt::Key_Down: return {0, 1};
    default: return {};
    }
}

/// Up is more, whichever way a handle goes.
QPointF stepFor(const Handle& handle, const QPointF& way) {
    if (handle.along == Along::x)
        return {way.x() - way.y(), 0};
    if (handle.along == Along::y)
        return {0, way.y() - way.x()};
    return way;
}

} // namespace

void ChartView::connectHand() {
    connect(m->canvas, &ChartCanvas::thresholdMoved, this, &ChartView::thresholdMoved);
    connect(m->canvas, &ChartCanvas::rangeMoved, this, &ChartView::rangeMoved);
    connect(m->canvas, &ChartCanvas::handleTaken, this, [this](const Handle& handle) {
        m->threshold = spec().threshold;
        m->range = spec().brush ? spec().brush->range : std::nullopt;
        if (handle.kind == HandleKind::input)
            emit inputTaken(handle);
    });
    connect(m->canvas, &ChartCanvas::handleMoved, this, &ChartView::moveHandle);
    connect(m->canvas, &ChartCanvas::handleLetGo, this, &ChartView::inputLetGo);
    connect(m->canvas, &ChartCanvas::handlePutBack, this, [this] {
        emit inputPutBack();
        if (m->threshold && m->threshold != spec().threshold)
            emit thresholdMoved(*m->threshold);
        if (m->range && spec().brush && m->range != spec().brush->range)
            emit rangeMoved(m->range->low, m->range->high);
    });
}

void ChartView::moveHandle(const Handle& handle, const Point& place) {
    const bool alongX = handle.along != Along::y;
    const double value = alongX ? place.x : place.y;
    switch (handle.kind) {
    case HandleKind::input: emit inputMoved(handle, place); return;
    case HandleKind::threshold: emit thresholdMoved(value); return;
    case HandleKind::rangeLow:
        if (m->range)
            emit rangeMoved(std::min(value, m->range->high), m->range->high);
        return;
    case HandleKind::rangeHigh:
        if (m->range)
            emit rangeMoved(m->range->low, std::max(value, m->range->low));
        return;
    }
}

void ChartView::emitOpened(int datum) {
    if (datum >= 0 && datum < datumCount())
        emit markOpened(spec().data[static_cast<std::size_t>(datum)].ids);
}

int ChartView::handleCount() const { return static_cast<int>(spec().handles.size()); }

QString ChartView::handleText(int handle) const {
    return handle >= 0 && handle < handleCount()
               ? QString::fromStdString(assay::handleText(spec().handles[static_cast<std::size_t>(handle)]))
               : QString();
}

QRect ChartView::handleRect(int handle) const {
    const QRectF box = m->canvas->handleBox(handle);
    return box.isNull() ? QRect() : box.toAlignedRect().translated(m->canvas->pos());
}

int ChartView::currentHandle() const {
    const Handle* handle = m->canvas->handle();
    return handle ? static_cast<int>(handle - spec().handles.data()) : -1;
}

void ChartView::copyStatement() {
    const std::string& sentence = spec().statement.empty() ? spec().summary : spec().statement;
    if (sentence.empty())
        return;
    QGuiApplication::clipboard()->setText(QString::fromStdString(sentence));
    emit said(tr("Copied: %1").arg(QString::fromStdString(sentence)));
}

void ChartView::toggleThreshold() {
    if (spec().threshold)
        emit thresholdRemoved();
    else
        m->canvas->moveThreshold(m->canvas->placed().plot.center().x());
}

void ChartView::toggleRange() {
    if (spec().brush && spec().brush->range)
        emit rangeRemoved();
    else
        m->canvas->askForRange();
}

void ChartView::stepThreshold(int steps) {
    const Placed& placed = m->canvas->placed();
    m->canvas->moveThreshold(placed.x.toPixel(*spec().threshold) + steps * placed.plot.width() / thresholdSteps);
}

/// Keys of a handle that is held or reached, and those that reach one.
bool ChartView::handleKey(int key, Qt::KeyboardModifiers keys) {
    if (key == Qt::Key_Escape && m->canvas->isHolding()) {
        m->canvas->putBack();
        return true;
    }
    if (key == Qt::Key_H && handleCount() > 0) {
        m->canvas->reachHandle(keys.testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    }
    const Handle* handle = m->canvas->handle();
    if (!handle)
        return false;
    if (key == Qt::Key_Escape) {
        m->canvas->leaveHandle();
        return true;
    }
    const QPointF way = arrow(key);
    if (way.isNull() || keys.testFlag(Qt::ControlModifier) || keys.testFlag(Qt::AltModifier))
        return false;
    m->canvas->nudge(stepFor(*handle, way) * (keys.testFlag(Qt::ShiftModifier) ? handleStep / 4 : handleStep));
    return true;
}

bool ChartView::zoomKey(int key, Qt::KeyboardModifiers keys) {
    const double middle = m->canvas->placed().plot.center().x();
    const QPointF way = arrow(key);
    if (keys == Qt::AltModifier && way.x() != 0)
        way.x() < 0 ? m->canvas->zoomBack() : m->canvas->zoomForward();
    else if (keys == Qt::ControlModifier && !way.isNull())
        m->canvas->pan(-panStep * way);
    else if (key == Qt::Key_Plus)
        m->canvas->zoom(1.25, middle);
    else if (key == Qt::Key_Minus)
        m->canvas->zoom(0.8, middle);
    else if (key == Qt::Key_0 || (key == Qt::Key_R && keys == Qt::NoModifier))
        m->canvas->resetZoom();
    else
        return false;
    return true;
}

bool ChartView::walkKey(int key) {
    const int last = datumCount() - 1;
    const int current = currentDatum();
    switch (key) {
    case Qt::Key_Right:
    case Qt::Key_Down: setCurrentDatum(std::min(last, current + 1)); return true;
    case Qt::Key_Left:
    case Qt::Key_Up: setCurrentDatum(current < 0 ? last : std::max(0, current - 1)); return true;
    case Qt::Key_Home: setCurrentDatum(0); return true;
    case Qt::Key_End: setCurrentDatum(last); return true;
    case Qt::Key_Escape:
        if (current < 0)
            return false;
        setCurrentDatum(-1);
        return true;
    default: return false;
    }
}

void ChartView::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    const Qt::KeyboardModifiers keys = event->modifiers() & ~Qt::KeypadModifier;
    const bool isSideways = key == Qt::Key_Left || key == Qt::Key_Right;
    if (handleKey(key, keys) || zoomKey(key, keys))
        return;
    if (isSideways && keys == Qt::ShiftModifier && spec().threshold)
        return stepThreshold(key == Qt::Key_Left ? -1 : 1);
    if (keys.testFlag(Qt::ControlModifier) || keys.testFlag(Qt::AltModifier))
        return QWidget::keyPressEvent(event);
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentDatum() >= 0)
            emit m->canvas->clicked(currentDatum());
        break;
    case Qt::Key_O: emitOpened(currentDatum()); break;
    case Qt::Key_C: m->canvas->toggleCrosshair(); break;
    case Qt::Key_S: copyStatement(); break;
    case Qt::Key_T: showTable(); break;
    case Qt::Key_X: toggleThreshold(); break;
    case Qt::Key_P: toggleRange(); break;
    case Qt::Key_V: askForVerdict(currentDatum()); break;
    default:
        if (!walkKey(key))
            QWidget::keyPressEvent(event);
    }
}

void ChartView::focusOutEvent(QFocusEvent* event) {
    m->canvas->letGo();
    QWidget::focusOutEvent(event);
}

} // namespace assay

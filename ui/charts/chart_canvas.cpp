// The canvas at rest: spec and window to picture, tip and overlay. What the hand does is in chart_canvas_hand.cpp.
#include "ui/charts/chart_canvas.h"

#include "ui/charts/overlay.h"

#include <QtCore/QEvent>

#include <algorithm>
#include <cmath>
#include <limits>

namespace assay {
namespace {

constexpr double reach = 24;    // px from a mark within which the mouse means it
constexpr int keyRunEnds = 700; // ms without a step
constexpr int wheelRunEnds = 700;

double distanceTo(const QRectF& box, const QPointF& at) {
    const double dx = std::max({box.left() - at.x(), 0.0, at.x() - box.right()});
    const double dy = std::max({box.top() - at.y(), 0.0, at.y() - box.bottom()});
    return std::hypot(dx, dy);
}

} // namespace

ChartCanvas::ChartCanvas(QWidget* parent) : QGraphicsView(parent), m_tip(new QLabel(this)) {
    setScene(&m_frame);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setRenderHint(QPainter::Antialiasing);
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus); // keys go to the view
    m_tip->setTextFormat(Qt::PlainText);
    m_tip->setObjectName(QStringLiteral("chartTip"));
    m_tip->setAutoFillBackground(true);
    m_tip->setFrameShape(QFrame::StyledPanel);
    m_tip->setMargin(6);
    m_tip->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_tip->hide();
    for (QTimer* timer : {&m_keyRun, &m_wheelRun})
        timer->setSingleShot(true);
    m_keyRun.setInterval(keyRunEnds);
    m_wheelRun.setInterval(wheelRunEnds);
    connect(&m_keyRun, &QTimer::timeout, this, &ChartCanvas::letGo);
}

ChartCanvas::~ChartCanvas() { delete m_tip.data(); } // it may be the window's child

void ChartCanvas::setSpec(const ChartSpec& spec) {
    const bool otherAxis = spec.chart != m_spec.chart || spec.x.kind != m_spec.x.kind || spec.y.kind != m_spec.y.kind;
    m_spec = spec;
    if (otherAxis) {
        m_zoom.clear();
        m_echoX.reset();
        m_echoY.reset();
    }
    if (m_current >= static_cast<int>(m_spec.data.size()))
        m_current = -1;
    m_dirty = true;
    if (isVisible())
        relayOut();
}

void ChartCanvas::setTheme(ThemeKind kind) {
    if (kind == m_theme)
        return;
    m_theme = kind;
    m_dirty = true;
    if (isVisible())
        relayOut();
}

void ChartCanvas::setSelected(std::vector<int> chosen) {
    if (chosen == m_selected)
        return;
    m_selected = std::move(chosen);
    updateOverlay();
}

void ChartCanvas::setCurrent(int datum) {
    if (datum == m_current)
        return;
    m_current = datum;
    updateOverlay();
    updateTip();
    emit currentChanged(datum);
}

void ChartCanvas::relayOut() {
    if (!m_dirty)
        return;
    m_dirty = false;
    ++m_layouts;
    m_placed = layOut(m_spec, {QSizeF(viewport()->size()), 1}, fontMeasure(), m_zoom.now());
    m_frame.show(m_placed, fieldsOf(m_spec), Theme(m_theme), Background::opaque);
    setBackgroundBrush(Theme(m_theme).paper());
    if (m_cross)
        setCross(m_cross); // the hand rests, what lies under it is another value
    updateOverlay();
    updateTip();
}

void ChartCanvas::updateOverlay() {
    delete m_overlay;
    m_overlay = nullptr;
    OverlayState state;
    const auto boxOf = [this](int datum) {
        const bool isThere = datum >= 0 && datum < static_cast<int>(m_placed.data.size());
        return isThere ? m_placed.data[static_cast<std::size_t>(datum)].box : QRectF();
    };
    for (const int datum : m_selected)
        if (const QRectF box = boxOf(datum); !box.isNull())
            state.selected.push_back(box);
    state.current = boxOf(m_current);
    const Handle* reached = handle();
    for (const Handle& each : m_spec.handles) {
        const bool isHeld = m_held && each.id == m_held->id;
        const bool isUnder = (reached && each.id == reached->id) || each.id == m_under;
        state.handles.push_back({handleOutline(each, m_placed), isHeld    ? OverlayHandle::State::held
                                                                : isUnder ? OverlayHandle::State::under
                                                                          : OverlayHandle::State::idle});
    }
    if (m_grip == Grip::box)
        state.box = QRectF(m_pressed, m_lastMove).normalized() & m_placed.plot;
    if (m_crosshair == Crosshair::on)
        showCross(state);
    m_overlay =
        new Overlay(std::move(state), m_placed.plot, m_placed.base, m_placed.size, Theme(m_theme), m_frame.chartItem());
}

/// The own crosshair, else what another chart's points at, as far as it is in sight.
void ChartCanvas::showCross(OverlayState& state) const {
    const QRectF& plot = m_placed.plot;
    if (m_cross && plot.contains(*m_cross)) {
        state.cross = m_cross;
        state.crossX = axisReading(m_spec.x, m_placed.x.toValue(m_cross->x()), m_spec.numbers);
        state.crossY = axisReading(m_spec.y, m_placed.y.toValue(m_cross->y()), m_spec.numbers);
        return;
    }
    QPointF at = plot.center();
    if (m_echoX && m_placed.x.holds(*m_echoX)) {
        at.setX(m_placed.x.toPixel(*m_echoX));
        if (at.x() >= plot.left() && at.x() <= plot.right())
            state.crossX = axisReading(m_spec.x, *m_echoX, m_spec.numbers);
    }
    if (m_echoY && m_placed.y.holds(*m_echoY)) {
        at.setY(m_placed.y.toPixel(*m_echoY));
        if (at.y() >= plot.top() && at.y() <= plot.bottom())
            state.crossY = axisReading(m_spec.y, *m_echoY, m_spec.numbers);
    }
    if (!plot.isEmpty() && !(state.crossX.isEmpty() && state.crossY.isEmpty()))
        state.cross = at;
}

void ChartCanvas::setEcho(std::optional<double> x, std::optional<double> y) {
    if (x == m_echoX && y == m_echoY)
        return;
    m_echoX = x;
    m_echoY = y;
    updateOverlay();
}

void ChartCanvas::setCross(std::optional<QPointF> at) {
    const bool isSeen = at && m_crosshair == Crosshair::on && m_placed.plot.contains(*at);
    m_cross = at;
    emit pointed(isSeen ? std::optional(Point{m_placed.x.toValue(at->x()), m_placed.y.toValue(at->y())})
                        : std::nullopt);
}

int ChartCanvas::datumAt(const QPointF& at) const {
    int nearest = -1;
    double best = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < m_placed.data.size(); ++i) {
        const PlacedDatum& datum = m_placed.data[i];
        if (datum.box.isNull() || distanceTo(datum.box, at) > reach)
            continue;
        const double distance =
            distanceTo(datum.box, at) * 1000 + std::hypot(at.x() - datum.at.x(), at.y() - datum.at.y());
        if (distance < best) {
            best = distance;
            nearest = static_cast<int>(i);
        }
    }
    return nearest;
}

void ChartCanvas::setWindow() {
    m_dirty = true;
    relayOut();
}

void ChartCanvas::zoom(double factor, double pixelX) {
    if (m_placed.plot.isEmpty())
        return;
    m_zoom.step(zoomedX(m_spec, m_placed, m_zoom.now(), factor, pixelX));
    setWindow();
}

void ChartCanvas::pan(const QPointF& pixels) {
    m_zoom.step(panned(m_spec, m_placed, m_zoom.now(), pixels));
    setWindow();
}

void ChartCanvas::resetZoom() {
    m_zoom.step({});
    setWindow();
}

void ChartCanvas::zoomBack() {
    if (m_zoom.back())
        setWindow();
}

void ChartCanvas::zoomForward() {
    if (m_zoom.forward())
        setWindow();
}

bool ChartCanvas::keepsValues(const Axis& axis) const {
    return !m_placed.plot.isEmpty() && (axis.kind == AxisKind::linear || axis.kind == AxisKind::log);
}

void ChartCanvas::moveThreshold(double pixelX) {
    const QRectF& plot = m_placed.plot;
    if (keepsValues(m_spec.x))
        emit thresholdMoved(m_placed.x.toValue(std::clamp(pixelX, plot.left(), plot.right())));
}

void ChartCanvas::askForRange() {
    if (!m_spec.brush)
        return;
    const bool alongX = m_spec.brush->along == Along::x;
    const Scaling& axis = alongX ? m_placed.x : m_placed.y;
    if (keepsValues(alongX ? m_spec.x : m_spec.y))
        emit rangeMoved(axis.toValue((2 * axis.from + axis.to) / 3), axis.toValue((axis.from + 2 * axis.to) / 3));
}

void ChartCanvas::toggleCrosshair() {
    m_crosshair = m_crosshair == Crosshair::on ? Crosshair::off : Crosshair::on;
    updateOverlay();
}

void ChartCanvas::resizeEvent(QResizeEvent* event) {
    QGraphicsView::resizeEvent(event);
    m_dirty = true;
    if (isVisible())
        relayOut();
}

void ChartCanvas::hideEvent(QHideEvent* event) {
    QGraphicsView::hideEvent(event);
    if (m_tip)
        m_tip->hide();
}

void ChartCanvas::showEvent(QShowEvent* event) {
    QGraphicsView::showEvent(event);
    relayOut();
}

} // namespace assay

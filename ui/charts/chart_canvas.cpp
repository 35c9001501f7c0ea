// Mouse handling and repainting of a chart. Base-class mouse handlers are never called: QChart would zoom by itself.
#include "ui/charts/chart_canvas.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace assay {
namespace {

constexpr double reach = 24;     // px from a mark within which the mouse means it
constexpr double grip = 6;       // px from the threshold within which a press takes hold of it
constexpr double closest = 1e-4; // share of the whole axis one can zoom into

/// Frames round the current and the selected data.
class Highlight : public QGraphicsItem {
public:
    Highlight(std::vector<QRectF> selected, QRectF current, const QColor& ink, QGraphicsItem* parent)
        : QGraphicsItem(parent),
          m_selected(std::move(selected)),
          m_current(current),
          m_ink(ink) {
        setZValue(20);
    }
    QRectF boundingRect() const override {
        QRectF all = m_current;
        for (const QRectF& box : m_selected)
            all = all.united(box);
        return all.adjusted(-6, -6, 6, 6);
    }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(m_ink, 2));
        for (const QRectF& box : m_selected)
            painter->drawRoundedRect(box.adjusted(-3, -3, 3, 3), 4, 4);
        if (m_current.isNull())
            return;
        painter->setPen(QPen(m_ink, 1, Qt::DotLine));
        painter->drawRoundedRect(m_current.adjusted(-3, -3, 3, 3), 4, 4);
    }

private:
    std::vector<QRectF> m_selected;
    QRectF m_current;
    QColor m_ink;
};

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
}

void ChartCanvas::setSpec(const ChartSpec& spec) {
    const bool otherAxis = spec.chart != m_spec.chart || spec.x.kind != m_spec.x.kind;
    m_spec = spec;
    if (otherAxis)
        m_window = {};
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
    m_selected = std::move(chosen);
    updateHighlight();
}

void ChartCanvas::setCurrent(int datum) {
    if (datum == m_current)
        return;
    m_current = datum;
    updateHighlight();
    updateTip();
    emit currentChanged(datum);
}

void ChartCanvas::relayOut() {
    if (!m_dirty)
        return;
    m_dirty = false;
    ++m_layouts;
    m_placed = layOut(m_spec, {QSizeF(viewport()->size()), 1}, fontMeasure(), m_window);
    m_frame.show(m_placed, fieldsOf(m_spec), Theme(m_theme), Background::opaque);
    setBackgroundBrush(Theme(m_theme).paper());
    updateHighlight();
    updateTip();
}

void ChartCanvas::updateHighlight() {
    delete m_highlight;
    m_highlight = nullptr;
    std::vector<QRectF> selected;
    for (const int datum : m_selected)
        if (datum >= 0 && datum < static_cast<int>(m_placed.data.size())
            && !m_placed.data[static_cast<std::size_t>(datum)].box.isNull())
            selected.push_back(m_placed.data[static_cast<std::size_t>(datum)].box);
    QRectF current;
    if (m_current >= 0 && m_current < static_cast<int>(m_placed.data.size()))
        current = m_placed.data[static_cast<std::size_t>(m_current)].box;
    if (!selected.empty() || !current.isNull())
        m_highlight =
            new Highlight(std::move(selected), current, Theme(m_theme).mark({InkRole::text}), m_frame.chartItem());
}

void ChartCanvas::updateTip() {
    if (m_current < 0 || m_current >= static_cast<int>(m_placed.data.size())
        || m_placed.data[static_cast<std::size_t>(m_current)].box.isNull()) {
        m_tip->hide();
        return;
    }
    m_tip->setText(QString::fromStdString(m_spec.data[static_cast<std::size_t>(m_current)].tip));
    m_tip->adjustSize();
    const PlacedDatum& datum = m_placed.data[static_cast<std::size_t>(m_current)];
    const double below = datum.box.bottom() + 8;
    const double top = below + m_tip->height() <= height() ? below : datum.box.top() - 8 - m_tip->height();
    const double left = std::min(datum.at.x() + 8, width() - m_tip->width() - 4.0);
    m_tip->move(static_cast<int>(std::max(4.0, left)), static_cast<int>(std::max(4.0, top)));
    m_tip->show();
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

void ChartCanvas::setXWindow(double low, double high) {
    m_window.xLow = low;
    m_window.xHigh = high;
    if (low <= m_spec.x.low && high >= m_spec.x.high)
        m_window.xLow = m_window.xHigh = std::nullopt;
    m_dirty = true;
    relayOut();
}

void ChartCanvas::zoom(double factor, double pixelX) {
    Scaling x = m_placed.x;
    if (x.kind == AxisKind::category || m_placed.plot.isEmpty() || !(factor > 0))
        return;
    double low = x.toValue(pixelX + (x.from - pixelX) / factor);
    double high = x.toValue(pixelX + (x.to - pixelX) / factor);
    low = std::max(low, m_spec.x.low); // never beyond the data (charts: fact 36)
    high = std::min(high, m_spec.x.high);
    Scaling whole = x;
    whole.low = m_spec.x.low;
    whole.high = m_spec.x.high;
    if ((whole.toPixel(high) - whole.toPixel(low)) / (x.to - x.from) > closest)
        setXWindow(low, high);
}

void ChartCanvas::pan(double pixels) {
    const Scaling& x = m_placed.x;
    if (!m_window.xLow || m_placed.plot.isEmpty())
        return;
    const double low = x.toValue(x.from - pixels);
    const double high = x.toValue(x.to - pixels);
    if (low >= m_spec.x.low && high <= m_spec.x.high)
        setXWindow(low, high);
}

void ChartCanvas::resetZoom() {
    m_window = {};
    m_dirty = true;
    relayOut();
}

bool ChartCanvas::isOnThreshold(const QPointF& at) const {
    return m_spec.threshold && m_placed.plot.contains(at) && m_placed.x.holds(*m_spec.threshold)
           && std::abs(m_placed.x.toPixel(*m_spec.threshold) - at.x()) <= grip;
}

void ChartCanvas::moveThreshold(double pixelX) {
    const QRectF& plot = m_placed.plot;
    const bool hasValues = m_placed.x.kind == AxisKind::linear || m_placed.x.kind == AxisKind::log;
    if (hasValues && !plot.isEmpty())
        emit thresholdMoved(m_placed.x.toValue(std::clamp(pixelX, plot.left(), plot.right())));
}

void ChartCanvas::resizeEvent(QResizeEvent* event) {
    QGraphicsView::resizeEvent(event);
    m_dirty = true;
    if (isVisible())
        relayOut();
}

void ChartCanvas::showEvent(QShowEvent* event) {
    QGraphicsView::showEvent(event);
    relayOut();
}

void ChartCanvas::mouseMoveEvent(QMouseEvent* event) {
    if (m_pressed && m_holdsThreshold) {
        moveThreshold(event->position().x());
        return;
    }
    if (m_pressed && (event->buttons() & Qt::LeftButton)) {
        pan(event->position().x() - m_lastMove.x());
        m_lastMove = event->position();
        return;
    }
    viewport()->setCursor(isOnThreshold(event->position()) ? Qt::SplitHCursor : Qt::ArrowCursor);
    setCurrent(datumAt(event->position()));
}

void ChartCanvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return; // a right press is left to the context menu
    m_pressed = event->position();
    m_lastMove = event->position();
    const bool isAsked = (event->modifiers() & Qt::ShiftModifier) && m_placed.plot.contains(event->position());
    m_holdsThreshold = isAsked || isOnThreshold(event->position());
    if (m_holdsThreshold)
        moveThreshold(event->position().x());
}

void ChartCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    const bool moved = (event->position() - *m_pressed).manhattanLength() > QApplication::startDragDistance();
    m_pressed = std::nullopt;
    if (std::exchange(m_holdsThreshold, false))
        return;
    const int datum = datumAt(event->position());
    if (!moved && datum >= 0)
        emit clicked(datum);
}

void ChartCanvas::mouseDoubleClickEvent(QMouseEvent*) { resetZoom(); }

void ChartCanvas::leaveEvent(QEvent*) { setCurrent(-1); }

void ChartCanvas::wheelEvent(QWheelEvent* event) {
    const bool inPlot = m_placed.plot.contains(event->position());
    event->setAccepted(inPlot);
    if (inPlot && event->angleDelta().y() != 0)
        zoom(std::pow(1.2, event->angleDelta().y() / 120.0), event->position().x());
}

} // namespace assay

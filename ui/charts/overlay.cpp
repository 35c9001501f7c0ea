// Overlay: painting, and the geometry of handles.
#include "ui/charts/overlay.h"

#include "core/chart/format.h"
#include "core/chart/ticks.h"
#include "ui/charts/plot_layer.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace assay {
namespace {

constexpr double ring = 7; // px, half the size of a handle at a point
constexpr double slack = 0.75;

bool isInfinite(double reach) { return std::isinf(reach); }

} // namespace

Overlay::Overlay(OverlayState state, const QRectF& plot, double base, const QSizeF& picture, const Theme& theme,
                 QGraphicsItem* parent)
    : QGraphicsItem(parent),
      m_state(std::move(state)),
      m_plot(plot),
      m_base(base),
      m_picture(picture),
      m_theme(theme) {
    setZValue(20);
}

void Overlay::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor ink = m_theme.mark({InkRole::text});
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(ink, 2 * m_theme.penScale()));
    for (const QRectF& box : m_state.selected)
        painter->drawRoundedRect(box.adjusted(-3, -3, 3, 3), 4, 4);
    if (!m_state.current.isNull()) {
        painter->setPen(QPen(ink, m_theme.penScale(), Qt::DotLine));
        painter->drawRoundedRect(m_state.current.adjusted(-3, -3, 3, 3), 4, 4);
    }
    if (m_state.box) {
        QColor shade = m_theme.mark({InkRole::evidence});
        painter->setPen(QPen(shade, 1.2, Qt::DashLine));
        shade.setAlphaF(0.12F);
        painter->setBrush(shade);
        painter->drawRect(*m_state.box);
    }
    paintHandles(*painter);
    paintCross(*painter);
}

void Overlay::paintHandles(QPainter& painter) const {
    for (const OverlayHandle& handle : m_state.handles) {
        if (handle.state == OverlayHandle::State::idle)
            continue;
        const bool isHeld = handle.state == OverlayHandle::State::held;
        painter.setPen(
            QPen(m_theme.mark({InkRole::claim}), (isHeld ? 4 : 2.5) * m_theme.penScale(), Qt::SolidLine, Qt::RoundCap));
        painter.setBrush(Qt::NoBrush);
        if (handle.outline.size() == 2)
            painter.drawPolyline(handle.outline);
        else
            painter.drawEllipse(handle.outline.boundingRect());
    }
}

/// Thin lines and the values on the axes: no datum is covered. (charts: rule 10)
void Overlay::paintCross(QPainter& painter) const {
    if (!m_state.cross)
        return;
    const QPointF at = *m_state.cross;
    painter.setPen(QPen(m_theme.mark({InkRole::ghost}), 1, Qt::DashLine));
    if (!m_state.crossX.isEmpty()) {
        painter.drawLine(QPointF(at.x(), m_plot.top()), QPointF(at.x(), m_plot.bottom()));
        paintPill(painter, m_state.crossX, {at.x(), m_plot.bottom() + m_base});
    }
    if (!m_state.crossY.isEmpty()) {
        painter.setPen(QPen(m_theme.mark({InkRole::ghost}), 1, Qt::DashLine));
        painter.drawLine(QPointF(m_plot.left(), at.y()), QPointF(m_plot.right(), at.y()));
        const double width =
            QFontMetricsF(chartFont({static_cast<int>(m_base), Weight::regular})).horizontalAdvance(m_state.crossY);
        paintPill(painter, m_state.crossY, {m_plot.left() - width / 2 - m_base * 0.6, at.y()});
    }
}

void Overlay::paintPill(QPainter& painter, const QString& text, const QPointF& middle) const {
    const QFont font = chartFont({static_cast<int>(m_base), Weight::regular});
    const QFontMetricsF metrics(font);
    QRectF box(0, 0, metrics.horizontalAdvance(text) + m_base * 0.8, metrics.height() + 2);
    box.moveCenter(middle);
    box.moveLeft(std::clamp(box.left(), 1.0, std::max(1.0, m_picture.width() - box.width() - 1)));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.mark({InkRole::text}));
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(m_theme.paper());
    painter.setFont(font);
    painter.drawText(box, Qt::AlignCenter, text);
}

QString axisReading(const Axis& axis, double value, NumberScript numbers) {
    const WritingIn script(numbers);
    switch (axis.kind) {
    case AxisKind::category: return {};
    case AxisKind::time: return QString::fromStdString(isoDay(std::floor(value)));
    case AxisKind::linear:
    case AxisKind::log: return QString::fromStdString(tickQuantity(value, axis.unit, 3));
    }
    return {};
}

QPolygonF handleOutline(const Handle& handle, const Placed& placed) {
    const QRectF& plot = placed.plot;
    const bool holds =
        placed.x.holds(handle.at.x)
        && (isInfinite(handle.reach) || placed.y.kind == AxisKind::category || placed.y.holds(handle.at.y));
    if (plot.isEmpty() || !holds)
        return {};
    const QPointF at(placed.x.toPixel(handle.at.x), placed.y.toPixel(handle.at.y));
    const QRectF around = plot.adjusted(-slack, -slack, slack, slack);
    if (handle.along == Along::x && handle.reach > 0) {
        const double top = isInfinite(handle.reach) ? plot.top() : placed.y.toPixel(handle.at.y - handle.reach);
        const double bottom = isInfinite(handle.reach) ? plot.bottom() : placed.y.toPixel(handle.at.y + handle.reach);
        return around.contains(QPointF(at.x(), (top + bottom) / 2)) ? QPolygonF{{at.x(), top}, {at.x(), bottom}}
                                                                    : QPolygonF();
    }
    if (handle.along == Along::y && handle.reach > 0) {
        const bool isInside = at.y() >= around.top() && at.y() <= around.bottom();
        return isInside ? QPolygonF{{plot.left(), at.y()}, {plot.right(), at.y()}} : QPolygonF();
    }
    if (!around.contains(at))
        return {};
    return QPolygonF(QRectF(at.x() - ring, at.y() - ring, 2 * ring, 2 * ring));
}

} // namespace assay

// The tip of a canvas: what it says and where it stands. It may leave the canvas, never its window or what is scrolled
// along with it.
#include "ui/charts/chart_canvas.h"
#include "ui/charts/overlay.h"

#include <QtWidgets/QAbstractScrollArea>

#include <algorithm>

namespace assay {
namespace {

/// What a tip of the canvas may cover: its window, or what is scrolled along with it.
QWidget* tipHome(QWidget* canvas) {
    QWidget* home = canvas;
    const auto isScrolled = [](const QWidget* widget) {
        const QWidget* viewport = widget->parentWidget();
        return viewport != nullptr && qobject_cast<const QAbstractScrollArea*>(viewport->parentWidget()) != nullptr;
    };
    while (!home->isWindow() && home->parentWidget() != nullptr && !isScrolled(home))
        home = home->parentWidget();
    return home;
}

/// The part of it that is not scrolled out of sight.
QRect seenPart(const QWidget* home) {
    if (home->isWindow() || home->parentWidget() == nullptr)
        return home->rect();
    return home->rect() & QRect(home->mapFromParent(QPoint(0, 0)), home->parentWidget()->size());
}

} // namespace

/// Of what the hand holds or the keyboard is on, else of the current datum.
QString ChartCanvas::tipText() const {
    if (const Handle* reached = handle())
        return QString::fromStdString(handleText(*reached));
    return m_current >= 0 && m_current < static_cast<int>(m_placed.data.size())
               ? QString::fromStdString(m_spec.data[static_cast<std::size_t>(m_current)].tip)
               : QString();
}

QRectF ChartCanvas::tipBox() const {
    if (const Handle* reached = handle()) {
        const QRectF box = handleOutline(*reached, m_placed).boundingRect();
        return box.height() > m_placed.plot.height() / 2 ? QRectF(box.topLeft(), QSizeF(box.width(), 1)) : box;
    }
    return m_placed.data[static_cast<std::size_t>(m_current)].box;
}

void ChartCanvas::updateTip() {
    const QString text = tipText();
    const QRectF box = text.isEmpty() ? QRectF() : tipBox();
    if (!m_tip)
        return;
    if (text.isEmpty() || (box.isNull() && !handle())) {
        m_tip->hide();
        return;
    }
    m_tip->setText(text);
    placeTip(box);
}

/// Below the mark, else above it, and never over an edge of what it may cover.
void ChartCanvas::placeTip(const QRectF& box) {
    constexpr int rim = 4; // px to the edge
    QWidget* home = tipHome(this);
    if (m_tip->parentWidget() != home)
        m_tip->setParent(home);
    const QRect room = seenPart(home).adjusted(rim, rim, -rim, -rim);
    m_tip->setWordWrap(false);
    m_tip->setMinimumSize(0, 0);
    m_tip->setMaximumSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX);
    m_tip->adjustSize();
    if (m_tip->width() > room.width()) {
        m_tip->setWordWrap(true);
        m_tip->setFixedWidth(room.width());
        m_tip->setFixedHeight(m_tip->heightForWidth(room.width()));
    }
    const double from = handle() ? box.center().x() : m_placed.data[static_cast<std::size_t>(m_current)].at.x();
    const QPoint below = mapTo(home, QPointF(from + 8, box.bottom() + 10).toPoint());
    const int above = mapTo(home, QPointF(from, box.top() - 10).toPoint()).y() - m_tip->height();
    const int top = below.y() + m_tip->height() <= room.bottom() ? below.y() : above;
    m_tip->move(std::max(room.left(), std::min(below.x(), room.right() - m_tip->width())), std::max(room.top(), top));
    m_tip->raise();
    m_tip->show();
}

} // namespace assay

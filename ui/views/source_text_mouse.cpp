// SourceText: which mark is under the mouse.
#include "ui/text/utf8_text.h"
#include "ui/views/source_text.h"

#include <QtGui/QHelpEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QToolTip>

#include <algorithm>

namespace assay {

/// The shortest mark under the point: of nested ones the inner can be reached only so.
std::optional<TextMark> SourceText::markAt(const QPoint& point) const {
    const QTextCursor near = cursorForPosition(point);
    const QRect place = cursorRect(near);
    const int em = fontMetrics().averageCharWidth() * 2;
    if (point.y() < place.top() || point.y() > place.bottom() || std::abs(point.x() - place.center().x()) > em)
        return std::nullopt;
    const std::size_t here =
        m_map.codePoint(point.x() < place.center().x() ? std::max(near.position() - 1, 0) : near.position());
    const TextMark* best = nullptr;
    for (const TextMark& mark : m_marks)
        if (mark.start <= here && here < mark.end && (!best || mark.end - mark.start < best->end - best->start))
            best = &mark;
    return best ? std::optional(*best) : std::nullopt;
}

void SourceText::mousePressEvent(QMouseEvent* event) {
    m_pressed = event->position().toPoint();
    QPlainTextEdit::mousePressEvent(event);
}

void SourceText::mouseReleaseEvent(QMouseEvent* event) {
    QPlainTextEdit::mouseReleaseEvent(event);
    const QPoint point = event->position().toPoint();
    if (event->button() != Qt::LeftButton || (point - m_pressed).manhattanLength() >= QApplication::startDragDistance()
        || textCursor().hasSelection())
        return;
    if (const auto mark = markAt(point))
        emit markClicked(*mark);
}

void SourceText::mouseMoveEvent(QMouseEvent* event) {
    QPlainTextEdit::mouseMoveEvent(event);
    if (event->buttons() == Qt::NoButton)
        viewport()->setCursor(markAt(event->position().toPoint()) ? Qt::PointingHandCursor : Qt::IBeamCursor);
}

bool SourceText::viewportEvent(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QPlainTextEdit::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto mark = markAt(help->pos());
    if (mark && !mark->tip.isEmpty())
        QToolTip::showText(help->globalPos(), tipHtml(mark->tip), viewport());
    else
        QToolTip::hideText();
    return true;
}

} // namespace assay

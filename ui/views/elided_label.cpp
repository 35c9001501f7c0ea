// ElidedLabel: drawing one elided line.
#include "ui/views/elided_label.h"

#include "ui/text/utf8_text.h"
#include "ui/views/fonts.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include <algorithm>

namespace assay {

namespace {
constexpr int shortest = 24; ///< px: room for an ellipsis
}

ElidedLabel::ElidedLabel(Kind kind, QWidget* parent) : QAbstractButton(parent), m_kind(kind) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setKind(kind);
}

void ElidedLabel::setKind(Kind kind) {
    m_kind = kind;
    const bool link = kind == Kind::link;
    setFocusPolicy(link ? Qt::StrongFocus : Qt::NoFocus);
    setAttribute(Qt::WA_Hover, link);
    if (link)
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
    update();
}

void ElidedLabel::setTone(Tone tone) {
    m_tone = tone;
    update();
}

void ElidedLabel::setAlignment(Qt::Alignment alignment) {
    m_alignment = alignment;
    update();
}

void ElidedLabel::setDetail(const QString& detail) { m_detail = detail; }

QSize ElidedLabel::sizeHint() const {
    return {std::max(shortest, fontMetrics().horizontalAdvance(text()) + 2), fontMetrics().height() + 2};
}

QSize ElidedLabel::minimumSizeHint() const { return {shortest, fontMetrics().height() + 2}; }

QColor ElidedLabel::color() const {
    if (m_tone == Tone::refused)
        return refusedColor(palette());
    if (m_kind == Kind::link)
        return palette().color(QPalette::Link);
    return m_tone == Tone::quiet ? quietColor(palette()) : palette().color(QPalette::WindowText);
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QFont shown = font();
    shown.setUnderline(m_kind == Kind::link && (underMouse() || hasFocus()));
    painter.setFont(shown);
    painter.setPen(color());
    const QString line = fontMetrics().elidedText(text(), Qt::ElideRight, width());
    painter.drawText(rect(), static_cast<int>(m_alignment | Qt::AlignVCenter) | Qt::TextSingleLine, line);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

bool ElidedLabel::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QAbstractButton::event(event);
    const bool elided = fontMetrics().horizontalAdvance(text()) > width();
    QString tip = elided ? text() : QString();
    if (!m_detail.isEmpty() && m_detail != text())
        tip += (tip.isEmpty() ? QString() : QStringLiteral("\n\n")) + m_detail;
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), tipHtml(tip), this);
    return true;
}

} // namespace assay

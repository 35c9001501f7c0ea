// MentionGutter: only lines with an end on screen are made.
#include "ui/views/mention_gutter.h"

#include "ui/views/fonts.h"
#include "ui/views/source_text.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QScrollBar>

#include <algorithm>

namespace assay {

namespace {

constexpr qreal reach = 5; // px around a line that belong to it

} // namespace

MentionGutter::MentionGutter(SourceText& left, SourceText& right, QWidget* parent)
    : QWidget(parent),
      m_left(left),
      m_right(right) {
    setObjectName(QStringLiteral("mentionGutter"));
    setAccessibleName(tr("Lines between mentions that belong together"));
    setFixedWidth(breadth);
    for (SourceText* text : {&left, &right}) {
        connect(text->verticalScrollBar(), &QScrollBar::valueChanged, this, qOverload<>(&QWidget::update));
        connect(text, &SourceText::updateRequest, this, qOverload<>(&QWidget::update));
    }
}

void MentionGutter::setPairs(std::vector<JoinedRanges> pairs) {
    m_pairs = std::move(pairs);
    m_current.reset();
    update();
}

void MentionGutter::setCurrent(std::optional<std::size_t> pair) {
    m_current = pair;
    update();
}

MentionGutter::End MentionGutter::endOf(const SourceText& text, TextRange range, TextRange onScreen) const {
    if (range.end < onScreen.start)
        return End{0, false};
    if (range.start > onScreen.end)
        return End{static_cast<qreal>(height()), false};
    const QRect line = text.rectOf(TextRange{range.start, range.start});
    const int offset = text.viewport()->mapToGlobal(QPoint(0, 0)).y() - mapToGlobal(QPoint(0, 0)).y();
    const qreal y = line.center().y() + offset;
    return End{std::clamp(y, qreal(0), qreal(height())), y >= 0 && y <= height()};
}

std::optional<QPainterPath> MentionGutter::lineOf(std::size_t pair) const {
    if (pair >= m_pairs.size())
        return std::nullopt;
    const End left = endOf(m_left, m_pairs[pair].left, m_left.rangeOnScreen().value_or(TextRange{}));
    const End right = endOf(m_right, m_pairs[pair].right, m_right.rangeOnScreen().value_or(TextRange{}));
    if (!left.isOnScreen && !right.isOnScreen)
        return std::nullopt;
    QPainterPath path(QPointF(0, left.y));
    path.cubicTo(QPointF(width() / 2.0, left.y), QPointF(width() / 2.0, right.y), QPointF(width(), right.y));
    return path;
}

void MentionGutter::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor strong = palette().color(QPalette::Highlight);
    const QColor quiet = mixed(palette().color(QPalette::WindowText), palette().color(QPalette::Window), 0.45);
    const auto draw = [&](std::size_t pair, const QColor& color, qreal breadthOfLine) {
        const auto line = lineOf(pair);
        if (!line)
            return;
        painter.setPen(QPen(color, breadthOfLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(*line);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        for (const QPointF& end : {line->pointAtPercent(0), line->pointAtPercent(1)})
            painter.drawEllipse(end, breadthOfLine + 1, breadthOfLine + 1);
    };
    for (std::size_t pair = 0; pair < m_pairs.size(); ++pair)
        if (m_current != pair)
            draw(pair, quiet, 1.2);
    if (m_current)
        draw(*m_current, strong, 2.2);
}

void MentionGutter::mousePressEvent(QMouseEvent* event) {
    QPainterPathStroker stroker;
    stroker.setWidth(2 * reach);
    for (std::size_t pair = 0; pair < m_pairs.size(); ++pair)
        if (const auto line = lineOf(pair); line && stroker.createStroke(*line).contains(event->position())) {
            emit clicked(pair);
            return;
        }
}

} // namespace assay

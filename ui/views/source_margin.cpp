// SourceMargin: only what is on screen is placed, so that thousands of arrows cost nothing.
#include "ui/views/source_margin.h"

#include "ui/text/utf8_text.h"
#include "ui/views/source_text.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolTip>

#include <algorithm>

namespace assay {

namespace {

constexpr int arrowSize = 9; // px

QPainterPath arrowIn(const QRectF& rect) {
    QPainterPath path;
    const qreal middle = rect.center().y();
    path.moveTo(rect.left(), middle);
    path.lineTo(rect.right(), middle);
    path.moveTo(rect.right() - rect.width() / 2, rect.top());
    path.lineTo(rect.right(), middle);
    path.lineTo(rect.right() - rect.width() / 2, rect.bottom());
    return path;
}

} // namespace

SourceMargin::SourceMargin(SourceText& text) : QWidget(&text), m_text(text) {
    setObjectName(QStringLiteral("sourceMargin"));
    setAccessibleName(tr("Links to other mentions"));
    setCursor(Qt::ArrowCursor);
    setMouseTracking(true);
    connect(text.verticalScrollBar(), &QScrollBar::valueChanged, this, qOverload<>(&QWidget::update));
    connect(&text, &SourceText::updateRequest, this, qOverload<>(&QWidget::update));
}

void SourceMargin::setArrows(std::vector<MarginArrow> arrows) {
    if (arrows == m_arrows)
        return;
    m_arrows = std::move(arrows);
    update();
}

std::vector<SourceMargin::Placed> SourceMargin::placed() const {
    std::vector<Placed> all;
    const auto shown = m_text.rangeOnScreen();
    if (!shown || m_arrows.empty())
        return all;
    const auto first = std::partition_point(m_arrows.begin(), m_arrows.end(),
                                            [&](const MarginArrow& arrow) { return arrow.at < shown->start; });
    for (auto arrow = first; arrow != m_arrows.end() && arrow->at <= shown->end; ++arrow) {
        const QRect line = m_text.rectOf(TextRange{arrow->at, arrow->at});
        const int top = m_text.viewport()->y() + line.center().y() - arrowSize / 2;
        const QRect rect(width() - arrowSize - 2, top, arrowSize, arrowSize);
        if (all.empty() || all.back().rect != rect) // of several in one line the first: the others by key
            all.push_back(Placed{&*arrow, rect});
    }
    return all;
}

std::optional<QRect> SourceMargin::place(const MentionId& mention) const {
    for (const Placed& each : placed())
        if (each.arrow->mention == mention)
            return each.rect;
    return std::nullopt;
}

const MarginArrow* SourceMargin::arrowAt(const QPoint& point) const {
    for (const Placed& each : placed())
        if (each.rect.adjusted(-4, -4, 4, 4).contains(point))
            return each.arrow;
    return nullptr;
}

void SourceMargin::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_text.palette().color(QPalette::Base));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const Placed& each : placed())
        painter.drawPath(arrowIn(QRectF(each.rect).adjusted(0.5, 0.5, -0.5, -0.5)));
}

void SourceMargin::mousePressEvent(QMouseEvent* event) {
    if (const MarginArrow* arrow = arrowAt(event->position().toPoint())) {
        const MentionId mention = arrow->mention; // the list may go with what follows
        emit clicked(mention, event->globalPosition().toPoint());
    }
}

bool SourceMargin::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const MarginArrow* arrow = arrowAt(help->pos()))
        QToolTip::showText(help->globalPos(), tipHtml(arrow->tip), this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace assay

// SourceText: what is painted over the text by hand, for visible lines only: underlines of marks, one below the other
// where marks overlap, the dots under quantities that are no claim yet, and a tint over what a search found.
#include "ui/views/look.h"
#include "ui/views/source_text.h"

#include <QtGui/QPainter>
#include <QtGui/QTextBlock>
#include <QtGui/QTextLayout>

#include <algorithm>

namespace assay {
namespace {

constexpr int deepest = 2;       // levels below the first: more do not fit between lines
constexpr qreal levelGap = 2.0;  // px
constexpr float hitTint = 0.24F; // opacity: the words under it stay readable in light and dark

/// The stretch of positions [start, end) of one block's layout, line by line.
template <class Draw>
void eachLine(const QTextLayout& layout, int start, int end, const Draw& draw) {
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        const int from = std::max(start, line.textStart());
        const int to = std::min(end, line.textStart() + line.textLength());
        if (from < to)
            draw(line, line.cursorToX(from), line.cursorToX(to));
    }
}

} // namespace

void SourceText::placeUnderlines() {
    m_underlines.clear();
    m_underlines.reserve(m_marks.size());
    std::vector<int> ends; // of the latest mark on each level
    int reach = 0;
    for (const TextMark& mark : m_marks) {
        Underline line{m_map.position(mark.start), m_map.position(mark.end), 0, 0};
        const auto level =
            std::find_if(ends.begin(), ends.end(), [&](int end) { return end <= line.start; }) - ends.begin();
        line.level = std::min(static_cast<int>(level), deepest);
        if (level == static_cast<std::ptrdiff_t>(ends.size()))
            ends.push_back(line.end);
        ends[static_cast<std::size_t>(level)] = line.end;
        reach = std::max(reach, line.end);
        line.reach = reach;
        m_underlines.push_back(line);
    }
}

void SourceText::paintUnderlines(QPainter& painter, const QTextBlock& block, const QPointF& origin) const {
    const int first = block.position();
    const int last = first + block.length();
    const auto from = std::partition_point(m_underlines.begin(), m_underlines.end(),
                                           [&](const Underline& line) { return line.reach <= first; });
    painter.setPen(QPen(markColors(palette()).underline, 1.0));
    for (auto line = from; line != m_underlines.end() && line->start < last; ++line)
        eachLine(*block.layout(), line->start - first, line->end - first,
                 [&](const QTextLine& text, qreal left, qreal right) {
                     const qreal y = origin.y() + text.y() + text.ascent() + 2 + line->level * levelGap;
                     painter.drawLine(QPointF(origin.x() + left, y), QPointF(origin.x() + right, y));
                 });
}

template <class Draw>
void SourceText::eachVisible(const std::vector<TextRange>& ranges, const QTextBlock& block, const Draw& draw) const {
    const std::size_t first = m_map.codePoint(block.position());
    const int last = block.position() + block.length();
    const auto from =
        std::partition_point(ranges.begin(), ranges.end(), [&](const TextRange& range) { return range.end <= first; });
    for (auto range = from; range != ranges.end() && m_map.position(range->start) < last; ++range)
        eachLine(*block.layout(), m_map.position(range->start) - block.position(),
                 m_map.position(range->end) - block.position(), draw);
}

void SourceText::paintHits(QPainter& painter, const QTextBlock& block, const QPointF& origin) const {
    QColor tint = palette().color(QPalette::Highlight);
    tint.setAlphaF(hitTint);
    eachVisible(m_hits, block, [&](const QTextLine& text, qreal left, qreal right) {
        const QPointF corner = origin + QPointF(left, text.y());
        painter.fillRect(QRectF(corner, QSizeF(right - left, text.height())).normalized(), tint);
    });
}

void SourceText::paintGhosts(QPainter& painter, const QTextBlock& block, const QPointF& origin) const {
    QPen pen(palette().color(QPalette::PlaceholderText), 1.2, Qt::DotLine);
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    const auto dots = [&](qreal share) { // of the ascent, from the top
        return [&painter, origin, share](const QTextLine& text, qreal left, qreal right) {
            const qreal y = origin.y() + text.y() + text.ascent() * share + (share < 1 ? 0 : 2.5);
            painter.drawLine(QPointF(origin.x() + left, y), QPointF(origin.x() + right, y));
        };
    };
    eachVisible(m_ghosts, block, dots(1));
    eachVisible(m_dismissed, block, dots(0.68)); // through the middle of the digits
}

void SourceText::paintEvent(QPaintEvent* event) {
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    painter.setClipRect(event->rect());
    QPointF origin = contentOffset();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingRect(block);
        if (origin.y() > event->rect().bottom())
            break;
        if (block.isVisible() && origin.y() + place.height() >= event->rect().top()) {
            paintHits(painter, block, origin);
            paintGhosts(painter, block, origin);
            paintUnderlines(painter, block, origin);
        }
        origin.ry() += place.height();
    }
}

} // namespace assay

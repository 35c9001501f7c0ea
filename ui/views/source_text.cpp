// SourceText: marks are formats on the layouts of the blocks (the document stays untouched and it is 20 times faster
// than extra selections, measured at 1,000 marks); only the current mark is an extra selection.
#include "ui/views/source_text.h"

#include "ui/text/utf8_text.h"
#include "ui/views/fonts.h"
#include "ui/views/look.h"
#include "ui/views/source_margin.h"

#include <QtGui/QTextBlock>
#include <QtGui/QTextLayout>
#include <QtWidgets/QScrollBar>

#include <algorithm>

namespace assay {

SourceText::SourceText(QWidget* parent) : QPlainTextEdit(parent), m_margin(new SourceMargin(*this)) {
    setObjectName(QStringLiteral("sourceText"));
    setAccessibleName(tr("Text of the source"));
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(largeGap);
    viewport()->setMouseTracking(true);
    setViewportMargins(SourceMargin::breadth, 0, 0, 0);
}

void SourceText::setText(const std::string& utf8) {
    if (utf8 == m_text && !m_text.empty())
        return;
    m_text = utf8;
    m_map = TextMap(utf8);
    m_marks.clear();
    m_underlines.clear();
    m_ghosts.clear();
    m_dismissed.clear();
    m_hits.clear();
    m_quiet.clear();
    m_ghost.reset();
    setExtraSelections({});
    setPlainText(m_map.display());
}

void SourceText::setMarks(std::vector<TextMark> marks) {
    std::stable_sort(marks.begin(), marks.end(),
                     [](const TextMark& a, const TextMark& b) { return a.start < b.start; });
    if (marks == m_marks)
        return;
    m_marks = std::move(marks);
    placeUnderlines();
    paintMarks();
    paintCurrent();
}

void SourceText::setCurrent(const std::optional<MentionId>& mention) {
    m_current = mention;
    paintCurrent();
}

void SourceText::showMention(const MentionId& mention) {
    if (const TextMark* mark = find(mention))
        showRange(TextRange{mark->start, mark->end});
}

void SourceText::showRange(TextRange range) {
    QTextCursor cursor(document());
    cursor.setPosition(m_map.position(range.start));
    setTextCursor(cursor);
    const QRect place = cursorRect(cursor);
    if (place.top() < 0 || place.bottom() > viewport()->height() * 3 / 4)
        centerCursor();
}

void SourceText::showTop(std::size_t codePoint) {
    QTextCursor cursor(document());
    cursor.setPosition(m_map.position(codePoint));
    setTextCursor(cursor);
    verticalScrollBar()->setValue(verticalScrollBar()->value()
                                  + cursorRect(cursor).top() / std::max(fontMetrics().lineSpacing(), 1));
}

QTextCharFormat SourceText::markFormat() const {
    const MarkColors colors = markColors(palette());
    QTextCharFormat format;
    format.setBackground(colors.background);
    return format;
}

void SourceText::paintMarks() {
    QTextCharFormat quiet;
    quiet.setForeground(palette().color(QPalette::PlaceholderText));
    QHash<int, QList<QTextLayout::FormatRange>> ranges;
    const auto add = [&](std::size_t first, std::size_t last, const QTextCharFormat& format) {
        const int start = m_map.position(first);
        const int end = m_map.position(last);
        for (QTextBlock block = document()->findBlock(start); block.isValid() && block.position() < end;
             block = block.next()) {
            const int from = std::max(start - block.position(), 0);
            const int to = std::min(end - block.position(), block.length() - 1);
            ranges[block.blockNumber()].append(QTextLayout::FormatRange{from, to - from, format});
        }
    };
    for (const TextRange& range : m_quiet)
        add(range.start, range.end, quiet);
    const QTextCharFormat marked = markFormat();
    for (const TextMark& mark : m_marks)
        add(mark.start, mark.end, marked);
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const auto wanted = ranges.value(block.blockNumber());
        if (block.layout()->formats() == wanted)
            continue;
        block.layout()->setFormats(wanted);
        document()->markContentsDirty(block.position(), block.length());
    }
}

QTextEdit::ExtraSelection SourceText::extra(TextRange range, const QColor& background) const {
    QTextEdit::ExtraSelection selection;
    selection.cursor = QTextCursor(document());
    selection.cursor.setPosition(m_map.position(range.start));
    selection.cursor.setPosition(m_map.position(range.end), QTextCursor::KeepAnchor);
    selection.format.setBackground(background);
    selection.format.setForeground(palette().color(QPalette::Text));
    return selection;
}

void SourceText::paintCurrent() {
    QList<QTextEdit::ExtraSelection> selections;
    if (const TextMark* mark = m_current ? find(*m_current) : nullptr)
        selections.append(extra(TextRange{mark->start, mark->end}, markColors(palette()).current));
    if (m_ghost)
        selections.append(
            extra(*m_ghost, mixed(palette().color(QPalette::Highlight), palette().color(QPalette::Base), 0.28)));
    setExtraSelections(selections);
}

void SourceText::setGhosts(std::vector<TextRange> open, std::vector<TextRange> dismissed) {
    m_ghosts = std::move(open);
    m_dismissed = std::move(dismissed);
    viewport()->update();
}

void SourceText::setHits(std::vector<TextRange> hits) {
    if (hits.empty() && m_hits.empty())
        return;
    m_hits = std::move(hits);
    viewport()->update();
}

void SourceText::setCurrentGhost(const std::optional<TextRange>& ghost) {
    m_ghost = ghost;
    paintCurrent();
}

void SourceText::setQuiet(const std::vector<TextRange>& ranges) {
    if (ranges == m_quiet)
        return;
    m_quiet = ranges;
    paintMarks();
}

std::optional<TextRange> SourceText::selectedRange() const {
    const QTextCursor cursor = textCursor();
    int start = cursor.selectionStart();
    int end = cursor.selectionEnd();
    const QString& shown = m_map.display();
    while (start < end && shown.at(start).isSpace())
        ++start;
    while (end > start && shown.at(end - 1).isSpace())
        --end;
    if (start == end)
        return std::nullopt;
    const std::size_t last = m_map.codePoint(end - 1);
    return TextRange{m_map.codePoint(start), last + 1};
}

std::optional<TextRange> SourceText::rangeOnScreen() const {
    const QTextCursor first = cursorForPosition(QPoint(0, 0));
    const QTextCursor last = cursorForPosition(QPoint(viewport()->width(), viewport()->height()));
    return TextRange{m_map.codePoint(first.position()), m_map.codePoint(last.position())};
}

QRect SourceText::rectOf(TextRange range) const {
    QTextCursor start(document());
    start.setPosition(m_map.position(range.start));
    QTextCursor end(document());
    end.setPosition(m_map.position(range.end));
    return cursorRect(start).united(cursorRect(end));
}

void SourceText::select(TextRange range) {
    QTextCursor cursor(document());
    cursor.setPosition(m_map.position(range.start));
    cursor.setPosition(m_map.position(range.end), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    const QRect place = cursorRect();
    if (place.bottom() > viewport()->height() * 9 / 10)
        centerCursor();
}

std::optional<TextMark> SourceText::neighbour(int step) const {
    if (m_marks.empty())
        return std::nullopt;
    const TextMark* current = m_current ? find(*m_current) : nullptr;
    const auto size = static_cast<std::ptrdiff_t>(m_marks.size());
    if (current)
        return m_marks[static_cast<std::size_t>((current - m_marks.data() + step + size) % size)];
    const std::size_t here = m_map.codePoint(textCursor().position());
    const auto next =
        std::find_if(m_marks.begin(), m_marks.end(), [&](const TextMark& mark) { return mark.start >= here; });
    const std::ptrdiff_t index = next - m_marks.begin() + (step > 0 ? 0 : -1);
    return m_marks[static_cast<std::size_t>((index + size) % size)];
}

const TextMark* SourceText::find(const MentionId& mention) const {
    const auto found =
        std::find_if(m_marks.begin(), m_marks.end(), [&](const TextMark& mark) { return mark.mention == mention; });
    return found == m_marks.end() ? nullptr : &*found;
}

void SourceText::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        paintMarks();
        paintCurrent();
    }
}

/// Words that were in view stay in view when lines wrap at another place.
void SourceText::resizeEvent(QResizeEvent* event) {
    const bool wasSeen = viewport()->rect().intersects(cursorRect());
    QPlainTextEdit::resizeEvent(event);
    if (wasSeen && !viewport()->rect().contains(cursorRect()))
        centerCursor();
    const QRect inside = contentsRect();
    m_margin->setGeometry(inside.left(), inside.top(), SourceMargin::breadth, inside.height());
}

} // namespace assay

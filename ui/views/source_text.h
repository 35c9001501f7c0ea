// SourceText: a frozen text, read-only, with the words marked that claims stand on. Positions on screen never leave it:
// all offsets are code points. Knows no document.
#pragma once

#include "core/base/ids.h"
#include "core/source/text_range.h"
#include "ui/models/text_map.h"

#include <QtWidgets/QPlainTextEdit>

#include <optional>
#include <string>
#include <vector>

namespace assay {

class SourceMargin;

struct TextMark {
    std::size_t start = 0; ///< code points, end exclusive
    std::size_t end = 0;
    ClaimId claim;
    MentionId mention;
    QString tip;
    bool operator==(const TextMark&) const = default;
};

class SourceText : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit SourceText(QWidget* parent = nullptr);

    void setText(const std::string& utf8);
    void setMarks(std::vector<TextMark> marks);
    void setCurrent(const std::optional<MentionId>& mention); ///< shown stronger
    void showMention(const MentionId& mention);               ///< scrolls to it, with some lines above
    /// Quantities that are no claim yet: dotted below, dismissed ones dotted through; ascending, apart.
    void setGhosts(std::vector<TextRange> open, std::vector<TextRange> dismissed);
    void setCurrentGhost(const std::optional<TextRange>& ghost); ///< shown stronger; scrolled to by showRange
    void setHits(std::vector<TextRange> hits);                   ///< what a search found: tinted; ascending, apart
    void setQuiet(const std::vector<TextRange>& ranges);         ///< boilerplate: in the quiet colour
    void showRange(TextRange range);                             ///< scrolls to it, with some lines above
    void showTop(std::size_t codePoint);                         ///< its line becomes the first on screen

    std::optional<TextRange> selectedRange() const; ///< without white space at its ends; none: nothing selected
    std::optional<TextRange> rangeOnScreen() const; ///< what is visible
    QRect rectOf(TextRange range) const;            ///< in the viewport, from the first to the last line
    const TextMap& map() const { return m_map; }
    void select(TextRange range);                                  ///< as a found word: selected and scrolled to
    const std::vector<TextMark>& marks() const { return m_marks; } ///< by start
    SourceMargin& margin() { return *m_margin; }                   ///< left of the text
    /// The mark after (step 1) or before (step -1) the current one, round the ends; none: there are no marks.
    std::optional<TextMark> neighbour(int step) const;

signals:
    void markClicked(const assay::TextMark& mark);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Underline {
        int start = 0; ///< positions on screen
        int end = 0;
        int level = 0; ///< 0: right below the words
        int reach = 0; ///< the largest end so far
    };

    void paintMarks();   ///< gives every block its formats
    void paintCurrent(); ///< the current mark and the current ghost, by extra selections
    void placeUnderlines();
    void paintUnderlines(QPainter& painter, const QTextBlock& block, const QPointF& origin) const;
    /// Calls draw(line, left, right) for what the block shows of the ranges, which are ascending and apart.
    template <class Draw>
    void eachVisible(const std::vector<TextRange>& ranges, const QTextBlock& block, const Draw& draw) const;
    void paintGhosts(QPainter& painter, const QTextBlock& block, const QPointF& origin) const;
    void paintHits(QPainter& painter, const QTextBlock& block, const QPointF& origin) const;
    QTextEdit::ExtraSelection extra(TextRange range, const QColor& background) const;
    QTextCharFormat markFormat() const;
    std::optional<TextMark> markAt(const QPoint& point) const;
    const TextMark* find(const MentionId& mention) const;

    SourceMargin* m_margin;
    std::string m_text;
    TextMap m_map;
    std::vector<TextMark> m_marks; ///< by start
    std::vector<Underline> m_underlines;
    std::vector<TextRange> m_ghosts;
    std::vector<TextRange> m_dismissed;
    std::vector<TextRange> m_hits;
    std::vector<TextRange> m_quiet;
    std::optional<TextRange> m_ghost;
    std::optional<MentionId> m_current;
    QPoint m_pressed;
};

} // namespace assay

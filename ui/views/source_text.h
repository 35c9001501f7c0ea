// SourceText: a frozen text, read-only, with the words marked that claims stand on. Positions on screen never leave it:
// all offsets are code points. Knows no document.
#pragma once

#include "core/base/ids.h"
#include "ui/models/text_map.h"

#include <QtWidgets/QPlainTextEdit>

#include <optional>
#include <string>
#include <vector>

namespace assay {

struct TextMark {
    std::size_t start = 0; ///< code points, end exclusive
    std::size_t end = 0;
    ClaimId claim;
    MentionId mention;
    QString tip;
    bool operator==(const TextMark&) const = default;
};

struct TextRange {
    std::size_t start = 0;
    std::size_t end = 0;
    bool operator==(const TextRange&) const = default;
};

class SourceText : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit SourceText(QWidget* parent = nullptr);

    void setText(const std::string& utf8);
    void setMarks(std::vector<TextMark> marks);
    void setCurrent(const std::optional<MentionId>& mention); ///< shown stronger
    void showMention(const MentionId& mention);               ///< scrolls to it, with some lines above

    std::optional<TextRange> selectedRange() const; ///< without white space at its ends; none: nothing selected
    std::optional<TextRange> rangeOnScreen() const; ///< what is visible
    QRect selectionRect() const;                    ///< in the viewport, from the first to the last selected line
    const TextMap& map() const { return m_map; }
    void select(TextRange range); ///< as a found word: selected and scrolled to
    /// The mark after (step 1) or before (step -1) the current one, round the ends; none: there are no marks.
    std::optional<TextMark> neighbour(int step) const;

signals:
    void markClicked(const assay::TextMark& mark);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void paintMarks();   ///< gives every block its formats
    void paintCurrent(); ///< the current mark, by extra selection
    QTextCharFormat markFormat() const;
    std::optional<TextMark> markAt(const QPoint& point) const;
    const TextMark* find(const MentionId& mention) const;

    std::string m_text;
    TextMap m_map;
    std::vector<TextMark> m_marks; ///< by start
    std::optional<MentionId> m_current;
    QPoint m_pressed;
};

} // namespace assay

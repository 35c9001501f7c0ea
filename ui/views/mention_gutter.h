// MentionGutter: the strip between two texts, with a line from each mention to its partner. A partner off screen is a
// line to the edge. Knows no document.
#pragma once

#include "core/document/related_mentions.h"

#include <QtGui/QPainterPath>
#include <QtWidgets/QWidget>

#include <optional>
#include <vector>

namespace assay {

class SourceText;

struct JoinedRanges {
    TextRange left;
    TextRange right;
    bool operator==(const JoinedRanges&) const = default;
};

class MentionGutter : public QWidget {
    Q_OBJECT
public:
    static constexpr int breadth = 56; // px

    MentionGutter(SourceText& left, SourceText& right, QWidget* parent = nullptr);

    void setPairs(std::vector<JoinedRanges> pairs); ///< in the order of the left text
    void setCurrent(std::optional<std::size_t> pair);
    /// The line of a pair, in this widget; none: neither end is on screen.
    std::optional<QPainterPath> lineOf(std::size_t pair) const;

signals:
    void clicked(std::size_t pair);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    struct End {
        qreal y = 0;
        bool isOnScreen = false;
    };
    End endOf(const SourceText& text, TextRange range, TextRange onScreen) const;

    SourceText& m_left;
    SourceText& m_right;
    std::vector<JoinedRanges> m_pairs;
    std::optional<std::size_t> m_current;
};

} // namespace assay

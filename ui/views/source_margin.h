// SourceMargin: the strip left of a source's text, with an arrow beside each mention that leads somewhere else. Knows
// no document.
#pragma once

#include "core/base/ids.h"

#include <QtCore/QString>
#include <QtWidgets/QWidget>

#include <optional>
#include <vector>

namespace assay {

class SourceText;

struct MarginArrow {
    MentionId mention;
    std::size_t at = 0; ///< code point of its first word
    QString tip;
    bool operator==(const MarginArrow&) const = default;
};

class SourceMargin : public QWidget {
    Q_OBJECT
public:
    static constexpr int breadth = 16; // px

    explicit SourceMargin(SourceText& text);

    void setArrows(std::vector<MarginArrow> arrows); ///< in the order of the text
    const std::vector<MarginArrow>& arrows() const { return m_arrows; }
    /// Where it is drawn; none: its line is not on screen.
    std::optional<QRect> place(const MentionId& mention) const;

signals:
    void clicked(const assay::MentionId& mention, const QPoint& global);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Placed {
        const MarginArrow* arrow;
        QRect rect;
    };
    std::vector<Placed> placed() const; ///< those on screen
    const MarginArrow* arrowAt(const QPoint& point) const;

    SourceText& m_text;
    std::vector<MarginArrow> m_arrows;
};

} // namespace assay

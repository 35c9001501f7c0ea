// Colours of a chart by role, for light, dark, print and high contrast. Every mark reaches 3:1 and every text 4.5:1 on
// the paper; in high contrast 4.5:1 and 7:1, with thicker lines.
#pragma once

#include "core/chart/marks.h"
#include "ui/charts/render.h"

#include <QtGui/QColor>
#include <QtGui/QPalette>

namespace assay {

/// Of a cell's fill: words upon it keep their contrast, its rim says the colour.
inline constexpr double tintOpacity = 0.18;

class Theme {
public:
    explicit Theme(ThemeKind kind);

    QColor paper() const { return m_paper; }
    QColor mark(const Ink& ink) const;   ///< fills and lines: 3:1 for what carries meaning, in high contrast 4.5:1
    QColor text(const Ink& ink) const;   ///< 4.5:1, in high contrast 7:1
    QColor ramp(double share) const;     ///< 0..1, lightness changes one way only
    QColor on(const QColor& fill) const; ///< words upon a fill: paper or text, whichever reads better
    double penScale() const;             ///< of every line's width
    bool outlinesAreas() const;          ///< a see-through fill has an edge in its full colour

private:
    bool isDark() const { return m_kind == ThemeKind::dark || m_kind == ThemeKind::highContrast; }
    QColor role(const Ink& ink) const;

    ThemeKind m_kind;
    QColor m_paper;
};

/// WCAG 2 contrast ratio, 1..21.
double contrast(const QColor& a, const QColor& b);

/// The colour itself, or moved towards black or white until it reaches the ratio on the paper.
QColor readable(QColor color, const QColor& paper, double ratio);

/// Dark when the palette's window is darker than its text; high contrast when they are all but white on black.
ThemeKind themeOf(const QPalette& palette);

} // namespace assay

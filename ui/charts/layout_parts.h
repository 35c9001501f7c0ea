// The steps of layout, each a function over one shared sheet. For layout*.cpp alone.
#pragma once

#include "ui/charts/layout.h"

#include <QtCore/QStringList>

namespace assay {

/// What the steps of one layout hand on.
struct Sheet {
    const ChartSpec* spec;
    TextMeasure measure;
    Window window;
    Placed placed;
    QRectF inner; ///< the picture without its margins
};

constexpr double shadeOpacity = 0.12; ///< of a shaded box: what lies below stays readable

// -- words --
TextFont fontOf(TextPart part, double base);
double lineHeight(const TextFont& font);
QStringList wrapped(const QString& text, double width, const TextFont& font, const TextMeasure& measure);
/// Places lines downwards from a corner; returns the y below them.
double placeLines(Sheet& sheet, TextPart part, const QStringList& lines, const QPointF& topLeft, const Ink& ink);
QString toText(const std::string& text);

// -- axes --
/// An axis, or the part of it that is looked at; 1 to 10 when nothing can be drawn on it.
Scaling scalingOf(const Axis& axis, std::optional<double> low, std::optional<double> high);

// -- shapes --
QPolygonF outlineOf(Shape shape, const QRectF& box); ///< empty for a circle and a square: their box is enough

// -- steps --
double gapBelowPlot(const Sheet& sheet);   ///< to the tick labels of x, clear of the lowest one of y
double placeKey(Sheet& sheet, double top); ///< key and ramp key; returns the y below
double leftColumnWidth(const Sheet& sheet, double plotHeight); ///< of tick or category labels
void placeXTicks(Sheet& sheet);
double categoryColumn(const Sheet& sheet, double plotHeight); ///< width of the rows' labels
void placeCategories(Sheet& sheet);
void placeRightAligned(Sheet& sheet, const QString& line, TextPart part, double right, double top, const TextFont& font,
                       const Ink& ink);
QString rowSign(const Category& category, std::size_t row); ///< in place of a label that has no room
/// "A: From compute · 2: Owned cluster": what the signs of rows or columns stand for; empty: none is used.
QString signKey(const std::vector<Category>& categories, const std::function<bool(std::size_t)>& isSigned);
QString rowKey(const Sheet& sheet);
QString columnKey(const Sheet& sheet);
int columnsThatFit(const Sheet& sheet, double plotWidth);      ///< of a category axis: the others are left to the table
double columnHeadHeight(const Sheet& sheet, double plotWidth); ///< words below the columns of a category axis
void placeColumnHeads(Sheet& sheet);
void placeYTicks(Sheet& sheet);
bool isFlat(const Sheet& sheet); ///< a shape in rows this low says nothing; point and intervals stay
void placeMarks(Sheet& sheet);

// -- words at marks --
/// What lies on the plot already, as words see it.
struct Ground {
    std::vector<QRectF> obstacles;              ///< had better not be covered
    std::vector<QRectF> dots;                   ///< of these the ones that stand for a value alone
    std::vector<std::pair<QRectF, int>> blocks; ///< bars and cells with their datum: words may stand upon their own
};
Ground groundOf(const Placed& placed);
QRectF cellOf(const Ground& ground, int datum);    ///< null: none
void placeCellWords(Sheet& sheet, Ground& ground); ///< symbols and words of cells
void placeLabels(Sheet& sheet);
int ruleLines(const Sheet& sheet);        ///< lines of words above the plot for vertical rules
double axisTitleBand(const Sheet& sheet); ///< px above the plot that the title of a value axis takes
void placeRuleLabels(Sheet& sheet);
void placeData(Sheet& sheet);

} // namespace assay

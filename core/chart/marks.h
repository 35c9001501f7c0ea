// Marks: what a chart draws, in data units and with ink roles instead of colours. They know no pixel but sizes of pens.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace assay {

inline constexpr int seriesColors = 7; ///< then they begin again: shape and dash tell the rest apart (SeriesLook)

/// A role the theme turns into a colour. series and cell take an index; ramp is the colour ramp of a HeatField.
enum class InkRole { series, text, muted, claim, ghost, grid, low, high, evidence, paper };

struct Ink {
    InkRole role = InkRole::text;
    int index = 0; ///< of the series: the scenario's place in the project, so that it looks alike in every chart
    bool operator==(const Ink&) const = default;
};

/// In axis units; on a category axis row i is centred at i and goes from i - 0.5 to i + 0.5, downwards.
struct Point {
    double x = 0;
    double y = 0;
    bool operator==(const Point&) const = default;
};

enum class Dash { solid, dashed, dotted };
enum class Fill { solid, hollow, shaded, hatched, tinted }; ///< tinted: a cell with words upon it
enum class Shape { circle, square, diamond, triangle, star };
enum class Cap { none, bar, arrow };

/// How a series is told from the others: by its colour, and from the eighth on by dash and shape too. The same of a
/// scenario in every chart; no two of the first 21 look alike.
struct SeriesLook {
    Ink ink;
    Dash dash = Dash::solid;
    Shape shape = Shape::circle;
    bool operator==(const SeriesLook&) const = default;
};
SeriesLook seriesLook(int index); ///< 0 or more

enum class Side { right, left, above, below, centre };
enum class LabelStyle { plain, strong, pill, bare }; ///< bare: without a patch of paper, on a tinted cell
enum class Direction { horizontal, vertical };

/// What layout may leave out when there is no room, first to last. (charts: rule 12)
enum class Keep { note, detail, label, always };

/// A filled shape: a density, an area.
struct Area {
    std::vector<Point> points;
    Ink ink;
    double opacity = 1;
    Keep keep = Keep::always;
    int datum = -1; ///< index into ChartSpec::data; -1: stands for none
    bool operator==(const Area&) const = default;
};

struct Curve {
    std::vector<Point> points; ///< 2 to about 400
    Ink ink;
    double width = 2; ///< px at text size 12
    Dash dash = Dash::solid;
    int datum = -1;
    Cap cap = Cap::none; ///< at its last point
    double gapFrom = 0;  ///< px at text size 12 left free at its first point, for the mark that stands there
    double gapTo = 0;    ///< at its last point
    bool operator==(const Curve&) const = default;
};

/// A straight piece from one point to another: an interval, a link, a bound with an arrow.
struct Span {
    Point from;
    Point to;
    Ink ink;
    double width = 2;
    Cap cap = Cap::none; ///< arrow: at `to`
    Dash dash = Dash::solid;
    Keep keep = Keep::always;
    int datum = -1;
    bool operator==(const Span&) const = default;
};

struct Bar {
    Point from; ///< two opposite corners
    Point to;
    Ink ink;
    Fill fill = Fill::solid;
    int datum = -1;
    bool operator==(const Bar&) const = default;
};

struct Dot {
    Point at;
    Ink ink;
    double size = 9; ///< px at text size 12
    Shape shape = Shape::circle;
    Fill fill = Fill::solid;
    int datum = -1;
    bool operator==(const Dot&) const = default;
};

/// Equal chances as a pile of dots above a line: layout chooses their size, so that the highest pile fits.
struct DotStack {
    std::vector<double> values; ///< ascending, on the x axis
    double base = 0;            ///< of the piles, on a category axis
    double height = 0.5;        ///< that they may take, upwards
    Ink ink;
    Keep keep = Keep::detail;
    int datum = -1;
    bool operator==(const DotStack&) const = default;
};

/// A line right across the plot at one value: a base, a claim.
struct Rule {
    Direction direction = Direction::vertical;
    double at = 0;
    Ink ink;
    double width = 1.5;
    Dash dash = Dash::solid;
    std::string label; ///< beside its upper end; may be empty
    int datum = -1;
    bool operator==(const Rule&) const = default;
};

/// A heat map: values 0..1 on the ramp, row by row from the top; NaN stays empty.
struct HeatField {
    Point from; ///< upper left corner
    Point to;
    int columns = 0;
    int rows = 0;
    std::vector<double> values;
    bool operator==(const HeatField&) const = default;
};

/// A symbol before words, in their cell.
struct Sign {
    Shape shape = Shape::circle;
    Ink ink;
    bool operator==(const Sign&) const = default;
};

/// Words at a mark. Layout tries the preferred side, then the others, and never lets them leave the plot or overlap.
struct Label {
    Point at;                   ///< the point they belong to
    std::optional<Point> other; ///< the mark's far end: the place to flip to
    std::string text;
    Ink ink;
    Side side = Side::right;
    LabelStyle style = LabelStyle::plain;
    Keep keep = Keep::label;
    double gap = 8; ///< px between mark and words
    int datum = -1;
    std::vector<Point> places = {}; ///< further points on the mark to try, best first
    std::optional<Sign> sign = {};  ///< stays alone where a cell of the chart is too narrow for its words
    bool operator==(const Label&) const = default;
};

using Mark = std::variant<Area, Curve, Span, Bar, Dot, DotStack, Rule, HeatField, Label>;

} // namespace assay

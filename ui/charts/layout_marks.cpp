// Marks in data units -> shapes in pixels, clipped to the plot.
#include "ui/charts/clip.h"
#include "ui/charts/dot_stacks.h"
#include "ui/charts/layout_parts.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace assay {
namespace {

constexpr double thinning = 0.1; ///< px a curve may lie off its points: unseen, and painted several times faster

/// Without `gap` px at its start.
QPolygonF begunLater(QPolygonF line, double gap) {
    while (gap > 0 && line.size() > 1) {
        const QPointF step = line[1] - line[0];
        const double length = std::hypot(step.x(), step.y());
        if (length > gap) {
            line[0] += step * (gap / length);
            return line;
        }
        gap -= length;
        line.removeFirst();
    }
    return line;
}

/// Without the px at either end; a line that is no longer than both is none.
QPolygonF shortened(QPolygonF line, double from, double to) {
    line = begunLater(std::move(line), from);
    std::reverse(line.begin(), line.end());
    line = begunLater(std::move(line), to);
    std::reverse(line.begin(), line.end());
    return line.size() > 1 ? line : QPolygonF();
}

/// Five points, sturdier than a pentagram (0.38), to be seen at 8 px.
QPolygonF starOutline(const QRectF& box) {
    constexpr double inner = 0.45; // of the outer radius
    constexpr double turn = 3.14159265358979323846 / 5;
    QPolygonF outline;
    for (int i = 0; i < 10; ++i) {
        const double share = i % 2 == 0 ? 0.5 : 0.5 * inner;
        outline << box.center()
                       + QPointF(std::sin(i * turn) * share * box.width(), -std::cos(i * turn) * share * box.height());
    }
    return outline;
}

class MarkPlacer {
public:
    explicit MarkPlacer(Sheet& sheet) : m_sheet(sheet), m_plot(sheet.placed.plot), m_unit(sheet.placed.base / 12) {}

    void operator()(const Area& area) {
        if (area.keep == Keep::detail && isFlat(m_sheet))
            return;
        QPolygonF polygon = clipPolygon(mapped(area.points), m_plot);
        if (polygon.size() > 2)
            add({ShapeKind::polygon, polygon, {}, area.ink, Fill::solid, area.opacity, 0, Dash::solid, area.datum});
    }

    void operator()(const Curve& curve) {
        const QPolygonF way = shortened(mapped(curve.points), curve.gapFrom * m_unit, curve.gapTo * m_unit);
        if (curve.cap != Cap::none && way.size() > 1 && m_plot.adjusted(-1, -1, 1, 1).contains(way.back()))
            addCap({{}, {}, curve.ink, curve.width, curve.cap, Dash::solid, Keep::always, curve.datum},
                   way[way.size() - 2], way.back());
        for (const QPolygonF& piece : clipPolyline(way, m_plot))
            add({ShapeKind::polyline,
                 simplified(piece, thinning),
                 {},
                 curve.ink,
                 Fill::solid,
                 1,
                 curve.width * m_unit,
                 curve.dash,
                 curve.datum});
    }

    void operator()(const Span& span) {
        if (!placeable(span.from) || !placeable(span.to))
            return;
        const QPointF from = map(span.from);
        const QPointF to = map(span.to);
        for (QPolygonF& piece : clipPolyline({from, to}, m_plot))
            add({ShapeKind::polyline,
                 std::move(piece),
                 {},
                 span.ink,
                 Fill::solid,
                 1,
                 span.width * m_unit,
                 span.dash,
                 span.datum});
        if (span.cap != Cap::none && m_plot.adjusted(-1, -1, 1, 1).contains(to))
            addCap(span, from, to);
    }

    void operator()(const Bar& bar) {
        if (!placeable(bar.from) || !placeable(bar.to))
            return;
        const QRectF box = QRectF(map(bar.from), map(bar.to)).normalized() & m_plot;
        if (box.isValid() || box.width() > 0 || box.height() > 0)
            add({ShapeKind::rectangle,
                 {},
                 box,
                 bar.ink,
                 bar.fill,
                 bar.fill == Fill::shaded ? shadeOpacity : 1,
                 bar.fill == Fill::solid ? 0 : 1.2 * m_unit,
                 bar.fill == Fill::shaded ? Dash::dashed : Dash::solid,
                 bar.datum});
    }

    void operator()(const Dot& dot) {
        if (!placeable(dot.at))
            return;
        const QPointF at = map(dot.at);
        if (!m_plot.adjusted(-0.5, -0.5, 0.5, 0.5).contains(at))
            return;
        const double half = dot.size * m_unit / 2;
        const double pen = (dot.fill == Fill::hollow ? 1.8 : 1.2) * m_unit;
        const QRectF box(at.x() - half, at.y() - half, 2 * half, 2 * half);
        const QPolygonF outline = outlineOf(dot.shape, box);
        const ShapeKind kind = !outline.isEmpty()           ? ShapeKind::polygon
                               : dot.shape == Shape::circle ? ShapeKind::ellipse
                                                            : ShapeKind::rectangle;
        add({kind, outline, outline.isEmpty() ? box : QRectF(), dot.ink, dot.fill, 1, pen, Dash::solid, dot.datum});
    }

    void operator()(const DotStack& stack) {
        if (stack.values.empty() || (stack.keep == Keep::detail && isFlat(m_sheet)))
            return;
        const double foot = m_sheet.placed.y.toPixel(stack.base);
        for (const QRectF& box : stackDots(placesOf(stack), foot, heightOf(stack), m_dot))
            if (m_plot.contains(box.center()))
                add({ShapeKind::ellipse, {}, box, stack.ink, Fill::solid, 1, 0.6 * m_unit, Dash::solid, stack.datum});
    }

    void operator()(const Rule& rule) {
        const bool vertical = rule.direction == Direction::vertical;
        const Scaling& scaling = vertical ? m_sheet.placed.x : m_sheet.placed.y;
        if (!scaling.holds(rule.at))
            return;
        const double place = scaling.toPixel(rule.at);
        const QPolygonF line = vertical ? QPolygonF{{place, m_plot.top()}, {place, m_plot.bottom()}}
                                        : QPolygonF{{m_plot.left(), place}, {m_plot.right(), place}};
        for (QPolygonF& piece : clipPolyline(line, m_plot))
            add({ShapeKind::polyline,
                 std::move(piece),
                 {},
                 rule.ink,
                 Fill::solid,
                 1,
                 rule.width * m_unit,
                 rule.dash,
                 rule.datum});
    }

    void operator()(const HeatField& field) {
        if (!placeable(field.from) || !placeable(field.to))
            return;
        PlacedShape shape{ShapeKind::field, {}, QRectF(map(field.from), map(field.to)).normalized() & m_plot};
        shape.field = m_index;
        add(std::move(shape));
    }

    void operator()(const Label&) {}

    void setIndex(int index) { m_index = index; }

    /// A dot is the same chance in every row: the smallest of the largest that fit.
    void chooseDot() {
        m_dot = std::numeric_limits<double>::infinity();
        for (const Mark& mark : m_sheet.spec->marks)
            if (const auto* stack = std::get_if<DotStack>(&mark))
                m_dot = std::min(m_dot, largestDot(placesOf(*stack), heightOf(*stack)));
    }

private:
    bool placeable(const Point& point) const {
        return m_sheet.placed.x.holds(point.x) && m_sheet.placed.y.holds(point.y);
    }
    QPointF map(const Point& point) const {
        return {m_sheet.placed.x.toPixel(point.x), m_sheet.placed.y.toPixel(point.y)};
    }

    QPolygonF mapped(const std::vector<Point>& points) const {
        QPolygonF polygon;
        for (const Point& point : points)
            if (placeable(point))
                polygon << map(point);
        return polygon;
    }

    std::vector<double> placesOf(const DotStack& stack) const {
        std::vector<double> places;
        for (const double value : stack.values)
            if (placeable({value, stack.base}))
                places.push_back(m_sheet.placed.x.toPixel(value));
        return places;
    }
    double heightOf(const DotStack& stack) const {
        return std::abs(m_sheet.placed.y.toPixel(stack.base - stack.height) - m_sheet.placed.y.toPixel(stack.base));
    }

    void add(PlacedShape shape) { m_sheet.placed.shapes.push_back(std::move(shape)); }

    void addCap(const Span& span, const QPointF& from, const QPointF& to) {
        const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
        if (length <= 0)
            return;
        const QPointF along = (to - from) / length;
        const QPointF across(-along.y(), along.x());
        const double size = 5 * m_unit;
        QPolygonF line;
        if (span.cap == Cap::bar)
            line = {to + across * size, to - across * size};
        else
            line = {to - along * size * 1.4 + across * size, to, to - along * size * 1.4 - across * size};
        add({ShapeKind::polyline, line, {}, span.ink, Fill::solid, 1, span.width * m_unit, Dash::solid, span.datum});
    }

    Sheet& m_sheet;
    QRectF m_plot;
    double m_unit;    ///< pens grow with the text
    double m_dot = 0; ///< diameter in a stack
    int m_index = 0;
};

QRectF extent(const PlacedShape& shape) {
    const QRectF box = shape.points.isEmpty() ? shape.box : shape.points.boundingRect();
    const double half = shape.penWidth / 2;
    return box.adjusted(-half, -half, half, half);
}

} // namespace

QPolygonF outlineOf(Shape shape, const QRectF& box) {
    switch (shape) {
    case Shape::circle:
    case Shape::square: return {};
    case Shape::diamond:
        return {{box.center().x(), box.top()},
                {box.right(), box.center().y()},
                {box.center().x(), box.bottom()},
                {box.left(), box.center().y()}};
    case Shape::triangle: return {{box.center().x(), box.top()}, box.bottomRight(), box.bottomLeft()};
    case Shape::star: return starOutline(box);
    }
    return {};
}

bool isFlat(const Sheet& sheet) {
    const double row = std::abs(sheet.placed.y.toPixel(1) - sheet.placed.y.toPixel(0));
    return sheet.placed.y.kind == AxisKind::category && row < sheet.placed.base * 2.6;
}

void placeMarks(Sheet& sheet) {
    MarkPlacer placer(sheet);
    placer.chooseDot();
    for (std::size_t i = 0; i < sheet.spec->marks.size(); ++i) {
        placer.setIndex(static_cast<int>(i));
        std::visit(placer, sheet.spec->marks[i]);
    }
}

void placeData(Sheet& sheet) {
    sheet.placed.data.assign(sheet.spec->data.size(), PlacedDatum{});
    for (const PlacedShape& shape : sheet.placed.shapes)
        if (shape.datum >= 0 && shape.datum < static_cast<int>(sheet.placed.data.size())) {
            QRectF& box = sheet.placed.data[static_cast<std::size_t>(shape.datum)].box;
            box = box.isNull() ? extent(shape) : box.united(extent(shape));
        }
    for (std::size_t i = 0; i < sheet.spec->data.size(); ++i) {
        PlacedDatum& placed = sheet.placed.data[i];
        const Point& at = sheet.spec->data[i].at;
        const bool holds = sheet.placed.x.holds(at.x) && sheet.placed.y.holds(at.y);
        placed.at = holds ? QPointF(sheet.placed.x.toPixel(at.x), sheet.placed.y.toPixel(at.y)) : placed.box.center();
    }
}

} // namespace assay

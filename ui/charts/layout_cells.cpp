// The ground words stand on, and words that stand in cells with a symbol before them.
#include "ui/charts/layout_parts.h"

#include <algorithm>

namespace assay {
namespace {

bool isBlock(const PlacedShape& shape) {
    const bool isFilled =
        shape.fill == Fill::hatched || shape.fill == Fill::tinted || (shape.fill == Fill::solid && shape.penWidth == 0);
    return shape.kind == ShapeKind::rectangle && isFilled && shape.datum >= 0; // a square dot has a rim
}

void addSegments(Ground& ground, const PlacedShape& line) {
    const double half = std::max(1.0, line.penWidth);
    for (qsizetype i = 0; i + 1 < line.points.size(); ++i)
        ground.obstacles.push_back(
            QRectF(line.points[i], line.points[i + 1]).normalized().adjusted(-half, -half, half, half));
}

/// Symbols and words of all cells.
class CellWords {
public:
    CellWords(Sheet& sheet, Ground& ground)
        : m_sheet(sheet),
          m_ground(ground),
          m_font(fontOf(TextPart::label, sheet.placed.base)),
          m_side(sheet.placed.base * 0.7),
          m_gap(sheet.placed.base * 0.35) {
        for (const Mark& mark : sheet.spec->marks)
            if (const auto* label = std::get_if<Label>(&mark); label && label->sign && !label->places.empty())
                if (const QRectF cell = cellOf(ground, label->datum); !cell.isNull())
                    m_cells.push_back(
                        {label, cell, sheet.measure(toText(label->text), m_font), cornerOf(ground, cell)});
    }

    void place() {
        const bool wordy = isWordy();
        for (const Cell& cell : m_cells)
            placeOne(cell, wordy && fits(cell));
    }

private:
    struct Cell {
        const Label* label;
        QRectF box;
        double words;  ///< px wide
        double corner; ///< px that a dot in its corner takes
    };

    static double cornerOf(const Ground& ground, const QRectF& cell) {
        for (const QRectF& dot : ground.dots)
            if (cell.contains(dot.center()))
                return cell.right() - dot.left();
        return 0;
    }

    bool fits(const Cell& cell) const {
        return m_side + 3 * m_gap + cell.words + 2 * cell.corner <= cell.box.width()
               && lineHeight(m_font) <= cell.box.height();
    }

    /// Where words fit in less than half of the cells there are none: a word here and there would look like a find.
    bool isWordy() const {
        const auto fitting = std::count_if(m_cells.begin(), m_cells.end(), [&](const Cell& c) { return fits(c); });
        return 2 * static_cast<std::size_t>(fitting) >= m_cells.size();
    }

    void placeOne(const Cell& cell, bool fit) {
        const Label& label = *cell.label;
        const double left = cell.box.center().x() - (m_side + (fit ? m_gap + cell.words : 0)) / 2;
        const bool isTall = fit && cell.box.height() > 2.2 * lineHeight(m_font); // a second line below
        const double y = m_sheet.placed.y.toPixel(isTall ? label.at.y : label.places.front().y);
        const QRectF sign(left, y - m_side / 2, m_side, m_side);
        addSign(label, sign);
        if (!fit) {
            ++m_sheet.placed.droppedLabels;
            return;
        }
        const QRectF box(sign.right() + m_gap, y - lineHeight(m_font) / 2, cell.words, lineHeight(m_font));
        m_sheet.placed.texts.push_back(
            {TextPart::label, toText(label.text), box, m_font, label.ink, label.style, label.datum});
    }

    void addSign(const Label& label, const QRectF& box) {
        const QPolygonF outline = outlineOf(label.sign->shape, box);
        const ShapeKind kind = !outline.isEmpty()                   ? ShapeKind::polygon
                               : label.sign->shape == Shape::circle ? ShapeKind::ellipse
                                                                    : ShapeKind::rectangle;
        m_sheet.placed.shapes.push_back({kind, outline, outline.isEmpty() ? box : QRectF(), label.sign->ink,
                                         Fill::solid, 1, 0, Dash::solid, label.datum});
        m_ground.dots.push_back(box);
    }

    Sheet& m_sheet;
    Ground& m_ground;
    TextFont m_font;
    double m_side; ///< of a symbol
    double m_gap;
    std::vector<Cell> m_cells;
};

} // namespace

Ground groundOf(const Placed& placed) {
    Ground ground;
    for (const PlacedShape& shape : placed.shapes) {
        if (shape.ink.role == InkRole::grid || shape.kind == ShapeKind::field || shape.fill == Fill::shaded
            || (shape.kind == ShapeKind::polygon && shape.penWidth == 0)) // an area; a dot has a rim
            continue;
        if (shape.kind == ShapeKind::polyline) {
            addSegments(ground, shape);
            continue;
        }
        const QRectF box = shape.kind == ShapeKind::polygon ? shape.points.boundingRect() : shape.box;
        ground.obstacles.push_back(box);
        if (isBlock(shape))
            ground.blocks.emplace_back(box, shape.datum);
        else
            ground.dots.push_back(box);
    }
    return ground;
}

QRectF cellOf(const Ground& ground, int datum) {
    for (const auto& [cell, owner] : ground.blocks)
        if (owner == datum)
            return cell;
    return {};
}

void placeCellWords(Sheet& sheet, Ground& ground) { CellWords(sheet, ground).place(); }

} // namespace assay

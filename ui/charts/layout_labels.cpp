// Words at marks: the best free place of several, inside the plot, never over other words; else the table alone has
// them.
#include "ui/charts/layout_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace assay {
namespace {

constexpr double roomInCell = 0.62; ///< of a column's width, for words between the symbols at its sides

struct Candidate {
    QRectF box;
    double cost = 0; ///< how far from the place one would look first
    bool displaced = false;
};

double overlap(const QRectF& a, const QRectF& b) {
    const QRectF shared = a & b;
    return shared.isEmpty() ? 0 : shared.width() * shared.height();
}

/// Boxes of what a label had better not cover.
std::vector<QRectF> obstaclesOf(const Placed& placed) {
    std::vector<QRectF> boxes;
    for (const PlacedShape& shape : placed.shapes) {
        if (shape.ink.role == InkRole::grid || shape.kind == ShapeKind::field || shape.fill == Fill::shaded
            || (shape.kind == ShapeKind::polygon && shape.penWidth == 0)) // an area; a dot has a rim
            continue;
        if (shape.kind != ShapeKind::polyline) {
            boxes.push_back(shape.kind == ShapeKind::polygon ? shape.points.boundingRect() : shape.box);
            continue;
        }
        const double half = std::max(1.0, shape.penWidth);
        for (qsizetype i = 0; i + 1 < shape.points.size(); ++i)
            boxes.push_back(
                QRectF(shape.points[i], shape.points[i + 1]).normalized().adjusted(-half, -half, half, half));
    }
    return boxes;
}

class LabelPlacer {
public:
    explicit LabelPlacer(Sheet& sheet) : m_sheet(sheet), m_obstacles(obstaclesOf(sheet.placed)) {}

    void place(const Label& label) {
        const Placed& placed = m_sheet.placed;
        if (label.text.empty() || !placed.x.holds(label.at.x) || !placed.y.holds(label.at.y))
            return;
        const QPointF at(placed.x.toPixel(label.at.x), placed.y.toPixel(label.at.y));
        if (!placed.plot.adjusted(-1, -1, 1, 1).contains(clampedToPlot(label, at)))
            return;
        TextFont font = fontOf(TextPart::label, placed.base);
        if (label.style != LabelStyle::plain)
            font.weight = Weight::bold;
        const QString text = toText(label.text);
        const double pad = label.style == LabelStyle::pill ? font.pixels * 0.35 : 0;
        const QSizeF size(m_sheet.measure(text, font) + 2 * pad, lineHeight(font));
        const Candidate* best = nullptr;
        std::vector<Candidate> candidates = candidatesFor(label, clampedToPlot(label, at), size);
        for (Candidate& candidate : candidates)
            if (!strays(label, at, candidate) && score(candidate, label.side) && (!best || candidate.cost < best->cost))
                best = &candidate;
        if (!best) {
            ++m_sheet.placed.droppedLabels;
            return;
        }
        m_sheet.placed.texts.push_back({TextPart::label, text, best->box, font, label.ink, label.style, label.datum});
        if (best->displaced)
            addLeader(label, clampedToPlot(label, at), best->box);
    }

private:
    /// Words in another row or column would be read as that row's or column's; in a cell they leave its symbols free.
    bool strays(const Label& label, const QPointF& at, const Candidate& candidate) const {
        const Scaling &x = m_sheet.placed.x, &y = m_sheet.placed.y;
        const bool isCell = label.side == Side::centre && x.kind == AxisKind::category && y.kind == AxisKind::category;
        if (isCell && candidate.box.width() > roomInCell * std::abs(x.toPixel(1) - x.toPixel(0)))
            return true;
        const double row = std::abs(y.toPixel(1) - y.toPixel(0));
        return y.kind == AxisKind::category && label.keep == Keep::label && label.style == LabelStyle::plain
               && std::abs(candidate.box.center().y() - at.y()) > row / 2;
    }

    /// A thin line from a mark to words that had to move away from it.
    void addLeader(const Label& label, const QPointF& at, const QRectF& box) {
        const QPointF end(std::clamp(at.x(), box.left(), box.right()), std::clamp(at.y(), box.top(), box.bottom()));
        const double length = std::hypot(end.x() - at.x(), end.y() - at.y());
        const double start = m_sheet.placed.base * 0.6;
        if (length <= start)
            return;
        const QPolygonF line{at + (end - at) * (start / length), end};
        m_sheet.placed.shapes.push_back(
            {ShapeKind::polyline, line, {}, label.ink, Fill::solid, 1, 0.8, Dash::solid, label.datum});
    }

    /// A mark whose end lies outside still has its label inside, at the edge.
    QPointF clampedToPlot(const Label& label, const QPointF& at) const {
        const QRectF plot = m_sheet.placed.plot;
        if (label.side != Side::right && label.side != Side::left)
            return at;
        return {std::clamp(at.x(), plot.left(), plot.right()), at.y()};
    }

    QPointF otherEnd(const Label& label, const QPointF& at) const {
        const Placed& placed = m_sheet.placed;
        const bool known = label.other && placed.x.holds(label.other->x) && placed.y.holds(label.other->y);
        return known ? QPointF(placed.x.toPixel(label.other->x), placed.y.toPixel(label.other->y)) : at;
    }

    static QRectF boxAt(Side side, const QPointF& at, const QSizeF& size, double gap) {
        switch (side) {
        case Side::right: return {{at.x() + gap, at.y() - size.height() / 2}, size};
        case Side::left: return {{at.x() - gap - size.width(), at.y() - size.height() / 2}, size};
        case Side::above: return {{at.x() - size.width() / 2, at.y() - gap - size.height()}, size};
        case Side::below: return {{at.x() - size.width() / 2, at.y() + gap}, size};
        case Side::centre: break;
        }
        return {{at.x() - size.width() / 2, at.y() - size.height() / 2}, size};
    }

    /// Beside a mark at the upper or lower edge words stand a little lower or higher, still beside it.
    QRectF nudgedInside(QRectF box, Side side) const {
        const QRectF& plot = m_sheet.placed.plot;
        const double down = std::max(0.0, plot.top() + 1.5 - box.top());
        const double up = std::max(0.0, box.bottom() + 1.5 - plot.bottom());
        if ((side == Side::right || side == Side::left) && std::max(down, up) < 0.6 * box.height())
            box.translate(0, down - up);
        return box;
    }

    std::vector<Candidate> candidatesFor(const Label& label, const QPointF& at, const QSizeF& size) const {
        const double gap = label.gap * m_sheet.placed.base / 12;
        std::vector<Candidate> candidates{{nudgedInside(boxAt(label.side, at, size, gap), label.side), 0}};
        const QPointF other = otherEnd(label, at);
        if (label.side == Side::centre) { // a label that belongs on its line slides along it, never off it
            const Placed& placed = m_sheet.placed;
            for (std::size_t i = 0; i < label.places.size(); ++i)
                if (placed.x.holds(label.places[i].x) && placed.y.holds(label.places[i].y))
                    candidates.push_back(
                        {boxAt(Side::centre, {placed.x.toPixel(label.places[i].x), placed.y.toPixel(label.places[i].y)},
                               size, 0),
                         1.0 + static_cast<double>(i)});
            return candidates;
        }
        const std::array<std::pair<Side, double>, 4> sides{
            {{Side::right, 1}, {Side::left, 1.5}, {Side::above, 2}, {Side::below, 2.5}}};
        for (const auto& [side, cost] : sides) {
            const bool opposite =
                (side == Side::left && label.side == Side::right) || (side == Side::right && label.side == Side::left);
            const QRectF box = nudgedInside(boxAt(side, opposite ? other : at, size, gap), side);
            candidates.push_back({box, cost});
            for (const double step : {-0.6, 0.6, -1.2, 1.2, -2.2, 2.2, -3.4, 3.4})
                candidates.push_back({side == Side::above || side == Side::below
                                          ? box.translated(step * size.width() * 0.4, 0)
                                          : box.translated(0, step * size.height()),
                                      cost + 1 + std::abs(step) * 1.5, true});
        }
        return candidates;
    }

    /// False when the box leaves the plot or meets other words; else adds what it covers to the cost.
    bool score(Candidate& candidate, Side side) const {
        const QRectF room = m_sheet.placed.plot.adjusted(1, 1, m_sheet.inner.right() - m_sheet.placed.plot.right(), -1);
        if (!room.contains(candidate.box))
            return false;
        const double spacing = m_sheet.placed.base * 0.25;
        const QRectF spaced = candidate.box.adjusted(-spacing, -1, spacing, 1);
        for (const PlacedText& text : m_sheet.placed.texts)
            if (overlap(spaced, text.box) > 0)
                return false;
        if (side == Side::centre)
            return true;
        for (const QRectF& obstacle : m_obstacles)
            if (const double shared = overlap(candidate.box, obstacle); shared > 0)
                candidate.cost += 1 + 12 * shared / (m_sheet.placed.base * m_sheet.placed.base);
        return true;
    }

    Sheet& m_sheet;
    std::vector<QRectF> m_obstacles;
};

struct NamedRule {
    const Rule* rule;
    double place;
};

std::vector<NamedRule> namedRules(const Sheet& sheet) {
    std::vector<NamedRule> rules;
    for (const Mark& mark : sheet.spec->marks)
        if (const auto* rule = std::get_if<Rule>(&mark);
            rule && rule->direction == Direction::vertical && !rule->label.empty())
            rules.push_back({rule, sheet.placed.x.holds(rule->at) ? sheet.placed.x.toPixel(rule->at) : -1});
    return rules;
}

} // namespace

int ruleLines(const Sheet& sheet) { return std::min<int>(3, static_cast<int>(namedRules(sheet).size())); }

void placeRuleLabels(Sheet& sheet) {
    const TextFont font = fontOf(TextPart::label, sheet.placed.base);
    const QRectF plot = sheet.placed.plot;
    for (const NamedRule& named : namedRules(sheet)) {
        if (named.place < plot.left() || named.place > plot.right())
            continue;
        const QString text = toText(named.rule->label);
        const double width = sheet.measure(text, font);
        const double left = std::clamp(named.place - width / 2, sheet.inner.left(),
                                       std::max(sheet.inner.left(), sheet.inner.right() - width));
        bool placed = false;
        for (int line = 1; line <= ruleLines(sheet) && !placed; ++line) {
            const QRectF box(left, plot.top() - line * lineHeight(font) - sheet.placed.base * 0.1, width,
                             lineHeight(font));
            const bool free =
                std::none_of(sheet.placed.texts.begin(), sheet.placed.texts.end(), [&](const PlacedText& other) {
                    return overlap(box.adjusted(-sheet.placed.base * 0.4, 0, sheet.placed.base * 0.4, 0), other.box)
                           > 0;
                });
            if (free && box.right() <= sheet.inner.right() + 0.5)
                sheet.placed.texts.push_back(
                    {TextPart::label, text, box, font, named.rule->ink, LabelStyle::plain, named.rule->datum});
            placed = free;
        }
        sheet.placed.droppedLabels += placed ? 0 : 1;
    }
}

void placeLabels(Sheet& sheet) {
    LabelPlacer placer(sheet);
    for (const Keep keep : {Keep::always, Keep::label, Keep::detail, Keep::note})
        for (const Mark& mark : sheet.spec->marks)
            if (const auto* label = std::get_if<Label>(&mark); label && label->keep == keep)
                placer.place(*label);
}

} // namespace assay

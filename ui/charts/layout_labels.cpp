// Words at marks: the best free place of several, inside the plot, never over other words; else the table alone has
// them.
#include "ui/charts/layout_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace assay {
namespace {

constexpr double pillPad = 0.35; ///< of the text size, left and right of a pill's words

struct Candidate {
    QRectF box;
    double cost = 0;                                        ///< how far from the place one would look first
    enum class Way { beside, led, upon } way = Way::beside; ///< led: by a thin line; upon: on its own bar
};

double overlap(const QRectF& a, const QRectF& b) {
    const QRectF shared = a & b;
    return shared.isEmpty() ? 0 : shared.width() * shared.height();
}

class LabelPlacer {
public:
    LabelPlacer(Sheet& sheet, const Ground& ground) : m_sheet(sheet), m_ground(ground) {}

    void place(const Label& label) {
        const Placed& placed = m_sheet.placed;
        if (label.text.empty() || !placed.x.holds(label.at.x) || !placed.y.holds(label.at.y))
            return;
        const QPointF at(placed.x.toPixel(label.at.x), placed.y.toPixel(label.at.y));
        if (!placed.plot.adjusted(-1, -1, 1, 1).contains(clampedToPlot(label, at)))
            return;
        TextFont font = fontOf(TextPart::label, placed.base);
        if (label.style == LabelStyle::strong || label.style == LabelStyle::pill)
            font.weight = Weight::bold;
        const QString text = toText(label.text);
        const double pad = label.style == LabelStyle::pill ? font.pixels * pillPad : 0;
        const QSizeF size(m_sheet.measure(text, font) + 2 * pad, lineHeight(font));
        const Candidate* best = nullptr;
        std::vector<Candidate> candidates = candidatesFor(label, clampedToPlot(label, at), size);
        for (Candidate& candidate : candidates)
            if (!strays(label, at, candidate) && score(candidate, label) && (!best || candidate.cost < best->cost))
                best = &candidate;
        if (!best) {
            ++m_sheet.placed.droppedLabels;
            return;
        }
        const LabelStyle style = best->way == Candidate::Way::upon ? LabelStyle::pill : label.style;
        m_sheet.placed.texts.push_back({TextPart::label, text, best->box, font, label.ink, style, label.datum});
        if (best->way == Candidate::Way::led)
            addLeader(label, clampedToPlot(label, at), best->box);
    }

private:
    /// Words in another row would be read as that row's.
    bool strays(const Label& label, const QPointF& at, const Candidate& candidate) const {
        const Scaling& y = m_sheet.placed.y;
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
            for (const QPointF& place : placesOf(label))
                candidates.push_back({boxAt(Side::centre, place, size, 0), static_cast<double>(candidates.size())});
            return candidates;
        }
        addUpon(candidates, label, at, size, gap);
        for (const QPointF& place : placesOf(label))
            for (const Side side : {Side::right, Side::left})
                candidates.push_back({boxAt(side, place, size, gap), 2 + 0.1 * static_cast<double>(candidates.size())});
        const std::array<std::pair<Side, double>, 4> sides{
            {{Side::right, 1}, {Side::left, 1.5}, {Side::above, 2}, {Side::below, 2.5}}};
        for (const auto& [side, cost] : sides) {
            const bool opposite =
                (side == Side::left && label.side == Side::right) || (side == Side::right && label.side == Side::left);
            const QRectF box = nudgedInside(boxAt(side, opposite ? other : at, size, gap), side);
            candidates.push_back({box, cost});
            const bool isLevel = side == Side::right || side == Side::left;
            for (const double step : {-0.6, 0.6, -1.2, 1.2, -2.2, 2.2, -3.4, 3.4}) {
                const double cost2 = cost + 1 + std::abs(step) * 1.5;
                if (isLevel || std::abs(step) > 2)
                    candidates.push_back({box.translated(0, step * size.height()), cost2, Candidate::Way::led});
                else // still above or below its mark
                    candidates.push_back({box.translated(step * size.width() * 0.4, 0), cost2, Candidate::Way::led});
            }
        }
        return candidates;
    }

    std::vector<QPointF> placesOf(const Label& label) const {
        const Placed& placed = m_sheet.placed;
        std::vector<QPointF> places;
        for (const Point& place : label.places)
            if (placed.x.holds(place.x) && placed.y.holds(place.y))
                places.emplace_back(placed.x.toPixel(place.x), placed.y.toPixel(place.y));
        return places;
    }

    /// At the plot's edge the words of a bar's end stand upon the bar.
    void addUpon(std::vector<Candidate>& candidates, const Label& label, const QPointF& at, const QSizeF& size,
                 double gap) const {
        constexpr double slack = 1.5; // px
        const double pad = fontOf(TextPart::label, m_sheet.placed.base).pixels * pillPad;
        for (const auto& [bar, datum] : m_ground.blocks) {
            const double end = label.side == Side::right ? bar.right() : bar.left();
            if (datum != label.datum || (label.side != Side::right && label.side != Side::left)
                || std::abs(end - at.x()) > slack || at.y() < bar.top() || at.y() > bar.bottom())
                continue;
            const QRectF box = boxAt(label.side == Side::right ? Side::left : Side::right, at,
                                     {size.width() + 2 * pad, size.height()}, gap);
            if (bar.contains(box))
                candidates.push_back({box, 1.7, Candidate::Way::upon});
        }
    }

    /// False when the box leaves the plot or meets other words; else adds what it covers to the cost.
    bool score(Candidate& candidate, const Label& label) const {
        const QRectF room = m_sheet.placed.plot.adjusted(1, 1, m_sheet.inner.right() - m_sheet.placed.plot.right(), -1);
        if (!room.contains(candidate.box))
            return false;
        const double spacing = m_sheet.placed.base * 0.25;
        const QRectF spaced = candidate.box.adjusted(-spacing, -1, spacing, 1);
        for (const PlacedText& text : m_sheet.placed.texts)
            if (overlap(spaced, text.box) > 0)
                return false;
        if (candidate.way == Candidate::Way::upon)
            return true;
        if (label.side == Side::centre)
            return isUponItsMark(candidate, label);
        for (const QRectF& obstacle : m_ground.obstacles)
            if (const double shared = overlap(candidate.box, obstacle); shared > 0)
                candidate.cost += 1 + 12 * shared / (m_sheet.placed.base * m_sheet.placed.base);
        return true;
    }

    /// Words in the middle of their mark: never out of their own cell, nor over a dot where they could stand elsewhere.
    bool isUponItsMark(const Candidate& candidate, const Label& label) const {
        if (const QRectF cell = cellOf(m_ground, label.datum); !cell.isNull() && !cell.contains(candidate.box))
            return false;
        const bool covers = std::any_of(m_ground.dots.begin(), m_ground.dots.end(),
                                        [&](const QRectF& dot) { return overlap(candidate.box, dot) > 0; });
        return !covers || (label.places.empty() && cellOf(m_ground, label.datum).isNull());
    }

    Sheet& m_sheet;
    const Ground& m_ground;
};

} // namespace

void placeLabels(Sheet& sheet) {
    Ground ground = groundOf(sheet.placed);
    placeCellWords(sheet, ground);
    LabelPlacer placer(sheet, ground);
    for (const Keep keep : {Keep::always, Keep::label, Keep::detail, Keep::note})
        for (const Mark& mark : sheet.spec->marks)
            if (const auto* label = std::get_if<Label>(&mark); label && label->keep == keep && !label->sign)
                placer.place(*label);
}

} // namespace assay

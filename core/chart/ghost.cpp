// Only shapes leave a ghost: words, rules and fields would cover what they are the ghost of.
#include "core/chart/ghost.h"

#include <algorithm>
#include <optional>

namespace assay {
namespace {

constexpr Ink ghostInk{InkRole::ghost};

/// The faded likeness of a mark, if it has one.
struct Fading {
    std::optional<Mark> operator()(const Area& area) const {
        return Curve{area.points, ghostInk, 1.2, Dash::dashed, -1};
    }
    std::optional<Mark> operator()(const Curve& curve) const {
        if (curve.ink.role == InkRole::paper)
            return std::nullopt;
        return Curve{curve.points, ghostInk, 1.2, Dash::dashed, -1};
    }
    std::optional<Mark> operator()(const Span& span) const {
        return Span{span.from, span.to, ghostInk, std::min(span.width, 2.0), Cap::none, Dash::dashed, span.keep, -1};
    }
    std::optional<Mark> operator()(const Bar& bar) const {
        const auto [left, right] = std::minmax(bar.from.x, bar.to.x);
        const auto [top, bottom] = std::minmax(bar.from.y, bar.to.y);
        return Curve{
            {{left, top}, {right, top}, {right, bottom}, {left, bottom}, {left, top}}, ghostInk, 1.2, Dash::dashed, -1};
    }
    std::optional<Mark> operator()(const Dot& dot) const {
        return Dot{dot.at, ghostInk, dot.size, dot.shape, Fill::hollow, -1};
    }
    template <class Other>
    std::optional<Mark> operator()(const Other&) const {
        return std::nullopt;
    }
};

bool sameRows(const Axis& a, const Axis& b) {
    return a.kind == b.kind && a.categories.size() == b.categories.size()
           && std::equal(a.categories.begin(), a.categories.end(), b.categories.begin(),
                         [](const Category& x, const Category& y) { return x.shortLabel == y.shortLabel; });
}

} // namespace

ChartSpec withGhost(ChartSpec now, const ChartSpec& before) {
    if (now.chart != before.chart || !sameRows(now.y, before.y) || !sameRows(now.x, before.x))
        return now;
    std::vector<Mark> ghosts;
    for (const Mark& mark : before.marks)
        if (std::find(now.marks.begin(), now.marks.end(), mark) == now.marks.end())
            if (std::optional<Mark> faded = std::visit(Fading{}, mark))
                ghosts.push_back(std::move(*faded));
    const auto isField = [](const Mark& mark) { return std::holds_alternative<HeatField>(mark); };
    const auto place =
        std::find_if(now.marks.rbegin(), now.marks.rend(), isField).base(); // a field covers what is below
    now.marks.insert(place, ghosts.begin(), ghosts.end());
    return now;
}

} // namespace assay

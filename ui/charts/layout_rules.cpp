// Words above the plot: names of vertical rules, each in the first free line.
#include "ui/charts/layout_parts.h"

#include <algorithm>

namespace assay {
namespace {

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

/// Upper edges of the lines that names may stand in, lowest first: beside the title of a value axis, then above it.
std::vector<double> linesAbove(const Sheet& sheet) {
    const double line = lineHeight(fontOf(TextPart::label, sheet.placed.base));
    const double lowest = sheet.placed.plot.top() - sheet.placed.base * 0.1;
    const double band = axisTitleBand(sheet);
    std::vector<double> tops;
    if (band > 0)
        tops.push_back(lowest - line);
    for (int i = 1; i <= ruleLines(sheet); ++i)
        tops.push_back(lowest - band - i * line);
    return tops;
}

} // namespace

int ruleLines(const Sheet& sheet) { return std::min<int>(3, static_cast<int>(namedRules(sheet).size())); }

double axisTitleBand(const Sheet& sheet) {
    if (sheet.spec->y.kind == AxisKind::category || sheet.spec->y.title.empty())
        return 0;
    const double halfTick = lineHeight(fontOf(TextPart::tick, sheet.placed.base)) / 2; // the topmost label sticks out
    return lineHeight(fontOf(TextPart::axisTitle, sheet.placed.base)) + halfTick + sheet.placed.base * 0.2;
}

void placeRuleLabels(Sheet& sheet) {
    const TextFont font = fontOf(TextPart::label, sheet.placed.base);
    const QRectF plot = sheet.placed.plot;
    const double gap = sheet.placed.base * 0.4;
    const std::vector<double> tops = linesAbove(sheet);
    for (const NamedRule& named : namedRules(sheet)) {
        if (named.place < plot.left() || named.place > plot.right())
            continue;
        const QString text = toText(named.rule->label);
        const double width = sheet.measure(text, font);
        const double left = std::clamp(named.place - width / 2, sheet.inner.left(),
                                       std::max(sheet.inner.left(), sheet.inner.right() - width));
        bool placed = false;
        for (const double top : tops) {
            const QRectF box(left, top, width, lineHeight(font));
            const bool free =
                std::none_of(sheet.placed.texts.begin(), sheet.placed.texts.end(), [&](const PlacedText& other) {
                    return box.adjusted(-gap, 0, gap, 0).intersects(other.box);
                });
            if (free && box.right() <= sheet.inner.right() + 0.5)
                sheet.placed.texts.push_back(
                    {TextPart::label, text, box, font, named.rule->ink, LabelStyle::plain, named.rule->datum});
            placed = free;
            if (placed)
                break;
        }
        sheet.placed.droppedLabels += placed ? 0 : 1;
    }
}

} // namespace assay

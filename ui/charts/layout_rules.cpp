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

} // namespace

/// One more beside the title of a value axis, which stands in the lowest.
int ruleLines(const Sheet& sheet) {
    const int rules = std::min<int>(3, static_cast<int>(namedRules(sheet).size()));
    const bool isTitled = sheet.spec->y.kind != AxisKind::category && !sheet.spec->y.title.empty();
    return rules > 0 && isTitled ? rules + 1 : rules;
}

void placeRuleLabels(Sheet& sheet) {
    const TextFont font = fontOf(TextPart::label, sheet.placed.base);
    const QRectF plot = sheet.placed.plot;
    const double gap = sheet.placed.base * 0.4;
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
                    return box.adjusted(-gap, 0, gap, 0).intersects(other.box);
                });
            if (free && box.right() <= sheet.inner.right() + 0.5)
                sheet.placed.texts.push_back(
                    {TextPart::label, text, box, font, named.rule->ink, LabelStyle::plain, named.rule->datum});
            placed = free;
        }
        sheet.placed.droppedLabels += placed ? 0 : 1;
    }
}

} // namespace assay

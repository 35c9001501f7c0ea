// The order of a picture from top to bottom: title, subtitle, key, plot, ticks, notes, footer; and what goes first when
// there is no room. (charts: rule 12)
#include "ui/charts/layout_parts.h"

#include <algorithm>
#include <cmath>

namespace assay {
namespace {

enum class Room { all, summaryAlone };

/// Words below the plot, wrapped once: their height decides the plot's.
struct Foot {
    QStringList notes;
    QStringList footer;
};

/// The footer's parts with dots between them; lines break between parts, within one only when it is longer than a line.
QStringList wrapParts(const Sheet& sheet, const TextFont& font) {
    QStringList lines;
    QString line;
    for (const std::string& text : sheet.spec->footer) {
        const QString part = toText(text).simplified();
        if (part.isEmpty())
            continue;
        const QString longer = line.isEmpty() ? part : line + QStringLiteral(" · ") + part;
        if (sheet.measure(longer, font) <= sheet.inner.width()) {
            line = longer;
            continue;
        }
        if (!line.isEmpty())
            lines << line;
        lines += wrapped(part, sheet.inner.width(), font, sheet.measure);
        line = lines.takeLast();
    }
    if (!line.isEmpty())
        lines << line;
    return lines;
}

Foot wrapFoot(const Sheet& sheet) {
    Foot foot;
    const TextFont font = fontOf(TextPart::footer, sheet.placed.base);
    for (const std::string& note : sheet.spec->notes)
        foot.notes += wrapped(toText(note), sheet.inner.width(), font, sheet.measure);
    foot.footer = wrapParts(sheet, font);
    return foot;
}

double footHeight(const Sheet& sheet, const Foot& foot) {
    const double line = lineHeight(fontOf(TextPart::footer, sheet.placed.base));
    const double gap = sheet.placed.base * 0.6;
    return line * static_cast<double>(foot.notes.size() + foot.footer.size()) + (foot.notes.isEmpty() ? 0 : gap)
           + (foot.footer.isEmpty() ? 0 : gap);
}

double placeHead(Sheet& sheet) {
    const double base = sheet.placed.base;
    const double width = sheet.inner.width();
    double y = sheet.inner.top();
    const TextFont title = fontOf(TextPart::title, base);
    y = placeLines(sheet, TextPart::title, wrapped(toText(sheet.spec->title), width, title, sheet.measure),
                   {sheet.inner.left(), y}, {InkRole::text});
    y += base * 0.2;
    const TextFont subtitle = fontOf(TextPart::subtitle, base);
    y = placeLines(sheet, TextPart::subtitle, wrapped(toText(sheet.spec->subtitle), width, subtitle, sheet.measure),
                   {sheet.inner.left(), y}, {InkRole::muted});
    return placeKey(sheet, y + base * 0.4);
}

void placeFoot(Sheet& sheet, const Foot& foot) {
    const double gap = sheet.placed.base * 0.6;
    double y = sheet.inner.bottom() - footHeight(sheet, foot) + gap;
    if (!foot.notes.isEmpty()) {
        y = placeLines(sheet, TextPart::note, foot.notes, {sheet.inner.left(), y}, {InkRole::text}) + gap;
    }
    placeLines(sheet, TextPart::footer, foot.footer, {sheet.inner.left(), y}, {InkRole::muted});
}

/// Lines of words above the plot: names of vertical rules and the title of a value axis at the left.
double stripHeight(const Sheet& sheet) {
    const double line = lineHeight(fontOf(TextPart::label, sheet.placed.base));
    return axisTitleBand(sheet) + (ruleLines(sheet) > 0 ? ruleLines(sheet) * line + sheet.placed.base * 0.3 : 0);
}

QRectF plotArea(const Sheet& sheet, double top, double bottom) {
    const double base = sheet.placed.base;
    const double tick = lineHeight(fontOf(TextPart::tick, base));
    const double right = std::round(sheet.inner.right() - base * 1.2) + 0.5;
    const bool columns = sheet.spec->x.kind == AxisKind::category;
    const double words =
        columns ? columnHeadHeight(sheet, right - sheet.inner.left() - leftColumnWidth(sheet, bottom - top))
                : tick * (sheet.spec->x.title.empty() ? 1 : 2);
    const double axis = words + gapBelowPlot(sheet) + base * 0.2;
    const double from = std::round(top + stripHeight(sheet)) + 0.5;
    const double to = std::round(bottom - axis) + 0.5;
    const double left = std::round(sheet.inner.left() + leftColumnWidth(sheet, to - from)) + 0.5;
    return {QPointF(left, from), QPointF(std::max(left, right), std::max(from, to))};
}

/// Rows with room for shapes above the first belong together: a part of them is no picture.
bool isWhole(const Axis& y) { return y.kind == AxisKind::category && y.low < -1; }

/// Rows that don't fit at their least height are gathered in the last one, if the axis says how to call them, else left
/// to the table; either way they are counted.
void limitRows(Sheet& sheet) {
    Scaling& y = sheet.placed.y;
    if (y.kind != AxisKind::category || isWhole(sheet.spec->y))
        return;
    const double least = sheet.placed.base * 1.5;
    const double fit = std::max(1.0, std::floor(sheet.placed.plot.height() / least));
    if (y.high - y.low <= fit)
        return;
    y.high = y.low + fit;
    if (!sheet.spec->y.rest.empty())
        y.most = std::ceil(y.low) + fit - 1;
}

void setScalings(Sheet& sheet) {
    const QRectF plot = sheet.placed.plot;
    sheet.placed.x = scalingOf(sheet.spec->x, sheet.window.xLow, sheet.window.xHigh);
    sheet.placed.y = scalingOf(sheet.spec->y, sheet.window.yLow, sheet.window.yHigh);
    limitRows(sheet);
    if (sheet.spec->x.kind == AxisKind::category)
        sheet.placed.x.high = sheet.placed.x.low + columnsThatFit(sheet, plot.width());
    sheet.placed.x.from = plot.left();
    sheet.placed.x.to = plot.right();
    const bool downwards = sheet.spec->y.kind == AxisKind::category;
    sheet.placed.y.from = downwards ? plot.top() : plot.bottom();
    sheet.placed.y.to = downwards ? plot.bottom() : plot.top();
}

void placeSummary(Sheet& sheet) {
    const TextFont font = fontOf(TextPart::summary, sheet.placed.base);
    const QString summary = toText(sheet.spec->summary.empty() ? sheet.spec->title : sheet.spec->summary);
    QStringList lines = wrapped(summary, sheet.inner.width(), font, sheet.measure);
    if (lineHeight(font) * static_cast<double>(lines.size()) > sheet.inner.height())
        lines.clear(); // not even a sentence fits: the accessible name and the table still have it
    placeLines(sheet, TextPart::summary, lines, sheet.inner.topLeft(), {InkRole::text});
    sheet.placed.data.assign(sheet.spec->data.size(), PlacedDatum{});
}

Sheet placeAll(Sheet sheet, const LayoutOptions& options, Room room) {
    sheet.placed = {};
    sheet.placed.size = options.size;
    sheet.placed.base = baseTextSize(options.size, options.textScale);
    const double margin = std::round(sheet.placed.base * 1.25);
    sheet.inner = QRectF(QPointF(0, 0), options.size).adjusted(margin, margin * 0.8, -margin, -margin * 0.7);
    if (room == Room::summaryAlone) {
        placeSummary(sheet);
        return sheet;
    }
    const Foot foot = wrapFoot(sheet);
    const double top = placeHead(sheet);
    sheet.placed.plot = plotArea(sheet, top, sheet.inner.bottom() - footHeight(sheet, foot));
    setScalings(sheet);
    placeFoot(sheet, foot);
    return sheet;
}

QString hiddenPart(const Axis& axis, const Scaling& shown, const char* one, const char* many) {
    const auto hidden = axis.kind == AxisKind::category && axis.rest.empty()
                            ? std::lround(axis.high - axis.low - (shown.high - shown.low))
                            : 0L;
    if (hidden <= 0)
        return {};
    return QStringLiteral("%1 more %2 not fit here").arg(hidden).arg(QLatin1String(hidden == 1 ? one : many));
}

/// Rows and columns that are left to the table.
QString hiddenNote(const Sheet& sheet) {
    QStringList parts{hiddenPart(sheet.spec->y, sheet.placed.y, "row does", "rows do"),
                      hiddenPart(sheet.spec->x, sheet.placed.x, "column does", "columns do")};
    parts.removeAll(QString());
    return parts.isEmpty() ? QString() : parts.join(QStringLiteral(", ")) + QStringLiteral("; the table has them all.");
}

QString flatShapesNote(const Sheet& sheet) {
    const auto isDetail = [](const Mark& mark) {
        const auto* area = std::get_if<Area>(&mark);
        return std::holds_alternative<DotStack>(mark) || (area && area->keep == Keep::detail);
    };
    const bool isLeft = isFlat(sheet) && std::any_of(sheet.spec->marks.begin(), sheet.spec->marks.end(), isDetail);
    return isLeft ? QStringLiteral("Rows this low have no room for the shapes.") : QString();
}

Sheet on(const Sheet& empty, const ChartSpec& spec) { return {&spec, empty.measure, empty.window, {}, {}}; }

bool roomy(const Sheet& sheet) { return sheet.placed.plot.height() >= sheet.placed.base * 9; }
bool drawable(const Sheet& sheet) {
    const Axis& y = sheet.spec->y;
    const double line = lineHeight(fontOf(TextPart::category, sheet.placed.base));
    if (isWhole(y) && sheet.placed.plot.height() < line * (y.high - y.low))
        return false;
    return sheet.placed.plot.height() >= sheet.placed.base * 4 && sheet.placed.plot.width() >= sheet.placed.base * 8;
}

/// With a note of what does not fit before the spec's own; the note itself takes room.
Sheet placeCounted(ChartSpec& spec, const Sheet& empty, const LayoutOptions& options) {
    const std::vector<std::string> own = spec.notes;
    Sheet sheet = placeAll(on(empty, spec), options, Room::all);
    QString said;
    for (int round = 0; round < 3 && hiddenNote(sheet) != said && !empty.window.yLow; ++round) {
        said = hiddenNote(sheet);
        spec.notes = own;
        spec.notes.insert(spec.notes.begin(), said.toStdString());
        sheet = placeAll(on(empty, spec), options, Room::all);
    }
    return sheet;
}

/// Signs without their key, or missing shapes without a word, would say nothing.
std::vector<std::string> keysOf(const Sheet& sheet) {
    std::vector<std::string> keys;
    for (const QString& key : {rowKey(sheet), columnKey(sheet), flatShapesNote(sheet)})
        if (!key.isEmpty())
            keys.push_back(key.toStdString());
    return keys;
}

/// The spec's own notes go first when there is no room, then the keys; what does not fit stays counted.
Sheet placeWithNotes(ChartSpec& spec, const Sheet& empty, const LayoutOptions& options) {
    Sheet sheet = placeCounted(spec, empty, options);
    const std::vector<std::string> keys = keysOf(sheet);
    if (!keys.empty()) {
        spec.notes.insert(spec.notes.end(), keys.begin(), keys.end());
        sheet = placeAll(on(empty, spec), options, Room::all);
    }
    for (const auto& notes : {keys, std::vector<std::string>()}) {
        if (roomy(sheet))
            break;
        spec.notes = notes;
        sheet = placeCounted(spec, empty, options);
    }
    return sheet;
}

} // namespace

Placed layOut(const ChartSpec& spec, const LayoutOptions& options, const TextMeasure& measure, const Window& window) {
    const WritingIn script(spec.numbers);
    ChartSpec noted = spec;
    const Sheet empty{&spec, measure, window, {}, {}};
    Sheet sheet = placeWithNotes(noted, empty, options);
    if (!drawable(sheet))
        return placeAll(empty, options, Room::summaryAlone).placed;
    if (spec.x.kind == AxisKind::category)
        placeColumnHeads(sheet);
    else
        placeXTicks(sheet);
    placeYTicks(sheet);
    placeMarks(sheet);
    placeRuleLabels(sheet);
    placeLabels(sheet);
    placeData(sheet);
    return sheet.placed;
}

} // namespace assay

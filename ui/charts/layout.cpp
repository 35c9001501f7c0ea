// The order of a picture from top to bottom: title, subtitle, key, plot, ticks, notes, footer; and what goes first when
// there is no room. (charts: rule 12)
#include "core/chart/ticks.h"
#include "ui/charts/layout_parts.h"

#include <algorithm>
#include <cmath>

namespace assay {
namespace {

enum class Room { all, noNotes, summaryAlone };

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

Foot wrapFoot(const Sheet& sheet, Room room) {
    Foot foot;
    const TextFont font = fontOf(TextPart::footer, sheet.placed.base);
    if (room == Room::all)
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
    const Foot foot = wrapFoot(sheet, room);
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

bool roomy(const Sheet& sheet) { return sheet.placed.plot.height() >= sheet.placed.base * 9; }
bool drawable(const Sheet& sheet) {
    const Axis& y = sheet.spec->y;
    const double line = lineHeight(fontOf(TextPart::category, sheet.placed.base));
    if (isWhole(y) && sheet.placed.plot.height() < line * (y.high - y.low))
        return false;
    return sheet.placed.plot.height() >= sheet.placed.base * 4 && sheet.placed.plot.width() >= sheet.placed.base * 8;
}

} // namespace

Scaling scalingOf(const Axis& axis, std::optional<double> low, std::optional<double> high) {
    Scaling scaling;
    scaling.kind = axis.kind;
    scaling.low = low.value_or(axis.low);
    scaling.high = high.value_or(axis.high);
    if (!isDrawable(axis.kind, {scaling.low, scaling.high})) {
        scaling.low = 1;
        scaling.high = 10;
    }
    return scaling;
}

double Scaling::toPixel(double value) const {
    constexpr double far = 1e6; // of the axis' length: further off is nowhere in the picture, and no overflow
    value = std::min(value, most);
    const double share = kind == AxisKind::log
                             ? (std::log10(value) - std::log10(low)) / (std::log10(high) - std::log10(low))
                             : (value - low) / (high - low);
    return from + std::clamp(share, -far, far) * (to - from);
}

double Scaling::toValue(double pixel) const {
    const double share = (pixel - from) / (to - from);
    if (kind != AxisKind::log)
        return low + share * (high - low);
    const double ratio = high / low;
    return std::isfinite(ratio) ? low * std::pow(ratio, share)
                                : std::pow(10.0, std::log10(low) + share * (std::log10(high) - std::log10(low)));
}

bool Scaling::holds(double value) const { return std::isfinite(value) && (kind != AxisKind::log || value > 0); }

Placed layOut(const ChartSpec& spec, const LayoutOptions& options, const TextMeasure& measure, const Window& window) {
    const WritingIn script(spec.numbers);
    Sheet sheet = placeAll({&spec, measure, window, {}, {}}, options, Room::all);
    ChartSpec noted;
    QString said;
    for (int round = 0; round < 3 && hiddenNote(sheet) != said && !window.yLow; ++round) { // the note itself takes room
        said = hiddenNote(sheet);
        noted = spec;
        noted.notes.insert(noted.notes.begin(), said.toStdString());
        sheet = placeAll({&noted, measure, window, {}, {}}, options, Room::all);
    }
    ChartSpec keyed = *sheet.spec;
    for (const QString& key : {rowKey(sheet), columnKey(sheet), flatShapesNote(sheet)})
        if (!key.isEmpty())
            keyed.notes.push_back(key.toStdString());
    if (keyed.notes.size() > sheet.spec->notes.size()) // signs without their key would say nothing
        sheet = placeAll({&keyed, measure, window, {}, {}}, options, Room::all);
    if (!roomy(sheet))
        sheet = placeAll({&spec, measure, window, {}, {}}, options, Room::noNotes);
    if (!drawable(sheet))
        return placeAll({&spec, measure, window, {}, {}}, options, Room::summaryAlone).placed;
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

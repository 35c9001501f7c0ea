// Tick labels, grid lines, row labels, axis titles and keys.
#include "core/chart/format.h"
#include "core/chart/ticks.h"
#include "ui/charts/layout_parts.h"

#include <algorithm>
#include <cmath>

namespace assay {
namespace {

Axis shown(const Axis& axis, const Scaling& scaling) {
    Axis part = axis;
    part.low = scaling.low;
    part.high = scaling.high;
    return part;
}

void placeGridLine(Sheet& sheet, const QPointF& from, const QPointF& to) {
    sheet.placed.shapes.push_back(
        {ShapeKind::polyline, QPolygonF{from, to}, {}, {InkRole::grid}, Fill::solid, 1, 1, Dash::solid, -1});
}

struct PlacedTick {
    double value = 0;
    QString text;
    QRectF box;
};

std::vector<PlacedTick> xTicks(const Sheet& sheet, int wanted) {
    const TextFont font = fontOf(TextPart::tick, sheet.placed.base);
    std::vector<PlacedTick> placed;
    for (const Tick& tick : makeTicks(shown(sheet.spec->x, sheet.placed.x), wanted)) {
        if (sheet.spec->x.ticksFrom && tick.value < *sheet.spec->x.ticksFrom)
            continue;
        const QString text = toText(tick.label);
        const double width = sheet.measure(text, font);
        const double limit = sheet.inner.right() - width;
        const double left =
            std::min(sheet.placed.x.toPixel(tick.value) - width / 2, std::max(sheet.inner.left(), limit));
        placed.push_back({tick.value, text,
                          QRectF(std::max(sheet.inner.left(), left), sheet.placed.plot.bottom() + gapBelowPlot(sheet),
                                 width, lineHeight(font))});
    }
    return placed;
}

bool collide(const std::vector<PlacedTick>& ticks, double gap) {
    for (std::size_t i = 1; i < ticks.size(); ++i)
        if (ticks[i].box.left() < ticks[i - 1].box.right() + gap)
            return true;
    return false;
}

std::vector<Tick> yTicks(const Sheet& sheet, const Axis& axis, double height) {
    const double line = lineHeight(fontOf(TextPart::tick, sheet.placed.base));
    return makeTicks(axis, std::max(2, static_cast<int>(height / (line * 2.2))));
}

double keyEntryWidth(const Sheet& sheet, const KeyEntry& entry) {
    const TextFont font = fontOf(TextPart::key, sheet.placed.base);
    return font.pixels * 1.4 + sheet.measure(toText(entry.text), font) + font.pixels * 1.3;
}

void placeKeyText(Sheet& sheet, const KeyEntry& entry, const QPointF& at) {
    const TextFont font = fontOf(TextPart::key, sheet.placed.base);
    const QString text = toText(entry.text);
    sheet.placed.texts.push_back(
        {TextPart::key,
         text,
         QRectF(at.x() + font.pixels * 1.4, at.y(), sheet.measure(text, font), lineHeight(font)),
         font,
         {InkRole::text},
         LabelStyle::plain,
         -1});
}

void placeKeyEntry(Sheet& sheet, const KeyEntry& entry, const QPointF& at) {
    const TextFont font = fontOf(TextPart::key, sheet.placed.base);
    const double side = font.pixels * 0.9;
    const QRectF swatch(at.x(), at.y() + (lineHeight(font) - side) / 2, side, side);
    if (entry.line) {
        const QPointF reach(font.pixels * 0.2, 0);
        const QPointF left(swatch.left(), swatch.center().y()), right(swatch.right(), swatch.center().y());
        sheet.placed.shapes.push_back(
            {ShapeKind::polyline, {left - reach, right + reach}, {}, entry.ink, Fill::solid, 1, 1.8, *entry.line, -1});
        placeKeyText(sheet, entry, at);
        return;
    }
    const QPolygonF outline = outlineOf(entry.shape, swatch);
    const ShapeKind kind = !outline.isEmpty()             ? ShapeKind::polygon
                           : entry.shape == Shape::circle ? ShapeKind::ellipse
                                                          : ShapeKind::rectangle;
    const bool shaded = entry.fill == Fill::shaded;
    sheet.placed.shapes.push_back({kind, outline, swatch, entry.ink, entry.fill, shaded ? shadeOpacity : 1,
                                   entry.fill == Fill::solid ? 0 : 1.5, shaded ? Dash::dashed : Dash::solid, -1});
    placeKeyText(sheet, entry, at);
}

/// One line, "GPUs implied  ≤ 500 [ramp] ≥ 200K"; returns the x behind it.
double placeRampKey(Sheet& sheet, const RampKey& key, double top) {
    const TextFont font = fontOf(TextPart::key, sheet.placed.base);
    const QString low = toText("≤ " + tickQuantity(key.low, key.unit, 1));
    const QString high = toText("≥ " + tickQuantity(key.high, key.unit, 1));
    double x = sheet.inner.left();
    const auto word = [&](const QString& text, const Ink& ink) {
        const double width = sheet.measure(text, font);
        sheet.placed.texts.push_back(
            {TextPart::key, text, QRectF(x, top, width, lineHeight(font)), font, ink, LabelStyle::plain, -1});
        x += width + font.pixels * 0.6;
    };
    word(toText(key.title), {InkRole::text});
    word(low, {InkRole::muted});
    constexpr int pieces = 48;
    const double width = std::min(font.pixels * 14.0, sheet.inner.width() / 4) / pieces;
    for (int i = 0; i < pieces; ++i) {
        PlacedShape piece{
            ShapeKind::rectangle,
            {},
            QRectF(x + i * width, top + font.pixels * 0.2, width + (i + 1 < pieces ? 0.6 : 0), font.pixels * 0.9)};
        piece.ramp = static_cast<double>(i) / (pieces - 1);
        sheet.placed.shapes.push_back(piece);
    }
    x += pieces * width + font.pixels * 0.6;
    word(high, {InkRole::muted});
    return x + font.pixels * 0.8;
}

} // namespace

double gapBelowPlot(const Sheet& sheet) {
    if (sheet.spec->y.kind == AxisKind::category)
        return sheet.placed.base * 0.4;
    return lineHeight(fontOf(TextPart::tick, sheet.placed.base)) / 2 + 1;
}

double leftColumnWidth(const Sheet& sheet, double plotHeight) {
    const double gap = sheet.placed.base * 0.7;
    if (sheet.spec->y.kind == AxisKind::category)
        return categoryColumn(sheet) + gap;
    double width = 0;
    Axis axis = sheet.spec->y;
    axis.low = sheet.window.yLow.value_or(axis.low);
    axis.high = sheet.window.yHigh.value_or(axis.high);
    for (const Tick& tick : yTicks(sheet, axis, plotHeight))
        width = std::max(width, sheet.measure(toText(tick.label), fontOf(TextPart::tick, sheet.placed.base)));
    return width + gap;
}

void placeXTicks(Sheet& sheet) {
    const QRectF plot = sheet.placed.plot;
    const double gap = sheet.placed.base * 0.9;
    int wanted = std::max(2, static_cast<int>(plot.width() / (sheet.placed.base * 4)));
    std::vector<PlacedTick> ticks = xTicks(sheet, wanted);
    while (wanted > 2 && collide(ticks, gap))
        ticks = xTicks(sheet, --wanted);
    if (collide(ticks, gap) && ticks.size() > 1)
        ticks = {ticks.front()};
    const TextFont font = fontOf(TextPart::tick, sheet.placed.base);
    for (const PlacedTick& tick : ticks) {
        const double x = std::round(sheet.placed.x.toPixel(tick.value) - 0.5) + 0.5;
        placeGridLine(sheet, {x, plot.top()}, {x, plot.bottom()});
        sheet.placed.texts.push_back(
            {TextPart::tick, tick.text, tick.box, font, {InkRole::muted}, LabelStyle::plain, -1});
    }
    const QPolygonF axisLine{{plot.left(), plot.bottom()}, {plot.right(), plot.bottom()}};
    sheet.placed.shapes.push_back(
        {ShapeKind::polyline, axisLine, {}, {InkRole::ghost}, Fill::solid, 1, 1, Dash::solid, -1});
    if (sheet.spec->x.title.empty())
        return;
    const TextFont titleFont = fontOf(TextPart::axisTitle, sheet.placed.base);
    const QString title = toText(sheet.spec->x.title);
    const double width = sheet.measure(title, titleFont);
    const double left = std::clamp(plot.center().x() - width / 2, sheet.inner.left(),
                                   std::max(sheet.inner.left(), sheet.inner.right() - width));
    sheet.placed.texts.push_back(
        {TextPart::axisTitle,
         title,
         QRectF(left, plot.bottom() + gapBelowPlot(sheet) + lineHeight(font), width, lineHeight(titleFont)),
         titleFont,
         {InkRole::text},
         LabelStyle::plain,
         -1});
}

void placeYTicks(Sheet& sheet) {
    const QRectF plot = sheet.placed.plot;
    if (sheet.spec->y.kind == AxisKind::category) {
        placeCategories(sheet);
        return;
    }
    const TextFont font = fontOf(TextPart::tick, sheet.placed.base);
    for (const Tick& tick : yTicks(sheet, shown(sheet.spec->y, sheet.placed.y), plot.height())) {
        const double y = std::round(sheet.placed.y.toPixel(tick.value) - 0.5) + 0.5;
        placeGridLine(sheet, {plot.left(), y}, {plot.right(), y});
        placeRightAligned(sheet, toText(tick.label), TextPart::tick, plot.left() - sheet.placed.base * 0.6,
                          y - lineHeight(font) / 2, font, {InkRole::muted});
    }
    if (sheet.spec->y.title.empty())
        return;
    const TextFont titleFont = fontOf(TextPart::axisTitle, sheet.placed.base);
    const QString title = toText(sheet.spec->y.title);
    const double top = plot.top() - lineHeight(titleFont) - lineHeight(font) / 2 - sheet.placed.base * 0.1;
    sheet.placed.texts.push_back(
        {TextPart::axisTitle,
         title,
         QRectF(sheet.inner.left(), top, sheet.measure(title, titleFont), lineHeight(titleFont)),
         titleFont,
         {InkRole::text},
         LabelStyle::plain,
         -1});
}

double placeKey(Sheet& sheet, double top) {
    const double line = lineHeight(fontOf(TextPart::key, sheet.placed.base));
    double x = sheet.inner.left();
    if (sheet.spec->ramp)
        x = placeRampKey(sheet, *sheet.spec->ramp, top);
    for (const KeyEntry& entry : sheet.spec->key) {
        const double width = keyEntryWidth(sheet, entry);
        if (x > sheet.inner.left() && x + width > sheet.inner.right()) {
            x = sheet.inner.left();
            top += line;
        }
        placeKeyEntry(sheet, entry, {x, top});
        x += width;
    }
    return sheet.spec->key.empty() && !sheet.spec->ramp ? top : top + line + sheet.placed.base * 0.4;
}

} // namespace assay

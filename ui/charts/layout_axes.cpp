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

/// An entry's words, in several lines only where they are wider than the picture.
struct KeyWords {
    QStringList lines;
    double width = 0; ///< of swatch, words and the gap behind them
};

constexpr double keySwatch = 1.4; ///< of the text size: swatch and gap before the words
constexpr double keyGap = 1.3;    ///< between entries

KeyWords keyWords(const Sheet& sheet, const KeyEntry& entry) {
    const TextFont font = fontOf(TextPart::key, sheet.placed.base);
    KeyWords words{wrapped(toText(entry.text), sheet.inner.width() - font.pixels * keySwatch, font, sheet.measure), 0};
    for (const QString& line : words.lines)
        words.width = std::max(words.width, sheet.measure(line, font));
    words.width += font.pixels * (keySwatch + keyGap);
    return words;
}

void placeKeySwatch(Sheet& sheet, const KeyEntry& entry, const QPointF& at) {
    const TextFont font = fontOf(TextPart::key, sheet.placed.base);
    const double side = font.pixels * 0.9;
    const QRectF swatch(at.x(), at.y() + (lineHeight(font) - side) / 2, side, side);
    if (entry.line) {
        const QPointF reach(font.pixels * 0.2, 0);
        const QPointF left(swatch.left(), swatch.center().y()), right(swatch.right(), swatch.center().y());
        sheet.placed.shapes.push_back(
            {ShapeKind::polyline, {left - reach, right + reach}, {}, entry.ink, Fill::solid, 1, 1.8, *entry.line, -1});
        return;
    }
    const QPolygonF outline = outlineOf(entry.shape, swatch);
    const ShapeKind kind = !outline.isEmpty()             ? ShapeKind::polygon
                           : entry.shape == Shape::circle ? ShapeKind::ellipse
                                                          : ShapeKind::rectangle;
    const bool shaded = entry.fill == Fill::shaded;
    sheet.placed.shapes.push_back({kind, outline, swatch, entry.ink, entry.fill, shaded ? shadeOpacity : 1,
                                   entry.fill == Fill::solid ? 0 : 1.5, shaded ? Dash::dashed : Dash::solid, -1});
}

struct KeyPlace {
    double right = 0;  ///< where the next entry may begin
    double top = 0;    ///< of its line
    double bottom = 0; ///< of all lines
};

/// "GPUs implied  ≤ 500 [ramp] ≥ 200K" in one line, or below its title where that is too long.
KeyPlace placeRampKey(Sheet& sheet, const RampKey& key, double top) {
    const TextFont font = fontOf(TextPart::key, sheet.placed.base);
    const QString title = toText(key.title);
    const QString low = toText("≤ " + tickQuantity(key.low, key.unit, 1));
    const QString high = toText("≥ " + tickQuantity(key.high, key.unit, 1));
    const double gap = font.pixels * 0.6;
    const double ramp = std::min(font.pixels * 14.0, sheet.inner.width() / 4);
    const double row =
        sheet.measure(title, font) + sheet.measure(low, font) + sheet.measure(high, font) + ramp + 3 * gap;
    double x = sheet.inner.left();
    const auto word = [&](const QString& text, const Ink& ink) {
        placeLines(sheet, TextPart::key, {text}, {x, top}, ink);
        x += sheet.measure(text, font) + gap;
    };
    if (row > sheet.inner.width())
        top = placeLines(sheet, TextPart::key, wrapped(title, sheet.inner.width(), font, sheet.measure), {x, top},
                         {InkRole::text});
    else
        word(title, {InkRole::text});
    word(low, {InkRole::muted});
    constexpr int pieces = 48;
    const double width = ramp / pieces;
    for (int i = 0; i < pieces; ++i) {
        PlacedShape piece{
            ShapeKind::rectangle,
            {},
            QRectF(x + i * width, top + font.pixels * 0.2, width + (i + 1 < pieces ? 0.6 : 0), font.pixels * 0.9)};
        piece.ramp = static_cast<double>(i) / (pieces - 1);
        sheet.placed.shapes.push_back(piece);
    }
    x += ramp + gap;
    word(high, {InkRole::muted});
    return {x + font.pixels * 0.8, top, top + lineHeight(font)};
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
        return categoryColumn(sheet, plotHeight) + gap;
    double width = 0;
    const Scaling scaling = scalingOf(sheet.spec->y, sheet.window.yLow, sheet.window.yHigh);
    for (const Tick& tick : yTicks(sheet, shown(sheet.spec->y, scaling), plotHeight))
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
    const TextFont font = fontOf(TextPart::key, sheet.placed.base);
    double x = sheet.inner.left();
    double bottom = top;
    if (sheet.spec->ramp) {
        const KeyPlace ramp = placeRampKey(sheet, *sheet.spec->ramp, top);
        x = ramp.right;
        top = ramp.top;
        bottom = ramp.bottom;
    }
    for (const KeyEntry& entry : sheet.spec->key) {
        const KeyWords words = keyWords(sheet, entry);
        const double right = x + words.width - font.pixels * keyGap;
        if (x > sheet.inner.left() && right > sheet.inner.right() + 0.5) {
            x = sheet.inner.left();
            top = bottom;
        }
        placeKeySwatch(sheet, entry, {x, top});
        bottom = std::max(
            bottom, placeLines(sheet, TextPart::key, words.lines, {x + font.pixels * keySwatch, top}, {InkRole::text}));
        x += words.width;
    }
    return sheet.spec->key.empty() && !sheet.spec->ramp ? top : bottom + sheet.placed.base * 0.4;
}

} // namespace assay

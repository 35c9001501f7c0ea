// Placed: a chart after layout, in pixels: shapes and words in drawing order, with ink roles still. Knows no painter.
#pragma once

#include "core/chart/chart_spec.h"

#include <QtCore/QRectF>
#include <QtCore/QString>
#include <QtGui/QPolygonF>

#include <functional>
#include <limits>
#include <vector>

namespace assay {

enum class Weight { regular, bold };

struct TextFont {
    int pixels = 12;
    Weight weight = Weight::regular;
    bool operator==(const TextFont&) const = default;
};

/// Width in px of a line of text. Tests pass one that needs no font.
using TextMeasure = std::function<double(const QString& text, const TextFont& font)>;

enum class ShapeKind { polygon, polyline, rectangle, ellipse, field };

struct PlacedShape {
    ShapeKind kind = ShapeKind::polyline;
    QPolygonF points; ///< polygon, polyline
    QRectF box;       ///< rectangle, ellipse, field
    Ink ink;
    Fill fill = Fill::solid;
    double opacity = 1;  ///< of the fill
    double penWidth = 0; ///< 0: no line
    Dash dash = Dash::solid;
    int datum = -1;
    int field = -1;   ///< kind field: index of the HeatField among the spec's marks
    double ramp = -1; ///< 0..1: filled by the ramp instead of the ink
};

enum class TextPart { title, subtitle, key, tick, axisTitle, category, label, note, footer, summary };

struct PlacedText {
    TextPart part = TextPart::label;
    QString text;
    QRectF box; ///< the words fill its width
    TextFont font;
    Ink ink;
    LabelStyle style = LabelStyle::plain;
    int datum = -1;
};

struct PlacedDatum {
    QPointF at;
    QRectF box; ///< union of its shapes inside the plot
};

/// One axis of a placed chart: axis value <-> px.
struct Scaling {
    AxisKind kind = AxisKind::linear;
    double low = 0;
    double high = 1;
    double from = 0;                                       ///< px of low
    double to = 1;                                         ///< px of high
    double most = std::numeric_limits<double>::infinity(); ///< greater values stand there: rows gathered in the last
    double toPixel(double value) const;
    double toValue(double pixel) const;
    bool holds(double value) const; ///< can be placed at all: finite, positive on a log axis
};

struct Placed {
    QSizeF size;
    QRectF plot;      ///< empty: no room to draw, the summary stands alone
    double base = 12; ///< text size in px
    Scaling x;
    Scaling y;
    std::vector<PlacedShape> shapes;
    std::vector<PlacedText> texts;
    std::vector<PlacedDatum> data; ///< one a datum of the spec
    int droppedLabels = 0;
};

} // namespace assay

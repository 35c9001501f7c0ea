// Painting of shapes and words. drawText takes plain text: no chart text is ever rich text or a format string.
#include "ui/charts/plot_layer.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace assay {
namespace {

Qt::PenStyle penStyle(Dash dash) {
    switch (dash) {
    case Dash::solid: return Qt::SolidLine;
    case Dash::dashed: return Qt::DashLine;
    case Dash::dotted: return Qt::DotLine;
    }
    return Qt::SolidLine;
}

void drawKind(QPainter& painter, const PlacedShape& shape) {
    switch (shape.kind) {
    case ShapeKind::polygon: painter.drawPolygon(shape.points); break;
    case ShapeKind::polyline: painter.drawPolyline(shape.points); break;
    case ShapeKind::rectangle: painter.drawRect(shape.box); break;
    case ShapeKind::ellipse: painter.drawEllipse(shape.box); break;
    case ShapeKind::field: break;
    }
}

} // namespace

QFont chartFont(const TextFont& font) {
    QFont result(
        QStringList{QStringLiteral("DejaVu Sans"), QStringLiteral("Noto Sans CJK KR"), QStringLiteral("Sans Serif")});
    result.setPixelSize(font.pixels);
    result.setBold(font.weight == Weight::bold);
    result.setHintingPreference(QFont::PreferNoHinting);
    return result;
}

TextMeasure fontMeasure() {
    return [](const QString& text, const TextFont& font) {
        return QFontMetricsF(chartFont(font)).horizontalAdvance(text);
    };
}

std::vector<HeatField> fieldsOf(const ChartSpec& spec) {
    std::vector<HeatField> fields(spec.marks.size());
    for (std::size_t i = 0; i < spec.marks.size(); ++i)
        if (const auto* field = std::get_if<HeatField>(&spec.marks[i]))
            fields[i] = *field;
    return fields;
}

PlotLayer::PlotLayer(Placed placed, std::vector<HeatField> fields, const Theme& theme, QGraphicsItem* parent,
                     Lettering lettering)
    : QGraphicsItem(parent),
      m_placed(std::move(placed)),
      m_fields(std::move(fields)),
      m_theme(theme),
      m_lettering(lettering) {}

void PlotLayer::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    painter->setRenderHint(QPainter::Antialiasing);
    for (const PlacedShape& shape : m_placed.shapes)
        paintShape(*painter, shape);
    for (const PlacedText& text : m_placed.texts)
        paintText(*painter, text);
}

void PlotLayer::paintShape(QPainter& painter, const PlacedShape& shape) const {
    if (shape.kind == ShapeKind::field) {
        paintField(painter, shape);
        return;
    }
    QColor fill = shape.ramp >= 0 ? m_theme.ramp(shape.ramp) : m_theme.mark(shape.ink);
    const bool isSeeThrough = shape.kind == ShapeKind::polygon && shape.penWidth == 0 && shape.opacity < 1;
    const double width = isSeeThrough && m_theme.outlinesAreas() ? 1 : shape.penWidth;
    QPen pen(fill, width * m_theme.penScale(), penStyle(shape.dash), Qt::FlatCap, Qt::RoundJoin);
    const bool isDot = shape.kind != ShapeKind::polyline && shape.fill == Fill::solid && shape.penWidth > 0;
    if (isDot)
        pen.setColor(m_theme.paper()); // a rim of paper sets a dot off from the lines below it
    fill.setAlphaF(static_cast<float>(shape.fill == Fill::tinted ? tintOpacity : shape.opacity));
    painter.setPen(width > 0 ? pen : QPen(Qt::NoPen));
    switch (shape.fill) {
    case Fill::solid:
    case Fill::tinted:
    case Fill::shaded: painter.setBrush(shape.kind == ShapeKind::polyline ? QBrush(Qt::NoBrush) : QBrush(fill)); break;
    case Fill::hollow: painter.setBrush(m_theme.paper()); break;
    case Fill::hatched: painter.setBrush(QBrush(fill, Qt::BDiagPattern)); break;
    }
    drawKind(painter, shape);
}

void PlotLayer::paintField(QPainter& painter, const PlacedShape& shape) const {
    const auto index = static_cast<std::size_t>(shape.field);
    if (index >= m_fields.size() || m_fields[index].columns <= 0 || m_fields[index].rows <= 0)
        return;
    const HeatField& field = m_fields[index];
    std::array<QRgb, 1024> ramp; // finer than its colours: a colour mixed for each cell is too dear for a drag
    for (std::size_t i = 0; i < ramp.size(); ++i)
        ramp[i] = m_theme.ramp(static_cast<double>(i) / (ramp.size() - 1)).rgb();
    QImage image(field.columns, field.rows, QImage::Format_ARGB32_Premultiplied);
    auto value = field.values.begin();
    for (int row = 0; row < field.rows; ++row) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(row)); // four bytes a pixel, as the format says
        for (int column = 0; column < field.columns; ++column, ++value)
            line[column] = std::isnan(*value)
                               ? 0 // transparent
                               : ramp[static_cast<std::size_t>(
                                   std::lround(std::clamp(*value, 0.0, 1.0) * static_cast<double>(ramp.size() - 1)))];
    }
    const bool counts =
        std::any_of(field.values.begin(), field.values.end(), [](double cell) { return std::isnan(cell); });
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !counts); // cells of counts keep their edges
    painter.drawImage(shape.box, image);
}

void PlotLayer::paintText(QPainter& painter, const PlacedText& text) const {
    const QFont font = chartFont(text.font);
    const QFontMetricsF metrics(font);
    const double pad = text.style == LabelStyle::pill ? text.font.pixels * 0.35 : 0;
    if (text.part == TextPart::label
        && text.style != LabelStyle::bare) { // words upon the plot stand on a quiet patch of paper
        QColor paper = m_theme.paper();
        paper.setAlphaF(text.style == LabelStyle::pill ? 0.94F : 0.78F);
        painter.setPen(text.style == LabelStyle::pill ? QPen(m_theme.mark({InkRole::ghost}), 0.8) : QPen(Qt::NoPen));
        painter.setBrush(paper);
        const double round = text.style == LabelStyle::pill ? text.box.height() / 2.6 : 2;
        painter.drawRoundedRect(text.box, round, round);
    }
    // Sentences and numbers run from left to right also when they begin with a name that does not.
    const QString words = text.text.isRightToLeft() ? QChar(0x200e) + text.text : text.text;
    const double baseline = text.box.top() + (text.box.height() - metrics.height()) / 2 + metrics.ascent();
    const QPointF start(text.box.left() + pad, baseline);
    if (m_lettering == Lettering::outlines) {
        QPainterPath shapes;
        shapes.addText(start, font, words);
        painter.fillPath(shapes, m_theme.text(text.ink));
        return;
    }
    painter.setFont(font);
    painter.setPen(m_theme.text(text.ink));
    painter.drawText(start, words);
}

} // namespace assay

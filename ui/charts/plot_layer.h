// PlotLayer: paints a Placed chart, the same to screen, PNG, SVG and PDF. Knows no data but what was placed.
#pragma once

#include "ui/charts/placed.h"
#include "ui/charts/theme.h"

#include <QtWidgets/QGraphicsItem>

#include <memory>
#include <string>

namespace assay {

/// The font of charts: pixel sizes, no hinting, so that a picture depends on the font file alone.
QFont chartFont(const TextFont& font);
TextMeasure fontMeasure();

class PlotLayer : public QGraphicsItem {
public:
    PlotLayer(Placed placed, std::vector<HeatField> fields, const Theme& theme, QGraphicsItem* parent = nullptr,
              Lettering lettering = Lettering::text);

    QRectF boundingRect() const override { return {QPointF(0, 0), m_placed.size}; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void paintShape(QPainter& painter, const PlacedShape& shape) const;
    void paintText(QPainter& painter, const PlacedText& text) const;
    void paintField(QPainter& painter, const PlacedShape& shape) const;

    Placed m_placed;
    std::vector<HeatField> m_fields; ///< by index of the mark
    Theme m_theme;
    Lettering m_lettering;
};

/// The fields of a spec by index of their mark; empty ones for marks of other kinds.
std::vector<HeatField> fieldsOf(const ChartSpec& spec);

} // namespace assay

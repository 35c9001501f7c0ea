// Overlay: what lies upon a chart while it is looked at: frames of selected data, the handles, a box being drawn and
// the crosshair with its values on the axes. It is never part of a picture that leaves the window.
#pragma once

#include "ui/charts/placed.h"
#include "ui/charts/theme.h"

#include <QtWidgets/QGraphicsItem>

#include <optional>
#include <vector>

namespace assay {

struct OverlayHandle {
    QPolygonF outline;                                          ///< a line or a ring
    enum class State { idle, under, held } state = State::idle; ///< under: the mouse or the keyboard is on it
};

struct OverlayState {
    std::vector<QRectF> selected;
    QRectF current;
    std::vector<OverlayHandle> handles;
    std::optional<QRectF> box;
    std::optional<QPointF> cross; ///< within the plot
    QString crossX;               ///< the values there; empty: the axis has none
    QString crossY;
};

class Overlay : public QGraphicsItem {
public:
    Overlay(OverlayState state, const QRectF& plot, double base, const QSizeF& picture, const Theme& theme,
            QGraphicsItem* parent);

    QRectF boundingRect() const override { return {QPointF(0, 0), m_picture}; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void paintHandles(QPainter& painter) const;
    void paintCross(QPainter& painter) const;
    void paintPill(QPainter& painter, const QString& text, const QPointF& middle) const;

    OverlayState m_state;
    QRectF m_plot;
    double m_base;
    QSizeF m_picture;
    Theme m_theme;
};

/// A value as an axis reads it out: more digits than a tick, none where the axis has no values.
QString axisReading(const Axis& axis, double value, NumberScript numbers = NumberScript::letters);

/// Where a handle is drawn and taken hold of, in pixels: a ring at a point, a line along its reach. Empty: outside the
/// plot.
QPolygonF handleOutline(const Handle& handle, const Placed& placed);

} // namespace assay

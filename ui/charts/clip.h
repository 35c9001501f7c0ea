// Clipping of geometry to a rectangle, so that no picture format has to clip (charts: fact 41), and thinning of lines.
#pragma once

#include <QtCore/QRectF>
#include <QtGui/QPolygonF>

#include <vector>

namespace assay {

/// The pieces of a polyline inside the rectangle.
std::vector<QPolygonF> clipPolyline(const QPolygonF& line, const QRectF& to);

/// The same line with the fewest corners that leave it within `tolerance` px (Douglas and Peucker 1973).
QPolygonF simplified(const QPolygonF& line, double tolerance);

/// The part of a closed polygon inside the rectangle (Sutherland and Hodgman 1974); empty when none is.
QPolygonF clipPolygon(const QPolygonF& polygon, const QRectF& to);

} // namespace assay

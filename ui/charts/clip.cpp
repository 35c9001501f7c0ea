// Liang and Barsky (1984) for lines, Sutherland and Hodgman (1974) for polygons.
#include "ui/charts/clip.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace assay {
namespace {

std::optional<std::pair<QPointF, QPointF>> clipPiece(const QPointF& a, const QPointF& b, const QRectF& to) {
    const double dx = b.x() - a.x();
    const double dy = b.y() - a.y();
    const std::array<std::pair<double, double>, 4> sides{
        {{-dx, a.x() - to.left()}, {dx, to.right() - a.x()}, {-dy, a.y() - to.top()}, {dy, to.bottom() - a.y()}}};
    double from = 0;
    double until = 1;
    for (const auto& [p, q] : sides) {
        if (p == 0 && q < 0)
            return std::nullopt;
        if (p < 0)
            from = std::max(from, q / p);
        else if (p > 0)
            until = std::min(until, q / p);
    }
    if (from > until)
        return std::nullopt;
    return std::pair(QPointF(a.x() + from * dx, a.y() + from * dy), QPointF(a.x() + until * dx, a.y() + until * dy));
}

/// Keeps the side where inside(point) >= 0; crossing by linear interpolation.
template <class Inside>
QPolygonF cut(const QPolygonF& polygon, const Inside& inside) {
    QPolygonF kept;
    for (qsizetype i = 0; i < polygon.size(); ++i) {
        const QPointF a = polygon[i];
        const QPointF b = polygon[(i + 1) % polygon.size()];
        const double da = inside(a);
        const double db = inside(b);
        if (da >= 0)
            kept << a;
        if ((da >= 0) != (db >= 0))
            kept << a + (b - a) * (da / (da - db));
    }
    return kept;
}

} // namespace

std::vector<QPolygonF> clipPolyline(const QPolygonF& line, const QRectF& to) {
    std::vector<QPolygonF> pieces;
    for (qsizetype i = 0; i + 1 < line.size(); ++i) {
        const auto piece = clipPiece(line[i], line[i + 1], to);
        if (!piece)
            continue;
        if (pieces.empty() || pieces.back().back() != piece->first)
            pieces.push_back(QPolygonF{piece->first});
        pieces.back() << piece->second;
    }
    return pieces;
}

QPolygonF clipPolygon(const QPolygonF& polygon, const QRectF& to) {
    QPolygonF kept = cut(polygon, [&](const QPointF& p) { return p.x() - to.left(); });
    kept = cut(kept, [&](const QPointF& p) { return to.right() - p.x(); });
    kept = cut(kept, [&](const QPointF& p) { return p.y() - to.top(); });
    return cut(kept, [&](const QPointF& p) { return to.bottom() - p.y(); });
}

} // namespace assay

// Liang and Barsky (1984) for lines, Sutherland and Hodgman (1974) for polygons, Douglas and Peucker (1973) for
// corners.
#include "ui/charts/clip.h"

#include <algorithm>
#include <array>
#include <cmath>
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

/// px from the straight piece a-b.
double awayFrom(const QPointF& point, const QPointF& a, const QPointF& b) {
    const QPointF way = b - a, to = point - a;
    const double square = QPointF::dotProduct(way, way);
    const double share = square > 0 ? std::clamp(QPointF::dotProduct(to, way) / square, 0.0, 1.0) : 0;
    const QPointF off = to - share * way;
    return std::sqrt(QPointF::dotProduct(off, off));
}

} // namespace

QPolygonF simplified(const QPolygonF& line, double tolerance) {
    if (line.size() < 3)
        return line;
    std::vector<bool> isCorner(static_cast<std::size_t>(line.size()), false);
    isCorner.front() = isCorner.back() = true;
    std::vector<std::pair<qsizetype, qsizetype>> open{{0, line.size() - 1}};
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        double most = tolerance;
        qsizetype corner = -1;
        for (qsizetype i = first + 1; i < last; ++i)
            if (const double away = awayFrom(line[i], line[first], line[last]); away > most) {
                most = away;
                corner = i;
            }
        if (corner < 0)
            continue;
        isCorner[static_cast<std::size_t>(corner)] = true;
        open.insert(open.end(), {{first, corner}, {corner, last}});
    }
    QPolygonF kept;
    for (qsizetype i = 0; i < line.size(); ++i)
        if (isCorner[static_cast<std::size_t>(i)])
            kept << line[i];
    return kept;
}

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

// DistributionPreview: shares of 240 equal steps between the far quantiles, drawn as one filled outline.
#include "ui/views/distribution_preview.h"

#include "core/units/read_quantity.h"
#include "core/units/unit.h"
#include "ui/text/utf8_text.h"
#include "ui/views/fonts.h"
#include "ui/views/look.h"

#include <QtGui/QPainter>

#include <algorithm>

namespace assay {

namespace {

constexpr int points = 240;
constexpr double tail = 0.002; ///< the picture goes from P0.2 to P99.8

} // namespace

DistributionPreview::DistributionPreview(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("distributionPreview"));
    setAccessibleName(tr("Shape of the value"));
    setMinimumHeight(5 * fontMetrics().lineSpacing());
}

QSize DistributionPreview::sizeHint() const { return {360, 6 * fontMetrics().lineSpacing()}; }

void DistributionPreview::showDistribution(const std::optional<Distribution>& distribution, const std::string& unit) {
    m_curve.clear();
    m_marks.clear();
    m_low.clear();
    m_high.clear();
    const Result<Unit> printed = parseUnit(unit);
    if (distribution && printed && !isFixed(*distribution)) {
        makeCurve(*distribution);
        const auto words = [&](double share) {
            return text(writeQuantity(fromBase(quantile(*distribution, share), *printed), unit, 3));
        };
        m_low = m_isInterval ? words(1e-12) : words(0.05);
        m_high = m_isInterval ? words(1 - 1e-12) : words(0.95);
    }
    setAccessibleDescription(m_low.isEmpty() ? QString() : tr("%1 to %2").arg(m_low, m_high));
    update();
}

void DistributionPreview::makeCurve(const Distribution& distribution) {
    m_isInterval = std::holds_alternative<Interval>(distribution.shape);
    if (m_isInterval) {
        m_curve = {{0, 0}, {0, 0.5}, {1, 0.5}, {1, 0}};
        return;
    }
    const double low = quantile(distribution, tail), high = quantile(distribution, 1 - tail);
    for (const double share : {0.05, 0.95})
        m_marks << (quantile(distribution, share) - low) / (high - low);
    double most = 0, below = cumulative(distribution, low);
    for (int i = 0; i < points; ++i) { // shares between two points: no spike is missed, however narrow
        const double upTo = cumulative(distribution, low + (high - low) * (i + 1) / points);
        m_curve << QPointF((i + 0.5) / points, upTo - below);
        most = std::max(most, upTo - below);
        below = upTo;
    }
    for (QPointF& point : m_curve)
        point.setY(most > 0 ? point.y() / most : 0);
    m_curve.prepend({0, 0});
    m_curve.append({1, 0});
}

void DistributionPreview::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor line = lineColor(palette()), accent = palette().color(QPalette::Highlight);
    const int words = fontMetrics().lineSpacing();
    const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -words - smallGap - 0.5);
    painter.setPen(line);
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    QPolygonF outline;
    for (const QPointF& point : m_curve)
        outline << QPointF(area.left() + point.x() * area.width(),
                           area.bottom() - point.y() * (area.height() - smallGap));
    painter.setPen(QPen(accent, m_isInterval ? 1 : 2));
    painter.setBrush(mixed(accent, palette().color(QPalette::Window), 0.25));
    if (!outline.isEmpty())
        painter.drawPolygon(outline);
    painter.setPen(QPen(quietColor(palette()), 1, Qt::DashLine));
    for (const double mark : m_marks)
        painter.drawLine(QPointF(area.left() + mark * area.width(), area.top()),
                         QPointF(area.left() + mark * area.width(), area.bottom()));
    painter.setPen(quietColor(palette()));
    const QRectF foot(0, height() - words, width(), words);
    painter.drawText(foot, Qt::AlignLeft, m_isInterval ? m_low : m_low.isEmpty() ? QString() : tr("P5 %1").arg(m_low));
    painter.drawText(foot, Qt::AlignRight,
                     m_isInterval       ? m_high
                     : m_high.isEmpty() ? QString()
                                        : tr("P95 %1").arg(m_high));
}

} // namespace assay

// DistributionPreview: the density of a distribution as a small picture: what an input would look like. An interval
// without a shape is a bar from end to end. Computes nothing but points of the curve.
#pragma once

#include "core/dist/distribution.h"

#include <QtWidgets/QWidget>

#include <optional>

namespace assay {

class DistributionPreview : public QWidget {
    Q_OBJECT
public:
    explicit DistributionPreview(QWidget* parent = nullptr);

    /// unit: what the ends are written in. None: an empty frame.
    void showDistribution(const std::optional<Distribution>& distribution, const std::string& unit);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void makeCurve(const Distribution& distribution);

    QVector<QPointF> m_curve; ///< x and height 0..1 over the width of the picture
    QVector<double> m_marks;  ///< P5 and P95 over the width
    bool m_isInterval = false;
    QString m_low; ///< words at the ends
    QString m_high;
};

} // namespace assay

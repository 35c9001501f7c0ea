// Frame: the one place that knows Qt Charts. It gives the paper and the plot area; everything else, axes included, is
// a PlotLayer upon it. Another library would change this file's .cpp alone. (charts: "Keep the adapter thin")
#pragma once

#include "ui/charts/plot_layer.h"

#include <QtWidgets/QGraphicsScene>

namespace assay {

class Frame : public QGraphicsScene {
    Q_OBJECT
public:
    explicit Frame(QObject* parent = nullptr);
    ~Frame() override;

    /// Shows the placed chart in place of what was there.
    void show(Placed placed, std::vector<HeatField> fields, const Theme& theme, Background background,
              Lettering lettering = Lettering::text);

    /// Where the frame has the plot; equals the layout's. (charts: fact 27)
    QRectF plotArea() const;
    QGraphicsItem* chartItem() const; ///< the parent of further layers (highlights)

private:
    class Private;
    std::unique_ptr<Private> m;
};

/// Paints the scene's chart of the given size into the target: always by explicit rectangles. (charts: fact 45)
void paintFrame(Frame& frame, QPainter& painter, const QRectF& target, const QSizeF& size);

} // namespace assay

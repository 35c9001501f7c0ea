// A QChart without series, axes, title, legend or labels of its own: animations, themes, OpenGL and rich text stay out.
#include "ui/charts/frame.h"

#include <QtCharts/QChart>

namespace assay {

class Frame::Private {
public:
    QChart* chart = nullptr;    ///< owned by the scene
    PlotLayer* layer = nullptr; ///< child of the chart
};

Frame::Frame(QObject* parent) : QGraphicsScene(parent), m(std::make_unique<Private>()) {
    m->chart = new QChart;
    m->chart->setAnimationOptions(QChart::NoAnimation);
    m->chart->legend()->hide();
    m->chart->setMargins({});
    m->chart->setBackgroundRoundness(0);
    m->chart->setDropShadowEnabled(false);
    m->chart->setBackgroundPen(Qt::NoPen);
    addItem(m->chart);
}

Frame::~Frame() = default;

void Frame::show(Placed placed, std::vector<HeatField> fields, const Theme& theme, Background background,
                 Lettering lettering) {
    const QRectF picture(QPointF(0, 0), placed.size);
    setSceneRect(picture);
    m->chart->setGeometry(picture);
    m->chart->setBackgroundBrush(theme.paper());
    m->chart->setBackgroundVisible(background == Background::opaque);
    m->chart->setPlotArea(placed.plot.isEmpty() ? picture : placed.plot);
    delete m->layer;
    m->layer = new PlotLayer(std::move(placed), std::move(fields), theme, m->chart, lettering);
}

QRectF Frame::plotArea() const { return m->chart->plotArea(); }

QGraphicsItem* Frame::chartItem() const { return m->chart; }

void paintFrame(Frame& frame, QPainter& painter, const QRectF& target, const QSizeF& size) {
    frame.render(&painter, target, QRectF(QPointF(0, 0), size));
}

} // namespace assay

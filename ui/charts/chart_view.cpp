// ChartView: not drawn yet.
#include "ui/charts/chart_view.h"

namespace assay {

class ChartView::Private {};

ChartView::ChartView(QWidget* parent) : QWidget(parent), m(std::make_unique<Private>()) {}
ChartView::~ChartView() = default;
void ChartView::setSpec(const ChartSpec&) {}
void ChartView::setEmpty(const QString&, const QString&) {}
void ChartView::setSelection(const MarkIds&) {}

} // namespace assay

// What a ChartView is made of. For chart_view*.cpp alone.
#pragma once

#include "ui/charts/chart_canvas.h"
#include "ui/charts/chart_table.h"
#include "ui/charts/chart_view.h"

#include <optional>

class QPushButton;
class QStackedLayout;

namespace assay {

class ChartView::Private {
public:
    QStackedLayout* pages = nullptr;
    ChartCanvas* canvas = nullptr;
    QWidget* empty = nullptr;
    QLabel* sentence = nullptr;
    QPushButton* button = nullptr;
    ChartTable* table = nullptr; ///< made on first use
    MarkIds selection;
    std::optional<double> threshold; ///< when the hand took it
    std::optional<ValueRange> range;
};

} // namespace assay

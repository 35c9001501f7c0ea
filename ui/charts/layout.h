// layout: spec + size -> Placed. Pure: no widget, no painter, no hover state; all words stay inside and never overlap.
#pragma once

#include "ui/charts/placed.h"

namespace assay {

struct LayoutOptions {
    QSizeF size{1600, 900};
    double textScale = 1; ///< the user's text size, 1 to 2
};

/// What the reader looks at now: a part of the x and y axis. Empty ends: all of it.
struct Window {
    std::optional<double> xLow, xHigh, yLow, yHigh;
    bool operator==(const Window&) const = default;
};

Placed layOut(const ChartSpec& spec, const LayoutOptions& options, const TextMeasure& measure,
              const Window& window = {});

/// Text size for a picture of this size: 12 px up to 640 x 400, growing by the root of the size.
int baseTextSize(const QSizeF& size, double textScale);

} // namespace assay

// Zoom: which part of a chart's axes is looked at after a wheel step, a drag or a box, and the parts looked at before.
// Pure arithmetic on axes; knows no widget.
#pragma once

#include "ui/charts/layout.h"

#include <vector>

namespace assay {

/// factor > 1: closer. The value under the pixel stays; never beyond the data (charts: fact 36) nor closer than a
/// ten-thousandth of the axis. A category axis stays whole.
Window zoomedX(const ChartSpec& spec, const Placed& placed, const Window& window, double factor, double pixel);
Window zoomedY(const ChartSpec& spec, const Placed& placed, const Window& window, double factor, double pixel);

/// Moved with the hand, as far as there are data; axes that are shown whole stay.
Window panned(const ChartSpec& spec, const Placed& placed, const Window& window, const QPointF& pixels);

/// The part in a box; of a category axis nothing is cut.
Window boxed(const ChartSpec& spec, const Placed& placed, const Window& window, const QRectF& box);

/// The windows there were, to go back and forward through. Steps of one gesture are one window.
class ZoomHistory {
public:
    const Window& now() const { return m_now; }
    void clear();
    void step(const Window& next);   ///< one that can be gone back from
    void follow(const Window& next); ///< more of the last step
    bool back();                     ///< false: there is none
    bool forward();

private:
    Window m_now;
    std::vector<Window> m_before;
    std::vector<Window> m_after;
};

} // namespace assay

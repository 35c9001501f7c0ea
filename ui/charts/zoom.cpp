// Windows in pixel space, so that linear and log axes are one case.
#include "ui/charts/zoom.h"

#include <algorithm>
#include <cmath>

namespace assay {
namespace {

constexpr double closest = 1e-4; // share of the whole axis one can zoom into
constexpr std::size_t mostSteps = 100;

/// Part of one axis; no ends: all of it.
struct Part {
    std::optional<double> low, high;
};

bool isValueAxis(const Axis& axis) { return axis.kind != AxisKind::category; }

/// The part between two pixels, within the data; what was there when it would be too close.
Part between(const Axis& axis, const Scaling& now, const Part& was, double fromPixel, double toPixel) {
    const double low = std::max(now.toValue(fromPixel), axis.low);
    const double high = std::min(now.toValue(toPixel), axis.high);
    Scaling whole = now;
    whole.low = axis.low;
    whole.high = axis.high;
    if (!((whole.toPixel(high) - whole.toPixel(low)) / (now.to - now.from) > closest))
        return was;
    const double slack = closest * std::abs(now.to - now.from);
    const bool isAll =
        std::abs(whole.toPixel(low) - now.from) < slack && std::abs(whole.toPixel(high) - now.to) < slack;
    return isAll ? Part{} : Part{low, high};
}

Part zoomed(const Axis& axis, const Scaling& now, const Part& was, double factor, double pixel) {
    if (!isValueAxis(axis) || !(factor > 0))
        return was;
    return between(axis, now, was, pixel + (now.from - pixel) / factor, pixel + (now.to - pixel) / factor);
}

Part moved(const Axis& axis, const Scaling& now, const Part& was, double pixels) {
    if (!was.low || !isValueAxis(axis))
        return was;
    const double low = now.toValue(now.from - pixels);
    const double high = now.toValue(now.to - pixels);
    const bool isInside =
        low >= axis.low - 1e-12 * std::abs(axis.low) && high <= axis.high + 1e-12 * std::abs(axis.high);
    return isInside ? Part{low, high} : was;
}

Part xOf(const Window& window) { return {window.xLow, window.xHigh}; }
Part yOf(const Window& window) { return {window.yLow, window.yHigh}; }
Window windowOf(const Part& x, const Part& y) { return {x.low, x.high, y.low, y.high}; }

} // namespace

Window zoomedX(const ChartSpec& spec, const Placed& placed, const Window& window, double factor, double pixel) {
    return windowOf(zoomed(spec.x, placed.x, xOf(window), factor, pixel), yOf(window));
}

Window zoomedY(const ChartSpec& spec, const Placed& placed, const Window& window, double factor, double pixel) {
    return windowOf(xOf(window), zoomed(spec.y, placed.y, yOf(window), factor, pixel));
}

Window panned(const ChartSpec& spec, const Placed& placed, const Window& window, const QPointF& pixels) {
    return windowOf(moved(spec.x, placed.x, xOf(window), pixels.x()), moved(spec.y, placed.y, yOf(window), pixels.y()));
}

Window boxed(const ChartSpec& spec, const Placed& placed, const Window& window, const QRectF& box) {
    const QRectF inside = box.normalized() & placed.plot;
    Part x = xOf(window), y = yOf(window);
    if (isValueAxis(spec.x))
        x = between(spec.x, placed.x, x, inside.left(), inside.right());
    if (isValueAxis(spec.y))
        y = between(spec.y, placed.y, y, inside.bottom(), inside.top());
    return windowOf(x, y);
}

void ZoomHistory::clear() {
    m_now = {};
    m_before.clear();
    m_after.clear();
}

void ZoomHistory::step(const Window& next) {
    if (next == m_now)
        return;
    m_before.push_back(m_now);
    if (m_before.size() > mostSteps)
        m_before.erase(m_before.begin());
    m_after.clear();
    m_now = next;
}

void ZoomHistory::follow(const Window& next) { m_now = next; }

bool ZoomHistory::back() {
    if (m_before.empty())
        return false;
    m_after.push_back(m_now);
    m_now = m_before.back();
    m_before.pop_back();
    return true;
}

bool ZoomHistory::forward() {
    if (m_after.empty())
        return false;
    m_before.push_back(m_now);
    m_now = m_after.back();
    m_after.pop_back();
    return true;
}

} // namespace assay

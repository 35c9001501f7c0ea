// Points lie denser in the tails, where the curve bends.
#include "core/chart/chance_curve.h"

#include "core/chart/build.h"

#include <cmath>

namespace assay {
namespace {

constexpr int curvePoints = 240;
constexpr double pi = 3.14159265358979324;

} // namespace

std::vector<Point> chanceCurve(const OutputSummary& output, std::span<const double> ascending, const Axis& x) {
    if (!(output.p5 < output.p95)) // a fixed number: certain below, impossible above
        return {{x.low, 100}, {output.p50, 100}, {output.p50, 0}, {x.high, 0}};
    std::vector<Point> points{{x.low, 100}};
    for (int i = 0; i <= curvePoints; ++i) {
        const double p = (1 - std::cos(pi * i / curvePoints)) / 2;
        const double value = sortedQuantile(ascending, p);
        if (value > x.low && value < x.high)
            points.push_back({value, 100 * (1 - p)});
    }
    points.push_back({x.high, ascending.empty() || ascending.back() < x.high ? 0 : points.back().y});
    return points;
}

std::vector<double> equalChances(std::span<const double> ascending, int wanted) {
    std::vector<double> values;
    for (int i = 0; i < wanted && !ascending.empty(); ++i)
        values.push_back(sortedQuantile(ascending, (i + 0.5) / wanted));
    return values;
}

} // namespace assay

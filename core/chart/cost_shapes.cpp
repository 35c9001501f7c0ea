// Quantile dots judge odds best (Kay and others, CHI 2016; Fernandes and others, CHI 2018), so they are a form of their
// own.
#include "core/chart/cost_shapes.h"

#include "core/chart/builders.h"
#include "core/chart/chance_curve.h"
#include "core/chart/half_eye.h"

namespace assay {
namespace {

constexpr double shapeBase = 0.1;    ///< of a row, below its middle
constexpr double shapeHeight = 0.56; ///< of a row

int dotsOf(std::string_view form) { return form == dots20 ? 20 : form == dots50 ? 50 : 0; }

/// A bar as high as the chance of more than x.
std::vector<Point> chanceBar(std::vector<Point> curve, double base) {
    for (Point& point : curve)
        point.y = base - shapeHeight * point.y / 100;
    curve.insert(curve.begin(), {curve.front().x, base});
    curve.push_back({curve.back().x, base});
    return curve;
}

} // namespace

std::vector<Mark> costShape(std::string_view form, const OutputSummary& output, std::span<const double> ascending,
                            const Axis& x, double y, const Ink& ink, int datum) {
    if (!(output.p5 < output.p95))
        return {};
    const double base = y + shapeBase;
    if (const int dots = dotsOf(form))
        return {DotStack{equalChances(ascending, dots), base, shapeHeight, ink, Keep::detail, datum}};
    std::vector<Point> outline = form == chanceBars ? chanceBar(chanceCurve(output, ascending, x), base)
                                                    : densityShape(ascending, x, base, shapeHeight);
    if (outline.empty())
        return {};
    return {Area{std::move(outline), ink, 0.3, Keep::detail, datum}};
}

std::string costShapeWords(std::string_view form) {
    if (const int dots = dotsOf(form))
        return "each small dot: 1 chance in " + std::to_string(dots);
    return form == chanceBars ? "shape: the chance of more, 100 % at its height" : "shape: density, equal heights";
}

} // namespace assay

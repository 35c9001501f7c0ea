// Densities are drawn from the first samples, intervals and words from the statistics of all.
#include "core/chart/half_eye.h"

#include "core/chart/band_marks.h"
#include "core/chart/build.h"
#include "core/chart/format.h"

#include <algorithm>

namespace assay {

std::vector<Point> densityShape(std::span<const double> ascending, const Axis& x, double base, double height) {
    std::vector<Point> outline = densityOutline(ascending, {x.low, x.high}, x.kind);
    if (outline.empty())
        return outline;
    for (Point& point : outline)
        point.y = base - height * point.y;
    outline.insert(outline.begin(), {outline.front().x, base});
    outline.push_back({outline.back().x, base});
    return outline;
}

std::vector<Mark> intervalMarks(const OutputSummary& output, double line, const Ink& ink, int datum, Shape median) {
    if (bandOf(output))
        return bandRow(*output.band, line, ink, datum);
    std::vector<Mark> marks;
    if (output.p5 < output.p95) {
        marks.push_back(
            Span{{output.p5, line}, {output.p95, line}, ink, 2, Cap::none, Dash::solid, Keep::always, datum});
        marks.push_back(
            Span{{output.p25, line}, {output.p75, line}, ink, 6, Cap::none, Dash::solid, Keep::always, datum});
    }
    marks.push_back(Dot{{output.p50, line}, ink, 10, median, Fill::solid, datum});
    return marks;
}

int supportedDigits(const OutputSummary& output) {
    const StandardErrors& error = output.standardErrors;
    return std::min({digitsSupported(output.p50, error.p50), digitsSupported(output.p5, error.p5),
                     digitsSupported(output.p95, error.p95), digitsSupported(output.mean, error.mean)});
}

std::string intervalWords(const OutputSummary& output) {
    return bandOf(output) ? bandText(*output.band, output.unit)
                          : intervalText(output.p50, output.p5, output.p95, output.unit, supportedDigits(output));
}

Label intervalLabel(const OutputSummary& output, double line, int datum) {
    const ValueRange reach = reachOf(output);
    return {{reach.high, line},
            Point{reach.low, line},
            intervalWords(output),
            {InkRole::text},
            Side::right,
            LabelStyle::plain,
            Keep::label,
            10,
            datum};
}

std::string summaryTip(std::string_view name, const OutputSummary& output) {
    const std::string& unit = output.unit;
    const int digits = std::min(std::max(3, digitsFor(output.p5, output.p95)), supportedDigits(output));
    std::string tip = std::string(name) + "\nMedian " + shortQuantity(output.p50, unit, digits) + ", mean "
                      + shortQuantity(output.mean, unit, digits) + "\n50 % interval "
                      + tickQuantity(output.p25, unit, digits) + " to " + tickQuantity(output.p75, unit, digits)
                      + "\n90 % interval " + tickQuantity(output.p5, unit, digits) + " to "
                      + tickQuantity(output.p95, unit, digits);
    if (bandOf(output))
        tip += bandTip(*output.band, unit);
    if (output.standardErrors.p50 > 0)
        tip += "\nStandard error of the median " + tickQuantity(output.standardErrors.p50, unit, 2);
    return tip;
}

std::vector<Cell> summaryCells(const OutputSummary& output) {
    std::vector<Cell> cells;
    for (const double value : {output.p5, output.p25, output.p50, output.p75, output.p95, output.mean, output.sd})
        cells.push_back({shortQuantity(value, output.unit, std::min(3, supportedDigits(output))), value});
    return cells;
}

std::vector<std::string> summaryColumns() {
    return {"P5", "P25", "Median", "P75", "P95", "Mean", "Standard deviation"};
}

} // namespace assay

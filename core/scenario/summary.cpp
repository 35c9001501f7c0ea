// Statistics are computed in base units and put into the declared unit sample by sample, so that a percentile is
// exactly a sample as printed.
#include "core/scenario/summary.h"

#include <array>

namespace assay {
namespace {

constexpr std::array<double, 5> outputQuantiles = {0.05, 0.25, 0.5, 0.75, 0.95};
constexpr std::array<double, 3> inputQuantiles = {0.05, 0.5, 0.95};

/// The samples that quantiles of n samples lie between, two for each.
std::vector<std::uint64_t> ranksFor(std::span<const double> quantiles, std::size_t n) {
    std::vector<std::uint64_t> ranks;
    for (std::size_t i = 0; n > 0 && i < quantiles.size(); ++i) {
        const Position position = positionOf(quantiles[i], n);
        ranks.push_back(position.low);
        ranks.push_back(position.high);
    }
    return ranks;
}

/// Quantile number `index` in the declared unit; 0 when there are no samples.
double quantileIn(const Unit& unit, const OrderStatistics& selected, std::size_t index, double q, std::size_t n) {
    if (selected.values.empty())
        return 0;
    return between(fromBase(selected.values[2 * index], unit), fromBase(selected.values[2 * index + 1], unit),
                   positionOf(q, n).part);
}

/// The inner edges: those at the ends need no counting.
std::vector<double> innerEdges(const std::vector<double>& edges) {
    return edges.size() < 3 ? std::vector<double>() : std::vector<double>(edges.begin() + 1, edges.end() - 1);
}

/// A bin holds its lower edge; the last one both.
Histogram histogramIn(const Unit& unit, std::vector<double> edges, const OrderStatistics& selected, std::uint64_t n) {
    Histogram histogram;
    std::uint64_t before = 0;
    for (const std::uint64_t below : selected.below) {
        histogram.counts.push_back(below - before);
        before = below;
    }
    if (!edges.empty())
        histogram.counts.push_back(n - before);
    for (double& edge : edges)
        edge = fromBase(edge, unit);
    histogram.edges = std::move(edges);
    return histogram;
}

} // namespace

Wanted wantedOfOutput(const BinnedColumn& column) {
    return {ranksFor(outputQuantiles, column.moments.count), innerEdges(histogramEdges(column))};
}

Wanted wantedOfInput(const BinnedColumn& column) { return {ranksFor(inputQuantiles, column.moments.count), {}}; }

OutputSummary outputSummary(const Formula& formula, const std::string& chip, const Column& samples,
                            const BinnedColumn& column, const OrderStatistics& selected) {
    const Unit unit = parseUnit(formula.unit).value();
    const std::size_t n = column.moments.count;
    OutputSummary summary;
    summary.id = formula.id;
    summary.title = formula.title;
    summary.unit = bindChip(formula.unit, chip);
    summary.unitScale = unit.scale;
    summary.samples = samples;
    summary.flagged = samples->size() - n;
    summary.mean = fromBase(column.moments.mean, unit);
    summary.sd = fromBase(column.moments.sd, unit);
    const std::array<double*, 5> places = {&summary.p5, &summary.p25, &summary.p50, &summary.p75, &summary.p95};
    for (std::size_t i = 0; i < places.size(); ++i)
        *places[i] = quantileIn(unit, selected, i, outputQuantiles[i], n);
    summary.histogram = histogramIn(unit, histogramEdges(column), selected, n);
    return summary;
}

InputSummary inputSummary(const ModelInput& input, const BoundInput& bound, const Column& samples) {
    const Unit unit = parseUnit(input.unit).value();
    InputSummary summary;
    summary.id = input.id;
    summary.title = input.title;
    summary.unit = bound.unit;
    summary.unitScale = unit.scale;
    summary.fixed = bound.fixed.has_value();
    if (summary.fixed)
        summary.p5 = summary.p50 = summary.p95 = fromBase(*bound.fixed, unit);
    else
        summary.samples = samples;
    return summary;
}

InputSummary withQuantiles(InputSummary summary, const OrderStatistics& selected, std::size_t n) {
    const Unit unit = parseUnit(summary.unit).value();
    summary.p5 = quantileIn(unit, selected, 0, inputQuantiles[0], n);
    summary.p50 = quantileIn(unit, selected, 1, inputQuantiles[1], n);
    summary.p95 = quantileIn(unit, selected, 2, inputQuantiles[2], n);
    return summary;
}

OrderStatistics selectFromOrder(std::span<const double> values, const Order& order) {
    OrderStatistics selected;
    for (const std::uint64_t rank : ranksFor(inputQuantiles, order.size()))
        selected.values.push_back(values[order[rank]]);
    return selected;
}

Sensitivity sensitivityOf(const InputSummary& input, const OutputSummary& output, const Influence& influence) {
    const Unit unit = parseUnit(output.unit).value();
    return {input.id,
            influence.rankCorrelation,
            influence.firstOrder,
            fromBase(influence.low, unit),
            fromBase(influence.high, unit),
            input.p5,
            input.p95};
}

} // namespace assay

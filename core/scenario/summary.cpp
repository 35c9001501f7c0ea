// Statistics are computed on values in the declared unit, so that a percentile is exactly a sample as printed.
#include "core/scenario/summary.h"

#include "core/scenario/statistics.h"

#include <algorithm>

namespace assay {
namespace {

constexpr std::size_t sensitivitySamples = std::size_t{1} << 20; ///< influences rest on the first 2^20 samples at most

std::vector<double> ascendingIn(const Unit& unit, std::vector<double> ascending) {
    for (double& value : ascending)
        value = fromBase(value, unit);
    return ascending;
}

/// All samples in order: from the ranks when these cover them all.
std::vector<double> ascendingOf(const std::vector<double>& samples, const RankedColumn& ranked) {
    if (ranked.values.size() < samples.size())
        return ascendingValues(samples);
    std::vector<double> ascending(ranked.order.size());
    for (std::size_t i = 0; i < ascending.size(); ++i)
        ascending[i] = samples[ranked.order[i]];
    return ascending;
}

} // namespace

RankedColumn rankSamples(const Column& samples) {
    return rankColumn(std::span(*samples).first(std::min(samples->size(), sensitivitySamples)));
}

OutputSummary summariseOutput(const Formula& formula, const std::string& chip, const Column& samples,
                              const RankedColumn& ranked) {
    const Unit unit = parseUnit(formula.unit).value();
    OutputSummary summary;
    summary.id = formula.id;
    summary.title = formula.title;
    summary.unit = bindChip(formula.unit, chip);
    summary.unitScale = unit.scale;
    summary.samples = samples;
    const Moments moments = momentsOf(*samples);
    summary.flagged = samples->size() - moments.count;
    summary.mean = fromBase(moments.mean, unit);
    summary.sd = fromBase(moments.sd, unit);
    const std::vector<double> ascending = ascendingIn(unit, ascendingOf(*samples, ranked));
    summary.p5 = percentile(ascending, 0.05);
    summary.p25 = percentile(ascending, 0.25);
    summary.p50 = percentile(ascending, 0.5);
    summary.p75 = percentile(ascending, 0.75);
    summary.p95 = percentile(ascending, 0.95);
    summary.histogram = histogramOf(ascending);
    return summary;
}

InputSummary summariseInput(const ModelInput& input, const BoundInput& bound, const Column& samples,
                            const RankedColumn& ranked) {
    const Unit unit = parseUnit(input.unit).value();
    InputSummary summary;
    summary.id = input.id;
    summary.title = input.title;
    summary.unit = bound.unit;
    summary.unitScale = unit.scale;
    summary.fixed = bound.fixed.has_value();
    if (summary.fixed) {
        summary.p5 = summary.p50 = summary.p95 = fromBase(*bound.fixed, unit);
        return summary;
    }
    summary.samples = samples;
    const std::vector<double> ascending = ascendingIn(unit, ascendingOf(*samples, ranked));
    summary.p5 = percentile(ascending, 0.05);
    summary.p50 = percentile(ascending, 0.5);
    summary.p95 = percentile(ascending, 0.95);
    return summary;
}

Sensitivity sensitivityOf(const InputSummary& input, const RankedColumn& inputRanks, const OutputSummary& output,
                          const RankedColumn& outputRanks) {
    const Unit unit = parseUnit(output.unit).value();
    const Influence influence = influenceOf(inputRanks, outputRanks);
    return {input.id,
            influence.rankCorrelation,
            influence.firstOrder,
            fromBase(influence.low, unit),
            fromBase(influence.high, unit),
            input.p5,
            input.p95};
}

StandardErrors standardErrors(const OutputSummary& output, std::span<const SampleSet> scrambles, std::size_t index) {
    const Unit unit = parseUnit(output.unit).value();
    std::vector<double> means{output.mean}, p5{output.p5}, p50{output.p50}, p95{output.p95};
    for (const SampleSet& scramble : scrambles) {
        const std::vector<double>& samples = *scramble.outputs[index];
        const std::vector<double> ascending = ascendingIn(unit, ascendingValues(samples));
        means.push_back(fromBase(momentsOf(samples).mean, unit));
        p5.push_back(percentile(ascending, 0.05));
        p50.push_back(percentile(ascending, 0.5));
        p95.push_back(percentile(ascending, 0.95));
    }
    return {momentsOf(means).sd, momentsOf(p5).sd, momentsOf(p50).sd, momentsOf(p95).sd};
}

} // namespace assay

// Statistics are computed on values in the declared unit, so that a percentile is exactly a sample as printed.
#include "core/scenario/summary.h"

#include "core/scenario/parallel.h"
#include "core/scenario/sensitivity.h"
#include "core/scenario/statistics.h"

#include <algorithm>

namespace assay {
namespace {

constexpr std::size_t sensitivitySamples = std::size_t{1} << 20; ///< influences rest on the first 2^20 samples at most

std::vector<double> ascendingIn(const Unit& unit, std::span<const double> samples) {
    std::vector<double> values = ascendingValues(samples);
    for (double& value : values)
        value = fromBase(value, unit);
    return values;
}

std::span<const double> influential(const Column& samples) {
    return std::span(*samples).first(std::min(samples->size(), sensitivitySamples));
}

} // namespace

OutputSummary summariseOutput(const Formula& formula, const std::string& chip, const Column& samples) {
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
    const std::vector<double> ascending = ascendingIn(unit, *samples);
    summary.p5 = percentile(ascending, 0.05);
    summary.p25 = percentile(ascending, 0.25);
    summary.p50 = percentile(ascending, 0.5);
    summary.p75 = percentile(ascending, 0.75);
    summary.p95 = percentile(ascending, 0.95);
    summary.histogram = histogramOf(ascending);
    return summary;
}

InputSummary summariseInput(const ModelInput& input, const BoundInput& bound, const Column& samples) {
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
    const std::vector<double> ascending = ascendingIn(unit, *samples);
    summary.p5 = percentile(ascending, 0.05);
    summary.p50 = percentile(ascending, 0.5);
    summary.p95 = percentile(ascending, 0.95);
    return summary;
}

void addSensitivities(Run& run, int threads, const std::stop_token& stop) {
    std::vector<const InputSummary*> inputs;
    for (const InputSummary& input : run.inputs)
        if (!input.fixed)
            inputs.push_back(&input);
    const std::size_t outputs = run.outputs.size();
    std::vector<RankedColumn> columns(inputs.size() + outputs);
    const int wanted = threadCount(threads, columns.size());
    runTasks(columns.size(), wanted, stop, [&](std::size_t task, std::size_t) {
        columns[task] = rankColumn(influential(task < outputs ? run.outputs[task].samples : inputs[task - outputs]->samples));
    });
    for (OutputSummary& output : run.outputs)
        output.sensitivity.resize(inputs.size());
    if (stop.stop_requested())
        return;
    runTasks(inputs.size() * outputs, wanted, stop, [&](std::size_t task, std::size_t) {
        OutputSummary& output = run.outputs[task % outputs];
        const InputSummary& input = *inputs[task / outputs];
        const Unit unit = parseUnit(output.unit).value();
        const Influence influence = influenceOf(columns[outputs + task / outputs], columns[task % outputs]);
        output.sensitivity[task / outputs] = {input.id, influence.rankCorrelation, influence.firstOrder,
            fromBase(influence.low, unit), fromBase(influence.high, unit), input.p5, input.p95};
    });
}

StandardErrors standardErrors(const OutputSummary& output, std::span<const SampleSet> scrambles, std::size_t index) {
    const Unit unit = parseUnit(output.unit).value();
    std::vector<double> means{output.mean}, p5{output.p5}, p50{output.p50}, p95{output.p95};
    for (const SampleSet& scramble : scrambles) {
        const std::vector<double>& samples = *scramble.outputs[index];
        const std::vector<double> ascending = ascendingIn(unit, samples);
        means.push_back(fromBase(momentsOf(samples).mean, unit));
        p5.push_back(percentile(ascending, 0.05));
        p50.push_back(percentile(ascending, 0.5));
        p95.push_back(percentile(ascending, 0.95));
    }
    return {momentsOf(means).sd, momentsOf(p5).sd, momentsOf(p50).sd, momentsOf(p95).sd};
}

} // namespace assay

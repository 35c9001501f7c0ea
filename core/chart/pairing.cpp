// Pairs by sample index or by a shuffle that is a function of the seed alone.
#include "core/chart/pairing.h"

#include "core/chart/build.h"
#include "core/dist/philox.h"
#include "core/scenario/run_order.h"
#include "core/scenario/statistics.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assay {
namespace {

bool isUsable(const OutputSummary& output) {
    return output.samples && !output.samples->empty() && std::isfinite(output.p50);
}

const OutputSummary* sameOutput(const Run& run, const OutputSummary& wanted) {
    return outputOf(run, [&](const OutputSummary& output) {
        return output.id == wanted.id && output.unit == wanted.unit && output.unitScale == wanted.unitScale
               && isUsable(output);
    });
}

/// The results the comparison may be about, best first.
std::vector<const OutputSummary*> candidates(const ChartContext& context, const Run& run) {
    std::vector<const OutputSummary*> outputs;
    const OutputSummary* first = primaryOutput(context, run);
    const bool isChosen = context.output && findOutput(run, *context.output);
    if (first)
        outputs.push_back(first);
    for (const OutputSummary& output : run.outputs)
        if (!isChosen && &output != first)
            outputs.push_back(&output);
    std::erase_if(outputs, [](const OutputSummary* output) { return !isUsable(*output); });
    return outputs;
}

const Run* partnerOf(const ChartContext& context, const Run& run, const OutputSummary& output) {
    const Run* best = nullptr;
    for (const RunPtr& other : context.runs) {
        if (!other || other->scenario == run.scenario || !sameOutput(*other, output)
            || !scenarioOf(context, other->scenario))
            continue;
        if (context.against && other->scenario == *context.against)
            return other.get();
        if (!best || (best->model != run.model && other->model == run.model))
            best = other.get();
        if (!context.against && best->model == run.model)
            break; // none is better
    }
    return best;
}

/// Whose draws a scenario's samples are made from: its own and those of all it takes samples from.
std::vector<ScenarioId> drawnFrom(const ChartContext& context, const ScenarioId& scenario) {
    Result<std::vector<ScenarioId>> order = runOrder(context.scenarios, {scenario});
    return order ? std::move(*order) : std::vector{scenario};
}

bool shareDraws(const ChartContext& context, const Run& a, const Run& b) {
    if (a.seed != b.seed)
        return false;
    if (a.model == b.model)
        return true;
    const std::vector<ScenarioId> ofA = drawnFrom(context, a.scenario), ofB = drawnFrom(context, b.scenario);
    return std::find_first_of(ofA.begin(), ofA.end(), ofB.begin(), ofB.end()) != ofA.end();
}

/// Fisher and Yates' shuffle of 0 .. count - 1. The stream is 0: no input has it.
std::vector<std::uint32_t> shuffled(std::uint64_t seed, std::size_t count) {
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    for (std::size_t i = count; i > 1; --i) {
        const std::uint64_t bits = randomBits(seed, 0, 0, Purpose::permutation, i)[0];
        std::swap(order[i - 1], order[static_cast<std::size_t>((bits * i) >> 32)]);
    }
    return order;
}

void summarise(Difference& difference, Samples column) {
    OutputSummary& o = difference.summary;
    const Moments moments = momentsOf(column);
    o.mean = moments.mean / o.unitScale;
    o.sd = moments.sd / o.unitScale;
    std::vector<double> numbers(column.begin(), column.end());
    std::erase_if(numbers, [](double value) { return std::isnan(value); });
    difference.isFixed = moments.least == moments.most;
    const Quantiles q = quantilesOf(std::move(numbers));
    o.p5 = q.p5 / o.unitScale;
    o.p25 = q.p25 / o.unitScale;
    o.p50 = q.p50 / o.unitScale;
    o.p75 = q.p75 / o.unitScale;
    o.p95 = q.p95 / o.unitScale;
    o.flagged = difference.left;
    o.samples = std::make_shared<const Samples>(std::move(column));
}

} // namespace

std::optional<ComparedPair> comparedPair(const ChartContext& context, const ScenarioId& scenario) {
    const Run* run = runOf(context, scenario);
    if (!run)
        return std::nullopt;
    for (const OutputSummary* output : candidates(context, *run))
        if (const Run* partner = partnerOf(context, *run, *output))
            return ComparedPair{run, partner, output, sameOutput(*partner, *output)};
    return std::nullopt;
}

bool isComparable(const ChartContext& context, const Scenario& scenario) {
    const Run* run = runOf(context, scenario.id);
    return run && std::any_of(run->outputs.begin(), run->outputs.end(), [&](const OutputSummary& output) {
               return isUsable(output) && partnerOf(context, *run, output);
           });
}

std::vector<ScenarioId> comparableScenarios(const ChartContext& context, const Scenario& scenario) {
    const std::optional<ComparedPair> pair = comparedPair(context, scenario.id);
    std::vector<ScenarioId> others;
    if (!pair)
        return others;
    for (const RunPtr& run : context.runs)
        if (run && run->scenario != scenario.id && sameOutput(*run, *pair->ofA) && scenarioOf(context, run->scenario))
            others.push_back(run->scenario);
    return others;
}

Difference differenceOf(const ChartContext& context, const ComparedPair& pair) {
    Difference difference;
    difference.summary.id = pair.ofA->id;
    difference.summary.title = pair.ofA->title;
    difference.summary.unit = pair.ofA->unit;
    difference.summary.unitScale = pair.ofA->unitScale;
    difference.sharesDraws = shareDraws(context, *pair.a, *pair.b);
    const Samples& a = *pair.ofA->samples;
    const Samples& b = *pair.ofB->samples;
    Samples column(std::min(a.size(), b.size()));
    const std::vector<std::uint32_t> lots =
        difference.sharesDraws ? std::vector<std::uint32_t>() : shuffled(pair.a->seed, column.size());
    for (std::size_t i = 0; i < column.size(); ++i) {
        const double met = b[lots.empty() ? i : lots[i]];
        column[i] = canonical(a[i] - met);
        if (std::isnan(column[i])) {
            ++difference.left;
            continue;
        }
        ++difference.pairs;
        difference.higher += a[i] > met ? 1 : 0;
        difference.equal += a[i] == met ? 1 : 0;
    }
    summarise(difference, std::move(column));
    return difference;
}

} // namespace assay

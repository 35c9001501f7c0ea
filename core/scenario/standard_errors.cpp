// Every scramble is drawn, looked at and let go; the standard deviation of what was seen is the standard error.
#include "core/scenario/standard_errors.h"

#include "core/base/plain_arithmetic.h"
#include "core/dist/elementary.h"
#include "core/scenario/binned_column.h"
#include "core/scenario/linked.h"

#include <algorithm>
#include <array>

namespace assay {
namespace {

constexpr std::array<double, 3> quantiles = {0.05, 0.5, 0.95};

/// Of one output over the scrambles, in its declared unit.
struct Spread {
    std::vector<double> mean, p5, p50, p95;
};

Wanted wantedOf(const BinnedColumn& column) {
    Wanted wanted;
    for (const double q : quantiles) {
        const Position position = positionOf(q, column.moments.count);
        if (column.moments.count > 0)
            wanted.ranks.insert(wanted.ranks.end(), {position.low, position.high});
    }
    return wanted;
}

/// A scramble whose samples are all flagged has nothing to say.
void addScramble(Spread& spread, const BinnedColumn& column, const OrderStatistics& selected, const Unit& unit) {
    if (column.moments.count == 0)
        return;
    const auto quantile = [&](std::size_t i) {
        return between(fromBase(selected.values[2 * i], unit), fromBase(selected.values[2 * i + 1], unit),
                       positionOf(quantiles[i], column.moments.count).part);
    };
    spread.mean.push_back(fromBase(column.moments.mean, unit));
    spread.p5.push_back(quantile(0));
    spread.p50.push_back(quantile(1));
    spread.p95.push_back(quantile(2));
}

} // namespace

bool drawScrambles(const Prepared& prepared, std::span<const Column> linked, DrawOptions drawn,
                   const std::stop_token& stop, const std::function<void(const SampleSet&)>& look) {
    for (drawn.replicate = 1; drawn.replicate <= scrambles && !stop.stop_requested(); ++drawn.replicate) {
        const SampleSet set = drawSamples(prepared, linked, drawn, stop);
        if (!stop.stop_requested())
            look(set);
    }
    return !stop.stop_requested();
}

double errorFrom(std::span<const double> overScrambles) { return momentsOf(overScrambles).sd; }

bool areErrorsKnown(std::span<const Column> linked) {
    return std::all_of(linked.begin(), linked.end(), [](const Column& column) { return column == nullptr; });
}

std::vector<StandardErrors> standardErrors(std::span<const OutputSummary> shown, const Prepared& prepared,
                                           std::span<const Column> linked, const DrawOptions& drawn,
                                           const std::stop_token& stop) {
    std::vector<Spread> spreads;
    std::vector<Unit> units;
    for (const OutputSummary& output : shown) {
        spreads.push_back(Spread{});
        units.push_back(parseUnit(output.unit).value());
    }
    const StatisticsWork work{drawn.threads, drawn.instructionSet, stop, drawn.progress};
    const auto look = [&](const SampleSet& set) {
        std::vector<std::span<const double>> columns;
        for (const Column& column : set.outputs)
            columns.emplace_back(*column);
        const std::vector<BinnedColumn> binned = binColumns(columns, work);
        std::vector<Wanted> wanted;
        for (const BinnedColumn& column : binned)
            wanted.push_back(stop.stop_requested() ? Wanted{} : wantedOf(column));
        const std::vector<OrderStatistics> selected =
            stop.stop_requested() ? std::vector<OrderStatistics>() : select(binned, wanted, work);
        for (std::size_t o = 0; o < selected.size() && !stop.stop_requested(); ++o)
            addScramble(spreads[o], binned[o], selected[o], units[o]);
    };
    if (!drawScrambles(prepared, linked, drawn, stop, look))
        return {};
    std::vector<StandardErrors> errors;
    for (const Spread& spread : spreads)
        errors.push_back(
            StandardErrors{errorFrom(spread.mean), errorFrom(spread.p5), errorFrom(spread.p50), errorFrom(spread.p95)});
    return errors;
}

Result<double> standardErrorOf(const SampleStatistic& statistic, const VariableId& output, const Model& model,
                               const Scenario& scenario, const RunOptions& options, std::span<const RunPtr> upstream,
                               const std::stop_token& stop) {
    const PlainArithmetic plain;
    Result<Prepared> prepared = prepare(model, scenario, upstream, stop, options.progress);
    if (!prepared)
        return prepared.error();
    const auto place = std::find(model.outputs.begin(), model.outputs.end(), output) - model.outputs.begin();
    if (static_cast<std::size_t>(place) == model.outputs.size())
        return Error(ErrorCode::outputUnknown, scenario.id.value, {output.value});
    const Result<std::vector<Column>> linked = linkedColumns(prepared->binding, scenario.id, options.samples);
    if (!linked)
        return linked.error();
    if (!areErrorsKnown(*linked))
        return elementary::notANumber;
    prepared->compiled.outputs = {prepared->compiled.outputs[static_cast<std::size_t>(place)]};
    prepared->program = makeProgram(prepared->compiled, fixedValues(prepared->binding));
    std::vector<double> values;
    const DrawOptions draw{options.seed,    options.samples,        options.sampler, 0,
                           options.threads, options.instructionSet, options.progress};
    const auto look = [&](const SampleSet& set) { values.push_back(statistic(*set.outputs.front())); };
    if (!drawScrambles(*prepared, *linked, draw, stop, look))
        return Error(ErrorCode::cancelled, scenario.id.value);
    return errorFrom(values);
}

} // namespace assay

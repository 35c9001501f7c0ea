// Four statistics of every scramble, and their standard deviations.
#include "core/scenario/standard_errors.h"

#include "core/scenario/binned_column.h"

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
void addScramble(Spread& spread, const BinnedColumn& column, const Selected& selected, const Unit& unit) {
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

std::vector<StandardErrors> standardErrors(std::span<const OutputSummary> shown, const Prepared& prepared,
                                           std::span<const Column> linked, DrawOptions drawn,
                                           const std::stop_token& stop) {
    std::vector<Spread> spreads;
    std::vector<Unit> units;
    for (const OutputSummary& output : shown) {
        spreads.push_back(Spread{});
        units.push_back(parseUnit(output.unit).value());
    }
    const StatisticsWork work{drawn.threads, drawn.instructionSet, stop};
    for (drawn.replicate = 1; drawn.replicate <= scrambles; ++drawn.replicate) {
        const SampleSet set = drawSamples(prepared, linked, drawn, stop);
        if (stop.stop_requested())
            return {};
        std::vector<std::span<const double>> columns;
        for (const Column& column : set.outputs)
            columns.emplace_back(*column);
        const std::vector<BinnedColumn> binned = binColumns(columns, work);
        if (stop.stop_requested())
            return {};
        std::vector<Wanted> wanted;
        for (const BinnedColumn& column : binned)
            wanted.push_back(wantedOf(column));
        const std::vector<Selected> selected = select(binned, wanted, work);
        for (std::size_t o = 0; o < selected.size(); ++o)
            addScramble(spreads[o], binned[o], selected[o], units[o]);
    }
    std::vector<StandardErrors> errors;
    for (const Spread& spread : spreads)
        errors.push_back(StandardErrors{momentsOf(spread.mean).sd, momentsOf(spread.p5).sd, momentsOf(spread.p50).sd,
                                        momentsOf(spread.p95).sd});
    return errors;
}

} // namespace assay

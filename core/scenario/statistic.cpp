// Percentiles by bins: a single one needs no order of all the others.
#include "core/scenario/statistic.h"

#include "core/dist/elementary.h"
#include "core/scenario/binned_column.h"
#include "core/scenario/statistics.h"

#include <algorithm>
#include <array>
#include <vector>

namespace assay {
namespace {

constexpr std::array<std::string_view, 7> texts{"mean", "sd", "p5", "p25", "p50", "p75", "p95"};
constexpr std::array<double, 7> shares{0, 0, 0.05, 0.25, 0.5, 0.75, 0.95};

/// Quantile q; NaN when there is no sample.
double selected(std::span<const double> samples, double q) {
    const StatisticsWork work;
    const std::vector<BinnedColumn> binned = binColumns(std::span(&samples, 1), work);
    const auto count = static_cast<std::size_t>(binned.front().moments.count);
    if (count == 0)
        return elementary::notANumber;
    const Position position = positionOf(q, count);
    const Wanted wanted{{position.low, position.high}, {}};
    const std::vector<double> found = select(binned, std::span(&wanted, 1), work).front().values;
    return between(found[0], found[1], position.part);
}

} // namespace

std::string_view statisticText(Statistic statistic) { return texts[static_cast<std::size_t>(statistic)]; }

std::optional<Statistic> statisticFromText(std::string_view text) {
    const auto found = std::find(texts.begin(), texts.end(), text);
    if (found == texts.end())
        return std::nullopt;
    return static_cast<Statistic>(found - texts.begin());
}

double statisticOf(Statistic statistic, std::span<const double> samples, const Unit& unit) {
    if (statistic == Statistic::mean || statistic == Statistic::sd) {
        const Moments moments = momentsOf(samples);
        if (moments.count == 0)
            return elementary::notANumber;
        return fromBase(statistic == Statistic::mean ? moments.mean : moments.sd, unit);
    }
    return fromBase(selected(samples, shares[static_cast<std::size_t>(statistic)]), unit);
}

} // namespace assay

// Percentiles by selection: a single one needs no order of all the others.
#include "core/scenario/statistic.h"

#include "core/dist/elementary.h"
#include "core/scenario/statistics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace assay {
namespace {

constexpr std::array<std::string_view, 7> texts{"mean", "sd", "p5", "p25", "p50", "p75", "p95"};
constexpr std::array<double, 7> shares{0, 0, 0.05, 0.25, 0.5, 0.75, 0.95};

/// Quantile q by linear interpolation of order statistics.
double selected(std::vector<double> values, double q) {
    const auto index = static_cast<std::size_t>(std::floor(q * static_cast<double>(values.size() - 1)));
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(index);
    std::nth_element(values.begin(), at, values.end());
    const double low = *at;
    const double high = at + 1 == values.end() ? low : *std::min_element(at + 1, values.end());
    const double part = q * static_cast<double>(values.size() - 1) - static_cast<double>(index);
    return low + (high - low) * part;
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
    std::vector<double> kept;
    kept.reserve(samples.size());
    std::copy_if(samples.begin(), samples.end(), std::back_inserter(kept), [](double v) { return v == v; });
    if (kept.empty())
        return elementary::notANumber;
    return fromBase(selected(std::move(kept), shares[static_cast<std::size_t>(statistic)]), unit);
}

} // namespace assay

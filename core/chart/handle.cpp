// The outcome's scale: conditional means in bins of equal count, pooled until they go one way (Barlow et al. 1972,
// "Statistical Inference under Order Restrictions", pool-adjacent-violators).
#include "core/chart/handle.h"

#include <algorithm>
#include <cmath>

namespace assay {
namespace {

constexpr std::size_t scaleSamples = 16384; ///< the first of the run: sorted in about a millisecond
constexpr std::size_t scaleBins = 48;
constexpr std::size_t fewest = 8; ///< samples a bin

const InputSummary* inputOf(const Run& run, const VariableId& id) {
    const auto found =
        std::find_if(run.inputs.begin(), run.inputs.end(), [&](const InputSummary& input) { return input.id == id; });
    return found == run.inputs.end() || !found->samples ? nullptr : &*found;
}

/// Input (x) against outcome (y), by input.
std::vector<Point> pairsOf(const InputSummary& input, const OutputSummary& output) {
    std::vector<Point> pairs;
    const std::size_t count = std::min({input.samples->size(), output.samples->size(), scaleSamples});
    for (std::size_t i = 0; i < count; ++i) {
        const Point pair{(*input.samples)[i] / input.unitScale, (*output.samples)[i] / output.unitScale};
        if (std::isfinite(pair.x) && std::isfinite(pair.y))
            pairs.push_back(pair);
    }
    std::sort(pairs.begin(), pairs.end(), [](const Point& a, const Point& b) { return a.x < b.x; });
    return pairs;
}

struct Pool {
    double input = 0;
    double outcome = 0;
    double weight = 0;
};

std::vector<Pool> binned(const std::vector<Point>& pairs) {
    const std::size_t bins = std::min(scaleBins, pairs.size() / fewest);
    std::vector<Pool> pools;
    for (std::size_t bin = 0; bin < bins; ++bin) {
        Pool pool;
        const std::size_t end = (bin + 1) * pairs.size() / bins;
        for (std::size_t i = bin * pairs.size() / bins; i < end; ++i) {
            pool.input += pairs[i].x;
            pool.outcome += pairs[i].y;
            pool.weight += 1;
        }
        pools.push_back({pool.input / pool.weight, pool.outcome / pool.weight, pool.weight});
    }
    return pools;
}

Pool joined(const Pool& a, const Pool& b) {
    const double weight = a.weight + b.weight;
    return {(a.input * a.weight + b.input * b.weight) / weight, (a.outcome * a.weight + b.outcome * b.weight) / weight,
            weight};
}

/// Neighbours that go against `sign` become one.
std::vector<Pool> oneWay(const std::vector<Pool>& pools, double sign) {
    std::vector<Pool> kept;
    for (Pool pool : pools) {
        while (!kept.empty() && sign * (pool.outcome - kept.back().outcome) <= 0) {
            pool = joined(kept.back(), pool);
            kept.pop_back();
        }
        kept.push_back(pool);
    }
    return kept;
}

} // namespace

std::string handleText(const Handle& handle) {
    return handle.reading.empty() ? handle.name : handle.name + ": " + handle.reading;
}

std::vector<Point> outcomeScale(const Run& run, const VariableId& input, const VariableId& output) {
    const InputSummary* from = inputOf(run, input);
    const OutputSummary* to = findOutput(run, output);
    if (!from || !to || !to->samples)
        return {};
    const std::vector<Pool> pools = binned(pairsOf(*from, *to));
    if (pools.size() < 2)
        return {};
    const double sign = pools.back().outcome > pools.front().outcome ? 1 : -1;
    std::vector<Point> scale;
    for (const Pool& pool : oneWay(pools, sign))
        scale.push_back({pool.outcome, pool.input});
    if (scale.size() < 3) // one step at most: it does not follow
        return {};
    if (sign < 0)
        std::reverse(scale.begin(), scale.end());
    return scale;
}

double valueOn(const std::vector<Point>& table, double place) {
    const auto above = std::upper_bound(table.begin() + 1, table.end() - 1, place,
                                        [](double wanted, const Point& point) { return wanted < point.x; });
    const Point& a = *(above - 1);
    return a.y + (place - a.x) / (above->x - a.x) * (above->y - a.y);
}

std::vector<InputWish> wishesOf(const Handle& handle, const Point& place, const Run& run) {
    std::vector<InputWish> wishes;
    for (std::size_t i = 0; i < handle.levers.size(); ++i) {
        const Lever& lever = handle.levers[i];
        double value = (i == 0 && handle.along != Along::y ? place.x : place.y);
        if (!lever.outcome.empty()) {
            const std::vector<Point> scale = outcomeScale(run, lever.input, lever.outcome);
            if (scale.empty())
                return {};
            value = valueOn(scale, value);
        }
        wishes.push_back({lever.input, lever.probability, value * lever.scale});
    }
    return wishes;
}

} // namespace assay

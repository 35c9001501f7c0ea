// Edges from the fine bins: where the bins of a picture begin needs no exact percentile.
#include "core/scenario/histogram.h"

#include "core/dist/elementary.h"

#include <algorithm>

namespace assay {
namespace {

constexpr std::size_t bins = 60;

std::vector<double> evenEdges(double least, double low, double high, double most) {
    std::vector<double> edges{least};
    for (std::size_t i = 0; i <= bins - 2; ++i)
        edges.push_back(low + (high - low) * static_cast<double>(i) / static_cast<double>(bins - 2));
    edges.push_back(most);
    return edges;
}

std::vector<double> ratioEdges(double least, double most) {
    const double low = elementary::log(least), high = elementary::log(most);
    std::vector<double> edges{least};
    for (std::size_t i = 1; i < bins; ++i)
        edges.push_back(std::clamp(
            elementary::exp(low + (high - low) * static_cast<double>(i) / static_cast<double>(bins)), least, most));
    edges.push_back(most);
    return edges;
}

} // namespace

std::vector<double> histogramEdges(const BinnedColumn& column) {
    const Moments& moments = column.moments;
    if (moments.count == 0)
        return {};
    if (moments.least == moments.most)
        return {moments.least, moments.most};
    const bool wide = moments.least > 0 && roughQuantile(column, 0.95) > 100 * roughQuantile(column, 0.05);
    std::vector<double> edges =
        wide ? ratioEdges(moments.least, moments.most)
             : evenEdges(moments.least, roughQuantile(column, 0.005), roughQuantile(column, 0.995), moments.most);
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

} // namespace assay

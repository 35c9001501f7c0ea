// Ends of a search and the points between them.
#include "core/scenario/search_range.h"

#include "core/dist/distribution.h"

#include <cmath>
#include <numeric>

namespace assay {
namespace {

constexpr double lowShare = 0.001; // P0.1 .. P99.9 where the model gives no ends (engine: "Solve")

/// min or max of the model in base units, whatever chip it is bound to.
double endOf(const ModelInput& input, const std::string& text) {
    return std::get<Fixed>(readInput(text, input.unit)->distribution.shape).value;
}

} // namespace

Result<Search> searchOf(const ModelInput& input, const BoundInput& bound) {
    Search search;
    search.scale = input.scale;
    const bool hasShape = !bound.fixed && bound.samples == nullptr;
    if (input.min && input.max)
        search.range = {endOf(input, *input.min), endOf(input, *input.max)};
    else if (hasShape)
        search.range = {quantile(bound.distribution, lowShare), quantile(bound.distribution, 1 - lowShare)};
    else
        return Error(ErrorCode::rangeUnknown, input.id.value);
    if (!(search.range.low > 0))
        search.scale = Scale::linear;
    search.middle = bound.fixed ? *bound.fixed
                    : hasShape  ? quantile(bound.distribution, 0.5)
                                : std::midpoint(search.range.low, search.range.high);
    return search;
}

double pointOf(const Search& search, double part) {
    const auto [low, high] = search.range;
    if (part <= 0 || part >= 1)
        return part <= 0 ? low : high;
    return search.scale == Scale::log ? low * std::pow(high / low, part) : low + (high - low) * part;
}

} // namespace assay

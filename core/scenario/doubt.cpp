// Groups of equal count by the input's rank, the share of samples above in each.
#include "core/scenario/doubt.h"

#include "core/base/plain_arithmetic.h"
#include "core/scenario/order.h"

#include <algorithm>
#include <vector>

namespace assay {
namespace {

constexpr std::size_t firstSamples = std::size_t{1} << 15; // an index of an indicator is known to some 0.01 by then
constexpr std::size_t groups = 64;

struct Group {
    double count = 0;
    double above = 0;
};

} // namespace

double shareOfDoubt(const InputSummary& input, const OutputSummary& output, double threshold) {
    const PlainArithmetic plain;
    if (input.samples == nullptr || output.samples == nullptr)
        return 0;
    const std::size_t n = std::min({firstSamples, input.samples->size(), output.samples->size()});
    const std::vector<std::uint32_t> order = rankColumn(std::span(*input.samples).first(n)).order;
    std::vector<Group> table(groups);
    Group all;
    const double limit = threshold * output.unitScale;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const double value = (*output.samples)[order[i]];
        if (value != value)
            continue;
        Group& group = table[i * groups / order.size()];
        for (Group* each : {&group, &all}) {
            each->count += 1;
            each->above += value > limit ? 1 : 0;
        }
    }
    const double share = all.count > 0 ? all.above / all.count : 0;
    const double whole = all.count * share * (1 - share); // sum of squares of the indicator
    if (!(whole > 0))
        return 0;
    double between = 0, parts = 0;
    for (const Group& group : table) {
        const double miss = group.above - group.count * share;
        between += group.count > 0 ? miss * miss / group.count : 0;
        parts += group.count > 0 ? 1 : 0;
    }
    const double raw = between / whole;
    return all.count > parts ? std::clamp(1 - (1 - raw) * (all.count - 1) / (all.count - parts), 0.0, 1.0) : 0.0;
}

} // namespace assay

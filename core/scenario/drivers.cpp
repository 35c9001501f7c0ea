// Counts are kept for every 64th place in the output's order; the samples between are counted when asked for.
#include "core/scenario/drivers.h"

#include "core/scenario/condition.h"
#include "core/scenario/order.h"

#include <algorithm>
#include <cmath>

namespace assay {
namespace {

constexpr std::size_t firstSamples = std::size_t{1} << 13; // the first n of N samples equal the run with n
constexpr std::size_t stride = 64;
constexpr double leastFirstOrder = 0.005; // below it an index is the noise of its estimate
/// Kolmogorov's 5 % point: a difference of distributions below this over the root of the count is no movement.
constexpr double noMovement = 1.36;

std::span<const double> firstOf(std::span<const double> samples) {
    return samples.first(std::min(samples.size(), firstSamples));
}

VariableId strongestInput(const OutputSummary& output) {
    const auto strongest =
        std::max_element(output.sensitivity.begin(), output.sensitivity.end(),
                         [](const Sensitivity& a, const Sensitivity& b) { return a.firstOrder < b.firstOrder; });
    const bool is = strongest != output.sensitivity.end() && strongest->firstOrder >= leastFirstOrder;
    return is ? strongest->input : VariableId{};
}

} // namespace

InputBins inputBinsOf(std::span<const double> samples) {
    const Ranking ranking = rankColumn(firstOf(samples));
    InputBins bins;
    bins.ofSample.assign(ranking.ranks.size(), driverBins);
    for (std::size_t i = 0; i < bins.ofSample.size(); ++i)
        if (ranking.ranks[i] != 0) {
            const std::size_t bin = (ranking.ranks[i] - 1) * driverBins / (2 * ranking.order.size());
            bins.ofSample[i] = static_cast<std::uint8_t>(bin);
            bins.shares[bin] += 1 / static_cast<double>(ranking.order.size());
        }
    for (std::size_t bin = 1; bin < driverBins; ++bin)
        bins.shares[bin] += bins.shares[bin - 1];
    return bins;
}

Drivers::Drivers(const OutputSummary& output, std::vector<BinnedInput> inputs)
    : m_inputs(std::move(inputs)),
      m_counts(m_inputs.size()),
      m_strongest(strongestInput(output)) {
    const std::span<const double> values = firstOf(*output.samples);
    for (const std::uint32_t sample : rankColumn(values).order) {
        m_order.push_back(static_cast<std::uint16_t>(sample));
        m_ascending.push_back(values[sample]);
    }
    for (std::size_t i = 0; i < m_inputs.size(); ++i) {
        Counts counts{};
        for (std::size_t place = 0; place < m_order.size(); ++place) {
            if (place % stride == 0)
                m_counts[i].push_back(counts);
            ++counts[m_inputs[i].bins->ofSample[m_order[place]]];
        }
        m_counts[i].push_back(counts);
    }
}

VariableId Drivers::of(double low, double high) const {
    const auto first = std::lower_bound(m_ascending.begin(), m_ascending.end(), low);
    const auto last = std::upper_bound(first, m_ascending.end(), high);
    const auto count = static_cast<double>(last - first);
    if (count < leastEffectiveSamples)
        return m_strongest;
    const auto from = static_cast<std::size_t>(first - m_ascending.begin());
    const auto end = static_cast<std::size_t>(last - m_ascending.begin());
    VariableId driver = m_strongest;
    double most = noMovement / std::sqrt(count);
    for (std::size_t i = 0; i < m_inputs.size(); ++i)
        if (const double moved = movementOf(i, from, end); moved > most) {
            most = moved;
            driver = m_inputs[i].id;
        }
    return driver;
}

Drivers::Counts Drivers::countsBefore(std::size_t input, std::size_t place) const {
    Counts counts = m_counts[input][place / stride];
    for (std::size_t i = place / stride * stride; i < place; ++i)
        ++counts[m_inputs[input].bins->ofSample[m_order[i]]];
    return counts;
}

/// Greatest distance between the input's distribution under the claim and its own.
double Drivers::movementOf(std::size_t input, std::size_t from, std::size_t end) const {
    const Counts before = countsBefore(input, from), after = countsBefore(input, end);
    const double perSample = 1 / static_cast<double>(end - from);
    double most = 0, held = 0;
    for (std::size_t bin = 0; bin < driverBins; ++bin) {
        held += static_cast<double>(after[bin] - before[bin]);
        most = std::max(most, std::abs(m_inputs[input].bins->shares[bin] - held * perSample));
    }
    return most;
}

} // namespace assay

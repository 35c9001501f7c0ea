// Drivers: which input's distribution moves most when an output is assumed to lie in a set. The output's samples are
// put in order once, so that each question after that costs two searches and a few counts. (engine: "Scenarios side by
// side, consistency matrix")
#pragma once

#include "core/scenario/run.h"

#include <array>
#include <memory>
#include <span>
#include <vector>

namespace assay {

inline constexpr std::size_t driverBins = 32;

/// Which of 32 bins of equal count each of an input's first samples is in; one past the last for NaN.
struct InputBins {
    std::vector<std::uint8_t> ofSample;
    std::array<double, driverBins> shares{}; ///< of the samples, in this bin and those before it
};

InputBins inputBinsOf(std::span<const double> samples);

struct BinnedInput {
    VariableId id;
    std::shared_ptr<const InputBins> bins;
};

class Drivers {
public:
    /// The inputs' samples are of the same run as the output's, which must be there.
    Drivers(const OutputSummary& output, std::vector<BinnedInput> inputs);

    /// With the output in [low, high], base units; with too few such samples, or when no input moves, the one with the
    /// highest first-order index. Empty: none has any.
    VariableId of(double low, double high) const;

private:
    using Counts = std::array<std::uint16_t, driverBins + 1>;

    /// Samples of an input per bin among the first `place` ones in the output's order.
    Counts countsBefore(std::size_t input, std::size_t place) const;
    double movementOf(std::size_t input, std::size_t from, std::size_t end) const;

    std::vector<BinnedInput> m_inputs;
    std::vector<double> m_ascending;           ///< the output's first samples
    std::vector<std::uint16_t> m_order;        ///< which sample each of them is
    std::vector<std::vector<Counts>> m_counts; ///< per input: countsBefore every stride-th place
    VariableId m_strongest;
};

} // namespace assay

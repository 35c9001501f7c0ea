// Iso-line: all pairs of values of two inputs that give a statistic of an output the same target, everything else
// varying as it does. Knows no picture.
#pragma once

#include "core/scenario/simulate.h"
#include "core/scenario/statistic.h"

#include <array>
#include <string>
#include <vector>

namespace assay {

/// Samples behind each point of the grid: the first of the scenario's own. The statistic stands to some 1 % of its
/// spread; the line is read by eye.
inline constexpr std::uint64_t isoSamples = 4096;
inline constexpr int isoSteps = 32; ///< cells a side

struct IsoQuestion {
    std::array<VariableId, 2> inputs; ///< across, up
    VariableId output;
    Statistic statistic = Statistic::p50;
    double target = 0; ///< in the output's declared unit
};

struct IsoAxis {
    VariableId input;
    std::string title;
    std::string unit;
    ValueRange range; ///< declared unit
    Scale scale = Scale::linear;
    double now = 0; ///< the input's median
};

struct IsoLine {
    std::array<IsoAxis, 2> axes;
    std::string output; ///< its title
    std::string unit;
    Statistic statistic = Statistic::p50;
    double target = 0;
    double now = 0;                                         ///< the statistic with both inputs at their medians
    ValueRange reachable;                                   ///< over the grid, declared unit
    std::vector<std::vector<std::array<double, 2>>> pieces; ///< of the line, declared units; none: it is out of reach
};

/// Looks where solve looks. Errors: solve's, fieldValue (the same input twice).
Result<IsoLine> isoLine(const Model& model, const Scenario& scenario, const IsoQuestion& question,
                        const RunOptions& options, std::span<const RunPtr> upstream, const std::stop_token& stop = {});

} // namespace assay

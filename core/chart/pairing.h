// Two scenarios' samples of one result side by side: which outputs can be compared, which samples meet, and what their
// differences say. Draws nothing.
#pragma once

#include "core/chart/chart.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace assay {

/// One result in two scenarios, the same output in the same unit.
struct ComparedPair {
    const Run* a = nullptr;
    const Run* b = nullptr;
    const OutputSummary* ofA = nullptr;
    const OutputSummary* ofB = nullptr;
};

/// The scenario's result against that of context.against, or of the first other scenario that has it, of the same model
/// if there is one. The result: context.output, else the scenario's widest cost or first output, else the next that
/// somebody shares. None: nobody does.
std::optional<ComparedPair> comparedPair(const ChartContext& context, const ScenarioId& scenario);

/// Whether any of its results can be compared, whatever was chosen.
bool isComparable(const ChartContext& context, const Scenario& scenario);

/// The scenarios that it can be compared with, in the document's order.
std::vector<ScenarioId> comparableScenarios(const ChartContext& context, const Scenario& scenario);

struct Difference {
    OutputSummary summary;    ///< of A - B in A's unit; NaN where a sample of either is
    std::uint64_t pairs = 0;  ///< that gave a number
    std::uint64_t left = 0;   ///< that gave none
    std::uint64_t higher = 0; ///< pairs with A > B
    std::uint64_t equal = 0;
    bool isFixed = true;      ///< every pair differs by the same
    bool sharesDraws = false; ///< sample i met sample i; else one drawn by lot
};

/// Sample by sample: the same input has the same draws in scenarios of one model, and in those that take samples from
/// each other, so what they share cancels (engine: "Stream identity"). Streams of different models only happen to have
/// the same numbers: their samples meet by lot, as those of independent quantities.
Difference differenceOf(const ChartContext& context, const ComparedPair& pair);

} // namespace assay

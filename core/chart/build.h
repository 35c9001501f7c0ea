// What the builders of charts share: samples in declared units, densities, footers, ids. No chart of its own.
#pragma once

#include "core/chart/chart.h"
#include "core/chart/ticks.h"

#include <array>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace assay {

/// Shapes (densities, curves, hexagons) are drawn from the first 2^14 samples; every printed statistic from all.
constexpr std::size_t shapeSamples = 16384;

/// The first samples of an output in its declared unit, sorted; what could not be placed is counted.
struct ShapeSample {
    std::vector<double> sorted;
    std::size_t missing = 0; ///< NaN or infinite
};
std::shared_ptr<const ShapeSample> shapeSample(const OutputSummary& output); ///< never null

/// Quantile of sorted values by linear interpolation; NaN when there are none.
double sortedQuantile(std::span<const double> sorted, double probability);

/// Outline of a smoothed histogram: x ascending, y 0..1 with the peak at 1. Empty for fewer than 2 distinct values.
std::vector<Point> densityOutline(std::span<const double> sorted, const Range& range, AxisKind kind);

/// Log when all is positive and high is more than 20 times low, else linear. (charts: rule 6)
AxisKind axisKindFor(double low, double high);
Range niceRange(AxisKind kind, double low, double high);

/// The axis as it was while a hand moves something, when its kind is the same; else the axis given.
Axis heldX(const ChartContext& context, Axis axis);
Axis heldY(const ChartContext& context, Axis axis);

/// The quantiles of the scenario's input that a hand can move; none of one that is taken from another scenario or can't
/// be read.
std::vector<double> movableInput(const ChartContext& context, const Scenario& scenario, const VariableId& input);

/// Place of a row's label among the rows that hold still; one past the last when there are none or it is new.
std::size_t heldRow(const ChartContext& context, std::string_view shortLabel, std::string_view note);

/// Ways of counting a cost, from the narrowest scope to the widest. Parts of a cost (staff, energy) are not costs of
/// the run.
constexpr std::array<std::string_view, 3> costScopes{"rental_cost", "amortised_cost", "programme_cost"};

/// The output a picture of one scenario is about: the one chosen, else its widest cost, else its first.
const OutputSummary* primaryOutput(const ChartContext& context, const Run& run);

/// Axis::quantity of an output: the attribute that the codebook links it to, else its own id; all costs are one.
std::string quantityOf(const ChartContext& context, const VariableId& output);

const Scenario* scenarioOf(const ChartContext& context, const ScenarioId& id);
const Model* modelOf(const ChartContext& context, const Scenario& scenario);
const Run* runOf(const ChartContext& context, const ScenarioId& id);
const OutputSummary* outputOf(const Run& run, const std::function<bool(const OutputSummary&)>& fits);
SeriesLook scenarioLook(const ChartContext& context, const ScenarioId& id);
Ink scenarioInk(const ChartContext& context, const ScenarioId& id);

/// A name that runs from right to left, kept apart from the numbers beside it (Unicode annex 9, first strong isolate);
/// else the name itself.
std::string isolated(std::string name);

/// The title, or the id where the title is longer than a line of a heading.
std::string shortName(std::string_view title, std::string_view id);

/// The claims an input of the scenario stands on, or all of the scenario's.
std::vector<ClaimId> claimsBehind(const Scenario& scenario, const VariableId& input);
std::vector<ClaimId> claimsBehind(const Scenario& scenario);

/// "Sources: ...", "Claims: ...", "Model: ...", "seed 1", "n = 131,072", "Evidence as of ...", "2 claims not verified",
/// "Stale, ...".
std::vector<std::string> footerOf(const ChartContext& context, std::span<const Run* const> runs,
                                  std::vector<ClaimId> claims);

/// The claim's value, or the middle of its ends, as far as it has one.
std::optional<double> claimNumber(const Claim& claim);

/// First published date among the sources of the claim's mentions, else its as-of date; empty when unknown.
std::string claimDate(const ChartContext& context, const Claim& claim);

/// Who said it first, by the first mention's chain; the source's publisher when nobody is named.
std::string claimOrigin(const ChartContext& context, const Claim& claim);

/// " (DeepSeek)": claimOrigin behind a claim's value; empty when nobody is named or the name is longer than a label.
std::string speakerWords(const ChartContext& context, const Claim& claim);

/// The value of a claim as its words have it: "about $6M", "more than $500M", "$10M to $100M", "50K H100".
std::string claimText(const Claim& claim);

/// "3 samples gave no number."; empty for none. (charts: rule 7)
std::string flaggedNote(std::uint64_t flagged);

/// "131,072".
std::string groupedCount(std::uint64_t count);
std::string plural(std::size_t count, std::string_view one, std::string_view many);

} // namespace assay

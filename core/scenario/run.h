// Run: what a scenario's samples say. A function of (model, inputs, seed, count); never part of the document.
#pragma once

#include "core/base/hash.h"
#include "core/base/ids.h"
#include "core/base/memory.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace assay {

struct Histogram {
    std::vector<double> edges;         ///< counts.size() + 1, ascending
    std::vector<std::uint64_t> counts; ///< sums to the number of unflagged samples
    bool operator==(const Histogram&) const = default;
};

/// What one input does to one output, from the same sample.
struct Sensitivity {
    VariableId input;
    double rankCorrelation = 0; ///< Spearman
    double firstOrder = 0;      ///< first-order index by conditional means in bins, 0..1
    double low = 0;             ///< conditional mean of the output with the input at its P5 / P95 (declared unit)
    double high = 0;
    double inputLow = 0; ///< the input's P5 / P95 (declared unit)
    double inputHigh = 0;
    bool operator==(const Sensitivity&) const = default;
};

/// Standard errors by 8 independent scrambles; all 0 when they were not asked for.
struct StandardErrors {
    double mean = 0, p5 = 0, p50 = 0, p95 = 0;
    bool operator==(const StandardErrors&) const = default;
};

struct ValueRange {
    double low = 0;
    double high = 0;
    bool operator==(const ValueRange&) const = default;
};

/// What an input without a shape does to one output: the output's median with the input at its ends, the other
/// intervals at their middle.
struct IntervalEffect {
    VariableId input;
    ValueRange ends;    ///< of the input, its declared unit
    ValueRange medians; ///< with the input at its low end, at its high end
    bool operator==(const IntervalEffect&) const = default;
};

/// An output under interval inputs: no distribution, but all those between two. Declared unit of the output.
struct Band {
    ValueRange mean, sd, p5, p25, p50, p75, p95;
    std::vector<double> lowest;  ///< least quantiles at (i + 0.5) / size: the upper bound of the CDF
    std::vector<double> highest; ///< greatest quantiles: the lower bound of the CDF
    bool isExact = false; ///< the formulas are monotone in every interval; else the bounds are those of sampled points
    std::vector<IntervalEffect> effects; ///< one per interval input, in the model's order
    bool operator==(const Band&) const = default;
};

/// Memory that is not cleared first: whoever makes a column writes every sample, and clearing costs as much as that.
struct Uncleared : std::allocator<double> {
    template <class Other>
    struct rebind {
        using other = Uncleared;
    };
    static double* allocate(std::size_t count) { return static_cast<double*>(newBlock(count * sizeof(double))); }
    static void deallocate(double* block, std::size_t count) { freeBlock(block, count * sizeof(double)); }
    static void construct(double* place) { ::new (static_cast<void*>(place)) double; }
    static void construct(double* place, double value) { ::new (static_cast<void*>(place)) double(value); }
};

using Samples = std::vector<double, Uncleared>;
using Column = std::shared_ptr<const Samples>; ///< one value a sample, in base units

/// One output's statistics, all in its declared unit. Percentiles: linear interpolation of order statistics.
struct OutputSummary {
    VariableId id;
    std::string title;
    std::string unit;     ///< declared unit with the chip bound ("H800*h")
    double unitScale = 1; ///< declared value = base value / unitScale
    double mean = 0, sd = 0, p5 = 0, p25 = 0, p50 = 0, p75 = 0, p95 = 0;
    StandardErrors standardErrors;
    Histogram histogram;
    std::vector<Sensitivity> sensitivity; ///< one per uncertain input, in the model's order
    std::optional<Band> band;             ///< with interval inputs; all else is the run with these at their middle
    Column samples;                       ///< base units; NaN where the sample was flagged
    ContentKey samplesKey;                ///< of all that the samples are made from
    std::uint64_t flagged = 0;
};

struct InputSummary {
    VariableId id;
    std::string title;
    std::string unit;
    double unitScale = 1;
    double p5 = 0, p50 = 0, p95 = 0; ///< declared unit
    bool fixed = false;
    std::optional<ValueRange> interval; ///< its ends, of an input without a shape; fixed at the middle
    Column samples;                     ///< base units; null when fixed
    ContentKey samplesKey;              ///< of all that the samples are made from
    /// Exact ranks of the first samples (order.h, "Ranks"), kept for the next run; null when they were not asked for.
    std::shared_ptr<const std::vector<std::uint32_t>> ranks;
};

struct Warning {
    std::string code; ///< "flagged", "unbound-chip", ...
    std::vector<std::string> details;
    bool operator==(const Warning&) const = default;
};

struct Run {
    ScenarioId scenario;
    ModelId model;
    std::uint64_t seed = 1;
    std::uint64_t samples = 0;
    std::string chip; ///< the chip that GPU stands for; empty = unbound
    std::vector<InputSummary> inputs;
    std::vector<OutputSummary> outputs; ///< in the model's `outputs` order
    std::vector<Warning> warnings;
};

using RunPtr = std::shared_ptr<const Run>;

const OutputSummary* findOutput(const Run& run, const VariableId& id);

} // namespace assay

// Samples -> summaries of a Run, in declared units: `summarise`, and what it is made of.
#pragma once

#include "core/scenario/histogram.h"
#include "core/scenario/run.h"
#include "core/scenario/samples.h"
#include "core/scenario/sensitivity.h"
#include "core/scenario/simulate.h"

namespace assay {

class KnownColumns;

inline constexpr std::size_t exactlyRanked = std::size_t{1} << 20; ///< exact ranks rest on that many samples at most

struct Summaries {
    std::vector<InputSummary> inputs;   ///< in the model's order
    std::vector<OutputSummary> outputs; ///< in the model's `outputs` order
};

/// All statistics but the standard errors: the same bits on any number of threads. Percentiles are exact order
/// statistics whatever the ranks. Exact ranks rest on the first 2^20 samples at most. What is known of an
/// input's samples is taken as it is. Unfinished when stop is requested.
Summaries summarise(const Model& model, const Prepared& prepared, const SampleSet& set, const DrawOptions& drawn,
                    RankMethod ranks, const KnownColumns& known, const std::stop_token& stop);

/// What a column's percentiles and histogram need: two samples a percentile, and the inner edges.
Wanted wantedOfOutput(const BinnedColumn& column);
Wanted wantedOfInput(const BinnedColumn& column);

/// selected: the answer to wantedOfOutput. Without sensitivities.
OutputSummary outputSummary(const Formula& formula, const std::string& chip, const Column& samples,
                            const BinnedColumn& column, const OrderStatistics& selected);

/// Without percentiles, unless the input is fixed.
InputSummary inputSummary(const ModelInput& input, const BoundInput& bound, const Column& samples);

/// selected: the answer to wantedOfInput for n samples.
InputSummary withQuantiles(InputSummary summary, const OrderStatistics& selected, std::size_t n);

/// That answer from a whole column's order.
OrderStatistics selectFromOrder(std::span<const double> values, const Order& order);

/// input with its percentiles.
Sensitivity sensitivityOf(const InputSummary& input, const OutputSummary& output, const Influence& influence);

} // namespace assay

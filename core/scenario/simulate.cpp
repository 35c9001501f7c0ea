// From a model and a scenario to a Run: bind, draw, summarise. Every step looks at the stop token.
#include "core/scenario/simulate.h"

#include "core/base/hash.h"
#include "core/base/plain_arithmetic.h"
#include "core/scenario/bands.h"
#include "core/scenario/column_keys.h"
#include "core/scenario/linked.h"
#include "core/scenario/memory_need.h"
#include "core/scenario/samples.h"
#include "core/scenario/standard_errors.h"
#include "core/scenario/summary.h"
#include "core/scenario/traps.h"
#include "core/units/read_quantity.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace assay {
namespace {

static_assert(std::endian::native == std::endian::little, "digests are over little-endian doubles");

using Parts = std::vector<std::span<const std::byte>>;

Parts digestParts(Parts parts, const Run& run) {
    for (const OutputSummary& output : run.outputs)
        parts.push_back(std::as_bytes(std::span(*output.samples)));
    return parts;
}

void addWarnings(Run& run, const Model& model, const Correlated& correlated) {
    if (const std::optional<RankChange>& change = correlated.copula.largestChange)
        run.warnings.push_back({"correlations-changed",
                                {model.inputs[correlated.inputs[change->first]].id.value,
                                 model.inputs[correlated.inputs[change->second]].id.value, writeNumber(change->asked),
                                 writeNumber(roundToDigits(change->used, 3))}});
    for (const OutputSummary& output : run.outputs)
        if (output.flagged > 0)
            run.warnings.push_back(
                {"flagged", {output.id.value, std::to_string(output.flagged), std::to_string(run.samples)}});
}

/// Errors that are not known are NaN.
void setErrors(Run& run, const Prepared& prepared, std::span<const Column> linked, const DrawOptions& draw,
               const std::stop_token& stop) {
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    std::vector<StandardErrors> errors(run.outputs.size(), StandardErrors{unknown, unknown, unknown, unknown});
    if (areErrorsKnown(linked))
        errors = standardErrors(run.outputs, prepared, linked, draw, stop);
    else
        run.warnings.push_back({"errors-linked", {}});
    for (std::size_t i = 0; i < run.outputs.size() && !stop.stop_requested(); ++i)
        run.outputs[i].standardErrors = errors[i];
}

} // namespace

Result<Run> simulate(const Model& model, const Scenario& scenario, const RunOptions& options,
                     std::span<const RunPtr> upstream, const std::stop_token& stop) {
    const PlainArithmetic plain;
    Result<Prepared> prepared = prepare(model, scenario, upstream, stop, options.progress);
    if (!prepared)
        return prepared.error();
    const Result<std::vector<Column>> linked = linkedColumns(prepared->binding, scenario.id, options.samples);
    if (!linked)
        return linked.error();
    const Result<std::vector<std::size_t>> intervals = intervalInputs(prepared->binding, scenario.id);
    if (!intervals)
        return intervals.error();
    if (const Result<> fits = checkMemory(*prepared, scenario.id, options); !fits)
        return fits.error();
    const DrawOptions draw{options.seed,    options.samples,        options.sampler, 0,
                           options.threads, options.instructionSet, options.progress};
    const KnownColumns known(options.previous);
    const SampleSet set = drawSamples(*prepared, *linked, draw, known, stop);
    Run run;
    run.scenario = scenario.id;
    run.model = model.id;
    run.seed = options.seed;
    run.samples = options.samples;
    run.chip = prepared->binding.chip;
    if (!stop.stop_requested()) {
        Summaries summaries = summarise(model, *prepared, set, draw, options.ranks, known, stop);
        run.inputs = std::move(summaries.inputs);
        run.outputs = std::move(summaries.outputs);
    }
    if (!stop.stop_requested())
        addBands(run, *prepared, set.inputs, *intervals, options.threads, stop);
    if (options.errors == Errors::byScrambles && !stop.stop_requested())
        setErrors(run, *prepared, *linked, draw, stop);
    if (stop.stop_requested())
        return Error(ErrorCode::cancelled, scenario.id.value);
    for (std::size_t i = 0; i < run.inputs.size(); ++i)
        run.inputs[i].samplesKey = set.inputKeys[i];
    for (std::size_t i = 0; i < run.outputs.size(); ++i)
        run.outputs[i].samplesKey = set.outputKeys[i];
    addWarnings(run, model, prepared->correlated);
    for (std::vector<Warning> traps :
         {impossibleOutputs(run), inputTraps(model, prepared->compiled, scenario, prepared->binding, options.catalogs)})
        run.warnings.insert(run.warnings.end(), traps.begin(), traps.end());
    return run;
}

Result<Run> simulate(const Model& model, const Scenario& scenario, const RunOptions& options,
                     const std::stop_token& stop) {
    return simulate(model, scenario, options, std::span<const RunPtr>(), stop);
}

std::string digestOf(const Run& run) { return xxh3HexOfParts(digestParts({}, run)); }

std::string digestOf(std::span<const RunPtr> runs) {
    Parts parts;
    for (const RunPtr& run : runs)
        parts = digestParts(std::move(parts), *run);
    return xxh3HexOfParts(parts);
}

AboveCount countAbove(const OutputSummary& output, double threshold) {
    AboveCount count;
    const Result<Unit> unit = parseUnit(output.unit);
    if (!output.samples || !unit)
        return count;
    for (const double sample : *output.samples) {
        const bool isNumber = std::isfinite(sample);
        count.counted += isNumber ? 1 : 0;
        count.above += isNumber && fromBase(sample, *unit) > threshold ? 1 : 0;
    }
    return count;
}

double shareOf(const AboveCount& count) {
    return count.counted == 0 ? 0 : static_cast<double>(count.above) / static_cast<double>(count.counted);
}

double exceedance(const OutputSummary& output, double threshold) { return shareOf(countAbove(output, threshold)); }

} // namespace assay

// A replay goes through the drawing of samples with every input as a column that is there already.
#include "core/scenario/replay.h"

#include "core/scenario/linked.h"
#include "core/scenario/memory_need.h"

#include <algorithm>

namespace assay {

Result<Replay> makeReplay(Prepared prepared, const Model& model, const ScenarioId& scenario, const RunOptions& options,
                          std::span<const std::size_t> held, const std::stop_token& stop, Replicate replicate) {
    for (const std::size_t i : held) {
        prepared.binding.inputs[i].fixed = 0; // until a question gives its value
        prepared.binding.inputs[i].samples = nullptr;
        prepared.tables[i] = nullptr;
    }
    prepared.correlated = correlatedInputs(model, drawnInputs(prepared.binding));
    const Result<std::vector<Column>> linked = linkedColumns(prepared.binding, scenario, options.samples);
    if (!linked)
        return linked.error();
    if (const Result<> fits = checkMemory(prepared, scenario, options); !fits)
        return fits.error();
    prepared.compiled.outputs.clear(); // formulas come with the first question
    prepared.program = makeProgram(prepared.compiled, fixedValues(prepared.binding));
    SampleSet set = drawSamples(prepared, *linked,
                                DrawOptions{options.seed, options.samples, options.sampler, replicate, options.threads,
                                            options.instructionSet, options.progress},
                                stop);
    if (stop.stop_requested())
        return Error(ErrorCode::cancelled, scenario.value);
    prepared.tables.assign(prepared.tables.size(), nullptr);
    prepared.correlated = Correlated{};
    return Replay{std::move(prepared), std::move(set.inputs), options.samples, options.threads, options.instructionSet};
}

std::vector<Column> replayed(const Replay& replay, std::span<const Held> held, std::span<const std::size_t> formulas,
                             const std::stop_token& stop) {
    Prepared prepared = replay.prepared;
    std::vector<Column> inputs = replay.inputs;
    std::vector<std::optional<double>> fixed = fixedValues(prepared.binding);
    for (const Held& one : held) {
        fixed[one.input] = one.value;
        inputs[one.input] = nullptr;
    }
    prepared.compiled.outputs.assign(formulas.begin(), formulas.end());
    prepared.program = makeProgram(prepared.compiled, fixed);
    DrawOptions options;
    options.samples = replay.samples;
    options.threads = replay.threads;
    options.instructionSet = replay.instructionSet;
    return drawSamples(prepared, inputs, options, stop).outputs;
}

} // namespace assay

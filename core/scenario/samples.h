// Drawing: a model bound to a scenario -> columns of samples, block by block, on any number of threads with one result.
#pragma once

#include "core/dist/copula.h"
#include "core/dist/instruction_set.h"
#include "core/dist/quantile_table.h"
#include "core/dist/uniforms.h"
#include "core/scenario/bind.h"
#include "core/scenario/parallel.h"
#include "core/scenario/program.h"

#include <stop_token>

namespace assay {

/// Inputs under a model's correlations, by stream, and their copula.
struct Correlated {
    std::vector<std::size_t> inputs;
    Copula copula;
};

/// Everything that does not depend on seed and count.
struct Prepared {
    CompiledModel compiled;
    Binding binding;
    Program program;
    std::vector<int> streams;                                 ///< per input
    std::vector<std::shared_ptr<const QuantileTable>> tables; ///< per input; null: fixed or another scenario's output
    Correlated correlated;
};

/// Errors: compileModel's, bindInputs', modelInvalid (streams, correlations), cancelled.
Result<Prepared> prepare(const Model& model, const Scenario& scenario, std::span<const RunPtr> upstream,
                         const std::stop_token& stop = {}, const Progress& progress = {});

/// `drawn`: per input whether its samples are drawn here; the others stay out.
Correlated correlatedInputs(const Model& model, const std::vector<bool>& drawn);

/// Per input its fixed value, if it has one: what makeProgram takes.
std::vector<std::optional<double>> fixedValues(const Binding& binding);

/// Per input: neither fixed nor another scenario's output.
std::vector<bool> drawnInputs(const Binding& binding);

struct DrawOptions {
    std::uint64_t seed = 1;
    std::uint64_t samples = 1;
    SamplerKind sampler = SamplerKind::sobol;
    std::uint32_t replicate = 0;
    int threads = 0;
    InstructionSet instructionSet = bestInstructionSet(); ///< a supported one; all give the same bits
    Progress progress = {};
};

struct SampleSet {
    std::vector<Column> inputs;         ///< per input; null when fixed
    std::vector<Column> outputs;        ///< in the model's `outputs` order; NaN where not finite
    std::vector<ContentKey> inputKeys;  ///< per input; no key when fixed
    std::vector<ContentKey> outputKeys; ///< per output
};

class KnownColumns;

/// linked: per input the column of another scenario's output, or null. Columns are base units. A column that is known
/// is taken as it is, and only what the others need is computed. What is not finished when stop is requested holds
/// anything: ask the token before using it.
SampleSet drawSamples(const Prepared& prepared, std::span<const Column> linked, const DrawOptions& options,
                      const KnownColumns& known, const std::stop_token& stop);
SampleSet drawSamples(const Prepared& prepared, std::span<const Column> linked, const DrawOptions& options,
                      const std::stop_token& stop);

} // namespace assay

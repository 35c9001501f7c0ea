// simulate: (model, scenario, seed, count) -> Run. The same bits on every machine, compiler and thread count.
#pragma once

#include "core/base/result.h"
#include "core/catalog/catalogs.h"
#include "core/dist/instruction_set.h"
#include "core/dist/uniforms.h"
#include "core/scenario/model.h"
#include "core/scenario/parallel.h"
#include "core/scenario/run.h"
#include "core/scenario/scenario.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace assay {

/// Goes up by one whenever the same inputs give other samples: it stands beside every digest.
inline constexpr int engineVersion = 2;

inline constexpr std::uint64_t mostSamples = std::uint64_t{1} << 26;

enum class RankMethod { binned, exact };
enum class Errors { skip, byScrambles };

struct RunOptions {
    std::uint64_t seed = 1;
    std::uint64_t samples = 131072; ///< 1 .. 2^26
    SamplerKind sampler = SamplerKind::sobol;
    RankMethod ranks = RankMethod::exact;
    Errors errors = Errors::skip;                         ///< standard errors cost 8 runs
    int threads = 0;                                      ///< 0 = as many as there are cores
    InstructionSet instructionSet = bestInstructionSet(); ///< a supported one; all give the same bits
    std::vector<RunPtr> previous; ///< runs whose columns may be used again: what no edit reached is not drawn anew
    std::uint64_t memory = 0;     ///< bytes it may take; 0 = what the machine has to give
    Progress progress = {};
    Catalogs catalogs = {}; ///< what the warnings look at; no number depends on it
};

/// Checks a model: units of every formula, cycles, names, default texts. Errors: formula*, modelInvalid, unit*, input*.
Result<> checkModel(const Model& model);

/// Runs a scenario of the model. An input whose basis is another scenario's output takes its samples from that
/// scenario's run in `upstream`, sample by sample. Errors: those of checkModel and readInput, inputUnit, inputUnknown,
/// chipsMixed, sampleCount, samplesNeedMemory, idUnknown (a scenario missing in upstream), outputUnknown, cancelled.
Result<Run> simulate(const Model& model, const Scenario& scenario, const RunOptions& options,
                     std::span<const RunPtr> upstream, const std::stop_token& stop = {});
Result<Run> simulate(const Model& model, const Scenario& scenario, const RunOptions& options,
                     const std::stop_token& stop = {});

/// Digest over a run's output samples, and over several runs' in order (command-line contract, "digest").
std::string digestOf(const Run& run);
std::string digestOf(std::span<const RunPtr> runs);

/// How many unflagged samples there are, and how many of them lie above a threshold.
struct AboveCount {
    std::uint64_t above = 0;
    std::uint64_t counted = 0;
};
AboveCount countAbove(const OutputSummary& output, double threshold); ///< in the declared unit; 0 of 0 if unreadable
double shareOf(const AboveCount& count);                              ///< 0 when all are flagged
double exceedance(const OutputSummary& output, double threshold);     ///< the share

} // namespace assay

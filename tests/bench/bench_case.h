// What is measured: a reference model, how many samples, on how many threads, by which ranks; and its name.
#pragma once

#include "core/scenario/simulate.h"

#include <string>
#include <vector>

namespace assay::bench {

enum class Change { fromScratch, oneInput };

struct Case {
    std::string model; ///< "M1", "M2"
    std::uint64_t samples = 0;
    int threads = 1;
    RankMethod ranks = RankMethod::binned;
    Change change = Change::fromScratch;
    InstructionSet instructionSet = bestInstructionSet();
};

/// Parts of a run measured by themselves, on one thread.
enum class Floor { uniforms, uniformsAndTables, exponential, reading };

inline const std::vector<std::string> modelNames = {"M1", "M2"};
inline const std::vector<std::uint64_t> sampleCounts = {100000, 1000000};

std::vector<Case> allCases();
std::string nameOf(const Case& one);
std::string nameOf(const std::string& model, std::uint64_t samples, Floor floor);

/// M1, M2; R1 of 12 inputs and 40 formulas, R2 of 60 and 2,000.
const Model& modelOf(const std::string& name);

/// One run with every statistic but the standard errors, which may use columns of previous ones. Error: simulate's.
Result<Run> runOnce(const Case& one, int pass, const std::vector<RunPtr>& previous = {});

/// Registers all cases and floors with Google Benchmark.
void registerCases();
void registerFloors();

} // namespace assay::bench

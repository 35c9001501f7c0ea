// The two reference models: sampling, formulas and every statistic but the standard errors.
#include "tests/bench/bench_case.h"
#include "tests/bench/reference_models.h"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <map>

namespace assay::bench {
namespace {

constexpr int repetitions = 7; ///< the least of them counts: other programs only ever add

double least(const std::vector<double>& times) { return *std::min_element(times.begin(), times.end()); }

void measure(benchmark::State& state, const Case& one) {
    int pass = 0;
    std::vector<RunPtr> previous; // only where one input changed: else all is drawn
    const auto runAgain = [&] {
        Result<Run> run = runOnce(one, ++pass, previous);
        if (!run)
            return false;
        benchmark::DoNotOptimize(run->outputs.data());
        if (one.change == Change::oneInput)
            previous = {std::make_shared<const Run>(std::move(*run))};
        return true;
    };
    bool runs = one.change == Change::fromScratch || runAgain(); // what it changes from is not measured
    for (auto again : state)
        runs = runs && runAgain();
    if (!runs)
        state.SkipWithError("the model does not run");
}

} // namespace

std::vector<Case> allCases() {
    std::vector<Case> cases;
    for (const std::string& model : modelNames)
        for (const std::uint64_t samples : sampleCounts)
            for (const RankMethod ranks : {RankMethod::binned, RankMethod::exact})
                for (const Change change : {Change::fromScratch, Change::oneInput})
                    for (const int threads : {1, 2})
                        cases.push_back({model, samples, threads, ranks, change});
    return cases;
}

std::string nameOf(const Case& one) {
    return one.model + "/" + std::to_string(one.samples) + "/" + (one.ranks == RankMethod::binned ? "binned" : "exact")
           + "/" + (one.change == Change::fromScratch ? "scratch" : "changed") + "/" + std::to_string(one.threads);
}

const Model& modelOf(const std::string& name) {
    static const std::map<std::string, Model> models = {{"M1", trainingCost()},
                                                        {"M2", singapore()},
                                                        {"R1", modelOfSize("r1", 12, 40, 5)},
                                                        {"R2", modelOfSize("r2", 60, 2000, 5)}};
    return models.at(name);
}

Result<Run> runOnce(const Case& one, int pass, const std::vector<RunPtr>& previous) {
    const Model& model = modelOf(one.model);
    Scenario scenario;
    scenario.id = ScenarioId{"bench"};
    scenario.model = model.id;
    if (one.change == Change::oneInput) // the first input's upper end moves at each pass
        scenario.inputs.push_back(
            ScenarioInput{model.inputs[0].id, "lognormal(30e9, " + std::to_string(40 + pass % 1000) + "e9)", Basis{}});
    RunOptions options;
    options.samples = one.samples;
    options.threads = one.threads;
    options.ranks = one.ranks;
    options.instructionSet = one.instructionSet;
    options.previous = previous;
    return simulate(model, scenario, options);
}

void registerCases() {
    for (const Case& one : allCases())
        benchmark::RegisterBenchmark(nameOf(one).c_str(), [one](benchmark::State& state) { measure(state, one); })
            ->Unit(benchmark::kMillisecond)
            ->MeasureProcessCPUTime()
            ->UseRealTime()
            ->MinTime(0.04)
            ->Repetitions(repetitions)
            ->ReportAggregatesOnly(true)
            ->ComputeStatistics("least", least);
}

} // namespace assay::bench

// The two reference models from scratch, with every statistic but the standard errors.
#include "core/scenario/simulate.h"
#include "tests/bench/reference_models.h"

#include <benchmark/benchmark.h>

namespace assay::bench {
namespace {

void runModel(benchmark::State& state, const Model& model) {
    Scenario scenario;
    scenario.id = ScenarioId{"s"};
    scenario.model = model.id;
    RunOptions options;
    options.samples = static_cast<std::uint64_t>(state.range(0));
    options.threads = static_cast<int>(state.range(1));
    options.ranks = RankMethod::binned;
    for (auto pass : state) {
        const Result<Run> run = simulate(model, scenario, options);
        if (!run)
            return state.SkipWithError("the model does not run");
        benchmark::DoNotOptimize(run->outputs.data());
    }
}

void trainingCostModel(benchmark::State& state) { runModel(state, trainingCost()); }
void singaporeModel(benchmark::State& state) { runModel(state, singapore()); }

BENCHMARK(trainingCostModel)
    ->Args({100000, 1})
    ->Args({100000, 2})
    ->Args({1000000, 2})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(singaporeModel)
    ->Args({100000, 1})
    ->Args({100000, 2})
    ->Args({1000000, 2})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

} // namespace
} // namespace assay::bench

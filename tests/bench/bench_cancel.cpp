// How soon a run answers when it is asked to stop: asked at 40 moments spread over a whole run, the longest wait
// counts. By that many samples, and by the loops of each instruction set the whole run.
#include "tests/bench/bench_case.h"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <chrono>
#include <thread>

namespace assay::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int moments = 40;

double seconds(Clock::duration time) { return std::chrono::duration<double>(time).count(); }

Result<Run> runUntil(std::uint64_t samples, const std::stop_token& stop) {
    const Model& model = modelOf("M1");
    Scenario scenario;
    scenario.id = ScenarioId{"bench"};
    scenario.model = model.id;
    RunOptions options;
    options.samples = samples;
    return simulate(model, scenario, options, stop);
}

/// Seconds from the request, made `after` seconds from the beginning, to the answer; 0 when the run was done before.
double waitAfter(std::uint64_t samples, double after) {
    std::stop_source source;
    Clock::time_point asked;
    std::jthread asking([&] {
        std::this_thread::sleep_for(std::chrono::duration<double>(after));
        asked = Clock::now();
        source.request_stop();
    });
    const Result<Run> run = runUntil(samples, source.get_token());
    const Clock::time_point answered = Clock::now();
    asking.join();
    return run ? 0 : seconds(answered - asked);
}

void cancelling(benchmark::State& state) {
    const auto samples = static_cast<std::uint64_t>(state.range(0));
    const Clock::time_point begin = Clock::now();
    benchmark::DoNotOptimize(runUntil(samples, {}).value().samples);
    const double whole = seconds(Clock::now() - begin);
    for (auto again : state) {
        double longest = 0;
        for (int i = 0; i < moments; ++i)
            longest = std::max(longest, waitAfter(samples, whole * i / moments));
        state.SetIterationTime(longest);
    }
}

void byInstructionSet(benchmark::State& state) {
    const auto set = static_cast<InstructionSet>(state.range(0));
    if (!isSupported(set))
        return state.SkipWithError("this processor has not got it");
    Case one{"M1", 1000000, 1, RankMethod::binned, Change::fromScratch};
    one.instructionSet = set;
    for (auto again : state)
        benchmark::DoNotOptimize(runOnce(one, 1).value().samples);
    state.SetLabel(std::string(instructionSetName(set)));
}

BENCHMARK(cancelling)
    ->Name("M1, longest wait for a cancelled run, exact ranks")
    ->Arg(131072)
    ->Arg(1048576)
    ->Arg(4194304)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond)
    ->UseManualTime();
BENCHMARK(byInstructionSet)
    ->Name("M1, 1000000 samples, binned ranks, by instruction set")
    ->DenseRange(0, 2)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

} // namespace
} // namespace assay::bench

// What is asked of runs: solve, given, the matrix of claims, many scenarios side by side; and a big model's run.
#include "core/dist/distribution.h"
#include "core/document/leave_out.h"
#include "core/scenario/condition.h"
#include "core/scenario/consistency.h"
#include "core/scenario/run_in_order.h"
#include "core/scenario/solve.h"
#include "tests/bench/bench_case.h"
#include "tests/bench/reference_models.h"

#include <benchmark/benchmark.h>

namespace assay::bench {
namespace {

constexpr std::uint64_t restSamples = 131072;

RunOptions optionsFor(std::uint64_t samples) {
    RunOptions options;
    options.samples = samples;
    return options;
}

Scenario scenarioOf(const std::string& id, const Model& model) {
    Scenario scenario;
    scenario.id = ScenarioId{id};
    scenario.model = model.id;
    return scenario;
}

/// Every scenario moves one input of the 12.
std::vector<Scenario> manyScenarios(const Model& model, std::size_t count) {
    std::vector<Scenario> scenarios;
    for (std::size_t i = 0; i < count; ++i) {
        Scenario scenario = scenarioOf("s" + std::to_string(i), model);
        const std::string low = std::to_string(1 + static_cast<double>(i) / 100);
        scenario.inputs.push_back({model.inputs[i % model.inputs.size()].id, low + " to 4", Basis{}});
        scenarios.push_back(std::move(scenario));
    }
    return scenarios;
}

std::vector<RunPtr> runsOf(const Model& model, const std::vector<Scenario>& scenarios, std::uint64_t samples) {
    std::vector<Runnable> all;
    for (const Scenario& scenario : scenarios)
        all.push_back({&model, &scenario, samples});
    std::vector<RunPtr> runs;
    for (Result<RunPtr>& run : runInOrder(all, optionsFor(samples), OnError::end))
        runs.push_back(run.value());
    return runs;
}

void bigModel(benchmark::State& state) {
    RunOptions options = optionsFor(restSamples);
    options.threads = static_cast<int>(state.range(0));
    const Model& model = modelOf("R2");
    for (auto again : state)
        benchmark::DoNotOptimize(simulate(model, scenarioOf("big", model), options).value().outputs.data());
}

void scenariosSideBySide(benchmark::State& state) {
    const Model& model = modelOf("R1");
    const std::vector<Scenario> scenarios = manyScenarios(model, 64);
    for (auto again : state)
        benchmark::DoNotOptimize(runsOf(model, scenarios, 16384).data());
}

void solving(benchmark::State& state) {
    const Model& model = modelOf("M1");
    const SolveQuestion question{VariableId{"price"}, VariableId{"rental"}, Statistic::p50, 5.6e6};
    for (auto again : state)
        benchmark::DoNotOptimize(
            solve(model, scenarioOf("solve", model), question, optionsFor(restSamples), {}).value().value);
}

void conditioning(benchmark::State& state) {
    const Model& model = modelOf("M1");
    const Run run = simulate(model, scenarioOf("given", model), optionsFor(restSamples)).value();
    for (auto again : state)
        benchmark::DoNotOptimize(condition(run, VariableId{"rental"}, "4e6 to 7e6").value().effectiveSamples);
}

void matrixOfClaims(benchmark::State& state) {
    const Model& model = modelOf("R1");
    Rows<Scenario> scenarios;
    const std::vector<Scenario> many = manyScenarios(model, 64);
    for (const Scenario& scenario : many)
        scenarios.push_back(Row(scenario));
    const std::vector<RunPtr> runs = runsOf(model, many, 16384);
    Attribute attribute;
    attribute.id = AttributeId{"last"};
    attribute.title = "The last output";
    attribute.unit = "1";
    attribute.outputs = {OutputLink{model.outputs.back(), {}, {}}};
    const OutputSummary& output = runs.front()->outputs.back();
    Rows<Claim> claims;
    for (int i = 0; i < 500; ++i) {
        Claim claim;
        claim.id = ClaimId{"c" + std::to_string(i)};
        claim.attribute = attribute.id;
        Quantity range;
        range.unit = "1";
        range.bound = Bound::range;
        range.low = output.p5 + (output.p95 - output.p5) * i / 600;
        range.high = *range.low + (output.p95 - output.p5) / 10;
        claim.quantity = range;
        claims.push_back(Row(claim));
    }
    const Evidence evidence = gatherEvidence({}, {}, {Row(attribute)}, claims, {});
    for (auto again : state)
        benchmark::DoNotOptimize(compareClaims(evidence, scenarios, runs).data());
}

/// 9 claims, one below each input of the training-cost model: as many runs at 2^16, of which each draws one input anew.
void leavingClaimsOut(benchmark::State& state) {
    const Model& model = modelOf("M1");
    Document document;
    document.models = {Row(model)};
    Scenario scenario = scenarioOf("left", model);
    for (const ModelInput& input : model.inputs) {
        Claim claim;
        claim.id = ClaimId{"c-" + input.id.value};
        document.claims.push_back(Row(claim));
        const Basis basis{.kind = BasisKind::claims, .claims = {claim.id}, .reference = {}, .note = {}};
        const Distribution is = readInput(input.defaultText, input.unit)->distribution;
        const std::string low = std::to_string(quantile(is, 0.1)), high = std::to_string(quantile(is, 0.8));
        scenario.inputs.push_back({input.id, low + " to " + high, basis});
    }
    document.scenarios = {Row(scenario)};
    for (auto again : state)
        benchmark::DoNotOptimize(
            leaveOneOut(document, scenario.id, VariableId{"rental"}, optionsFor(1), {}).value().claims.data());
}

BENCHMARK(bigModel)
    ->Name("R2, 60 inputs, 2,000 formulas, 2^17 samples/threads")
    ->Arg(1)
    ->Arg(2)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(scenariosSideBySide)->Name("R1, 64 scenarios of 2^14 samples")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(solving)->Name("M1, solve at 2^17")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(leavingClaimsOut)
    ->Name("M1, each of 9 claims left out at 2^16")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(conditioning)->Name("M1, given at 2^17")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(matrixOfClaims)
    ->Name("R1, matrix of 64 scenarios and 500 claims")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

} // namespace
} // namespace assay::bench

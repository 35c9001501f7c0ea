// Floors: what no run can be faster than. The same loops on the same processor in the same minute, one thread.
#include "core/dist/column_loops.h"
#include "core/dist/distribution.h"
#include "core/dist/instruction_set.h"
#include "core/dist/quantile_table.h"
#include "core/dist/uniforms.h"
#include "core/scenario/statistics.h"
#include "tests/bench/bench_case.h"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <memory>

namespace assay::bench {
namespace {

using Block = std::array<double, blockSize>;

/// The uncertain inputs of a model, ready to be drawn.
struct Drawn {
    Uniforms uniforms;
    std::shared_ptr<const QuantileTable> table;
};

std::vector<Drawn> drawnOf(const Model& model, std::uint64_t samples) {
    std::vector<Drawn> drawn;
    for (const ModelInput& input : model.inputs) {
        const InputValue value = readInput(input.defaultText, input.unit).value();
        if (!std::holds_alternative<Fixed>(value.distribution.shape))
            drawn.push_back({Uniforms(StreamKey{SamplerKind::sobol, 1, input.stream, 0, samples}),
                             quantileTable(value.distribution)});
    }
    return drawn;
}

void drawColumns(benchmark::State& state, const std::vector<Drawn>& inputs, std::uint64_t samples, Floor floor) {
    const ColumnLoops& loops = columnLoops(bestInstructionSet());
    Block uniforms, values;
    for (auto again : state)
        for (std::uint64_t first = 0; first < samples; first += blockSize)
            for (const Drawn& input : inputs) {
                input.uniforms.fill(loops, first, uniforms);
                if (floor == Floor::uniformsAndTables)
                    input.table->fill(loops, uniforms, values);
                benchmark::DoNotOptimize(uniforms.data());
                benchmark::DoNotOptimize(values.data());
                benchmark::ClobberMemory();
            }
}

void exponentials(benchmark::State& state, std::uint64_t samples) {
    const ColumnLoops& loops = columnLoops(bestInstructionSet());
    Block from, to;
    for (std::size_t i = 0; i < from.size(); ++i)
        from[i] = static_cast<double>(i) / 100;
    for (auto again : state)
        for (std::uint64_t first = 0; first < samples; first += blockSize) {
            loops.exponential(from.data(), nullptr, nullptr, to.data(), to.size());
            benchmark::DoNotOptimize(to.data());
            benchmark::ClobberMemory();
        }
}

/// Every column of the model, inputs and outputs, read once from where it lies.
void readColumns(benchmark::State& state, std::size_t columns, std::uint64_t samples) {
    const std::vector<std::vector<double>> memory(columns, std::vector<double>(samples, 1.5));
    for (auto again : state)
        for (const std::vector<double>& column : memory) {
            std::array<double, 32> sums{};
            for (std::size_t i = 0; i + sums.size() <= column.size(); i += sums.size())
                for (std::size_t lane = 0; lane < sums.size(); ++lane)
                    sums[lane] += column[i + lane];
            benchmark::DoNotOptimize(sums.data());
            benchmark::ClobberMemory();
        }
}

void measure(benchmark::State& state, const std::string& name, std::uint64_t samples, Floor floor) {
    const Model& model = modelOf(name);
    const std::vector<Drawn> inputs = drawnOf(model, samples);
    if (floor == Floor::exponential)
        exponentials(state, samples);
    else if (floor == Floor::reading)
        readColumns(state, inputs.size() + model.outputs.size(), samples);
    else
        drawColumns(state, inputs, samples, floor);
}

} // namespace

std::string nameOf(const std::string& model, std::uint64_t samples, Floor floor) {
    constexpr std::array<const char*, 4> names = {"uniforms", "uniforms+tables", "exp", "reading"};
    return model + "/" + std::to_string(samples) + "/floor/" + names[static_cast<std::size_t>(floor)];
}

void registerFloors() {
    for (const std::string& model : modelNames)
        for (const std::uint64_t samples : sampleCounts)
            for (const Floor floor : {Floor::uniforms, Floor::uniformsAndTables, Floor::exponential, Floor::reading})
                benchmark::RegisterBenchmark(nameOf(model, samples, floor).c_str(),
                                             [=](benchmark::State& state) { measure(state, model, samples, floor); })
                    ->Unit(benchmark::kMillisecond)
                    ->MeasureProcessCPUTime()
                    ->UseRealTime()
                    ->MinTime(0.02)
                    ->Repetitions(7)
                    ->ReportAggregatesOnly(true)
                    ->ComputeStatistics("least", [](const std::vector<double>& times) {
                        return *std::min_element(times.begin(), times.end());
                    });
}

} // namespace assay::bench

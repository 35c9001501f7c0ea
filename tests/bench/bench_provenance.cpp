// Provenance: nodes, lanes and marks of a graph of 100, 500 and 1,000 mentions, from the document's rows.
#include "core/chart/builders.h"
#include "tests/core/chart/provenance_fixture.h"

#include <benchmark/benchmark.h>

namespace assay::bench {
namespace {

void buildProvenanceOfMentions(benchmark::State& state) {
    const auto count = static_cast<std::size_t>(state.range(0));
    const ChartContext context = test::oneFamily(test::manyHeard(count, count / 4));
    std::size_t nodes = 0;
    for (auto pass : state)
        nodes = buildProvenance(context).value().data.size();
    state.counters["nodes"] = static_cast<double>(nodes);
}

BENCHMARK(buildProvenanceOfMentions)->Arg(100)->Arg(500)->Arg(1000)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace assay::bench

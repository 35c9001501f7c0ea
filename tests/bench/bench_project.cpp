// Opening and saving: the sample project as it is, and one with many claims.
#include "core/io/model_file.h"
#include "core/io/project_file.h"

#include <benchmark/benchmark.h>

namespace assay::bench {
namespace {

/// The sample with its claims repeated under new ids until there are `count`.
Document withClaims(std::size_t count) {
    Document document = readProject(sampleProject(), "sample").value();
    const Rows<Claim> seeds = document.claims;
    for (std::size_t i = 0; !seeds.empty() && document.claims.size() < count; ++i) {
        Claim claim = *seeds[i % seeds.size()];
        const std::string number = std::to_string(i);
        claim.id.value = "bench" + number;
        for (std::size_t k = 0; k < claim.mentions.size(); ++k)
            claim.mentions[k].id.value = "bench" + number + "-" + std::to_string(k);
        document.claims.push_back(Row<Claim>(std::move(claim)));
    }
    return document;
}

void openProjectBytes(benchmark::State& state) {
    const std::string bytes = writeProject(withClaims(static_cast<std::size_t>(state.range(0))));
    for (auto pass : state) {
        const Result<Document> read = readProject(bytes, "bench");
        if (!read)
            return state.SkipWithError("the project does not read back");
        benchmark::DoNotOptimize(read->claims.data());
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes.size()) * state.iterations());
}

void saveProjectBytes(benchmark::State& state) {
    const Document document = withClaims(static_cast<std::size_t>(state.range(0)));
    std::size_t size = 0;
    for (auto pass : state) {
        const std::string bytes = writeProject(document);
        size = bytes.size();
        benchmark::DoNotOptimize(bytes.data());
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(size) * state.iterations());
}

BENCHMARK(openProjectBytes)->Arg(0)->Arg(10000)->Unit(benchmark::kMillisecond);
BENCHMARK(saveProjectBytes)->Arg(0)->Arg(10000)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace assay::bench

// Google Benchmark's own report, then the table of ratios. `--peak MODEL SAMPLES binned|exact` only runs once and
// prints the peak memory in MB, `--table` only measures the claims table.
#include "core/base/memory.h"
#include "tests/bench/bench_table.h"
#include "tests/bench/ratio_table.h"

#include <benchmark/benchmark.h>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace assay::bench {
namespace {

/// Prints as usual and keeps the least of each benchmark's repetitions.
class Keeping : public benchmark::ConsoleReporter {
public:
    void ReportRuns(const std::vector<Run>& runs) override {
        for (const Run& run : runs)
            if (run.aggregate_name == "least")
                m_times[run.run_name.function_name] = {run.GetAdjustedRealTime(), run.GetAdjustedCPUTime()};
        ConsoleReporter::ReportRuns(runs);
    }
    const Times& times() const { return m_times; }

private:
    Times m_times;
};

int main(int argc, char** argv) {
    if (argc == 5 && std::string_view(argv[1]) == "--peak")
        return printPeakMemory({argv[2], std::strtoull(argv[3], nullptr, 10), 1,
                                std::string_view(argv[4]) == "exact" ? RankMethod::exact : RankMethod::binned,
                                Change::fromScratch});
    keepFreedMemory(); // as the program does
    if (argc == 2 && std::string_view(argv[1]) == "--table")
        return printTable() ? 0 : 1;
    registerCases();
    registerFloors();
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 2;
    Keeping reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    if (reporter.times().empty())
        return 0;
    std::fputs(ratioTable(reporter.times(), runNumPy()).c_str(), stdout);
    for (const std::string& model : modelNames)
        for (const RankMethod ranks : {RankMethod::binned, RankMethod::exact})
            std::printf("%s, 1000000 samples, %s ranks: peak memory of the process %.0f MB\n", model.c_str(),
                        ranks == RankMethod::exact ? "exact" : "binned",
                        peakMemory(argv[0], {model, 1000000, 1, ranks, Change::fromScratch}));
    std::printf("R2, 131072 samples, exact ranks: peak memory of the process %.0f MB\n",
                peakMemory(argv[0], {"R2", 131072, 1, RankMethod::exact, Change::fromScratch}));
    return printTable() ? 0 : 1;
}

} // namespace
} // namespace assay::bench

int main(int argc, char** argv) { return assay::bench::main(argc, argv); }

// A large project, 100,000 claims and 1,000 sources in 50 MB: opened and saved within 1.5 s, in memory of at most 8
// times the file; and what QJsonDocument takes for the same bytes without making a document of them.
#include "core/base/utf8.h"
#include "core/io/project_file.h"

#include <QtCore/QJsonDocument>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace assay::bench {
namespace {

constexpr std::size_t claimCount = 100'000;
constexpr std::size_t sourceCount = 1'000;
constexpr double mostSeconds = 1.5; // for opening and for saving
constexpr double mostMemory = 8;    // times the size of the file

Source largeSource(std::size_t n) {
    Source source;
    source.id.value = "source" + std::to_string(n);
    source.title = "Report number " + std::to_string(n);
    source.publisher = "The Example Times";
    source.published = "2025-01-27";
    source.language = "en";
    while (source.text.size() < 8'000)
        source.text += "Line " + std::to_string(source.text.size())
                       + ": the lab put its stock at 50,000 \"H100\" chips \xE2\x80\x93 or so it says.\n";
    return source;
}

Claim largeClaim(std::size_t n, const Source& source) {
    const std::string quote = "50,000 \"H100\" chips";
    Claim claim;
    claim.id.value = "c" + std::to_string(n);
    claim.subject = "The lab";
    claim.attribute.value = "stock";
    claim.quantity = Quantity{
        .text = "50,000 H100", .value = 50000.0 + double(n), .low = 50000, .high = 50000, .unit = "H100", .digits = 1};
    claim.asOf = "2025-01";
    const std::size_t start = source.text.find(quote);
    const std::size_t place = codePointCount(std::string_view(source.text).substr(0, start));
    Mention mention;
    mention.id.value = "m" + std::to_string(n);
    mention.anchor = Anchor{.source = source.id, .start = place, .end = place + quote.size(), .quote = quote};
    claim.mentions = {mention};
    return claim;
}

const Document& largeDocument() {
    static const Document document = [] {
        Document made;
        made.project = Project{.id = "large", .title = "Large"};
        made.attributes = {Row(Attribute{.id = {"stock"}, .title = "GPU stock", .unit = "GPU"})};
        for (std::size_t i = 0; i < sourceCount; ++i)
            made.sources.push_back(Row(largeSource(i)));
        for (std::size_t i = 0; i < claimCount; ++i)
            made.claims.push_back(Row(largeClaim(i, *made.sources[i % sourceCount])));
        return made;
    }();
    return document;
}

const std::string& largeBytes() {
    static const std::string bytes = writeProject(largeDocument());
    return bytes;
}

/// kB of this process: "VmRSS:" now, "VmHWM:" the most since forgetPeak() (proc(5)).
double kilobytes(const std::string& what) {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (double value = 0; word == what && status >> value)
            return value;
    return 0;
}
void forgetPeak() { std::ofstream("/proc/self/clear_refs") << "5"; }

/// Times the passes and the memory each took above what was there before.
template <class Pass>
void measure(benchmark::State& state, Pass pass) {
    double most = 0;
    for (auto turn : state) {
        state.PauseTiming();
        forgetPeak();
        const double before = kilobytes("VmRSS:");
        state.ResumeTiming();
        if (!pass())
            return state.SkipWithError("the project does not pass");
        state.PauseTiming();
        most = std::max(most, kilobytes("VmHWM:") - before);
        state.ResumeTiming();
    }
    const double size = static_cast<double>(largeBytes().size());
    state.SetBytesProcessed(static_cast<std::int64_t>(largeBytes().size()) * state.iterations());
    state.counters["file_MB"] = size / 1e6;
    state.counters["memory_x"] = most * 1024 / size;
    state.counters["most_s"] = mostSeconds;
    state.counters["most_x"] = mostMemory;
}

void openLargeProject(benchmark::State& state) {
    const std::string& bytes = largeBytes();
    measure(state, [&] {
        const Result<Document> read = readProject(bytes, "bench");
        return read && read->claims.size() == claimCount;
    });
}

/// All of a save but the disk's own time: written, decoded and compared, hashed, put beside the old file and renamed.
void saveLargeProject(benchmark::State& state) {
    const auto path = std::filesystem::temp_directory_path() / ("assay-bench-" + std::to_string(::getpid()) + ".assay");
    SystemCalls calls = systemCalls();
    calls.fsync = [](int) { return 0; };
    largeBytes();
    measure(state, [&] { return saveProject(largeDocument(), path, {}, Backup::keepPrevious, calls).has_value(); });
    std::filesystem::remove(path);
}

void qtReadsTheSameBytes(benchmark::State& state) {
    const QByteArray bytes = QByteArray::fromStdString(largeBytes());
    measure(state, [&] { return !QJsonDocument::fromJson(bytes).isNull(); });
}

void qtWritesTheSameBytes(benchmark::State& state) {
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(largeBytes()));
    measure(state, [&] { return !document.toJson().isEmpty(); });
}

BENCHMARK(openLargeProject)->Unit(benchmark::kMillisecond)->Iterations(3);
BENCHMARK(saveLargeProject)->Unit(benchmark::kMillisecond)->Iterations(3);
BENCHMARK(qtReadsTheSameBytes)->Unit(benchmark::kMillisecond)->Iterations(3);
BENCHMARK(qtWritesTheSameBytes)->Unit(benchmark::kMillisecond)->Iterations(3);

} // namespace
} // namespace assay::bench

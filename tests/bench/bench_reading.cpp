// Reading: quotes found again in a changed text of 1 MB, quantities found in it, searches in 5 MB.
#include "core/base/utf8.h"
#include "core/io/model_file.h"
#include "core/io/project_file.h"
#include "core/source/find_anchor.h"
#include "core/source/search_text.h"

#include <algorithm>
#include <benchmark/benchmark.h>

namespace assay::bench {
namespace {

/// The sample's texts one after the other, paragraphs numbered so that no two are alike, until there are 1e6 bytes.
std::string longText() {
    const Document document = readProject(sampleProject(), "sample").value();
    std::string text;
    for (std::size_t i = 0; text.size() < 1000000; ++i)
        text += "Page " + std::to_string(i * 7919 % 100003) + ".\n"
                + document.sources[i % document.sources.size()]->text + "\n\n";
    return text;
}

/// 1,000 anchors of 40 characters, evenly spread, into the text before it was changed.
std::vector<Anchor> anchorsIn(const std::string& text) {
    const Source source{.id = {"s"}, .text = text};
    const std::size_t length = codePointCount(text);
    std::vector<Anchor> anchors;
    for (std::size_t i = 0; i < 1000; ++i)
        anchors.push_back(makeAnchor(source, i * (length - 50) / 1000, i * (length - 50) / 1000 + 40).value());
    return anchors;
}

/// Words before all of it, every digit 7 an 8 and one word in some another: moved, edited and changed numbers alike.
std::string changed(std::string text) {
    std::replace(text.begin(), text.end(), '7', '8');
    for (std::size_t at = text.find(" the "); at != std::string::npos; at = text.find(" the ", at + 300))
        text.replace(at, 5, " that ");
    return "An editor was here.\n" + text;
}

void findThousandAnchors(benchmark::State& state) {
    const std::string before = longText();
    const std::vector<Anchor> anchors = anchorsIn(before);
    const std::string after = changed(before);
    std::size_t found = 0;
    for (auto pass : state) {
        const AnchorText text(after);
        found = 0;
        for (const Anchor& anchor : anchors)
            found += findAnchor(text, anchor).state != AnchorState::orphan ? 1U : 0U;
    }
    state.counters["found"] = static_cast<double>(found);
}

void findQuantitiesInMegabyte(benchmark::State& state) {
    const std::string text = longText();
    std::size_t found = 0;
    for (auto pass : state)
        found = findQuantities(text).size();
    state.counters["found"] = static_cast<double>(found);
    state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}

/// A search in a text of 5 MB that was searched before, so that only what every key costs is measured.
void searchFiveMegabytes(benchmark::State& state, SearchKind kind, const char* wanted) {
    std::string text;
    while (text.size() < 5000000)
        text += longText();
    SearchText ready(std::move(text), "en");
    std::size_t found = ready.find(kind, wanted).ranges.size();
    for (auto pass : state)
        found = ready.find(kind, wanted).ranges.size();
    state.counters["found"] = static_cast<double>(found);
}

BENCHMARK_CAPTURE(searchFiveMegabytes, words, SearchKind::words, "million")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(searchFiveMegabytes, wholeWords, SearchKind::wholeWords, "chips")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(searchFiveMegabytes, expression, SearchKind::expression, "[\\d,]+ H\\d00s?")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(searchFiveMegabytes, quantity, SearchKind::quantity, "USD 5M..7M")->Unit(benchmark::kMillisecond);
BENCHMARK(findThousandAnchors)->Unit(benchmark::kMillisecond);
BENCHMARK(findQuantitiesInMegabyte)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace assay::bench

// Importing: five articles in one drop, a page of 5 MB, and the question whether a thousand sources have it already.
#include "core/document/duplicates.h"
#include "core/document/edit.h"
#include "core/document/new_version.h"
#include "core/io/importer.h"

#include <benchmark/benchmark.h>

namespace assay::bench {
namespace {

/// Paragraphs that no two articles share, until there are so many bytes.
std::string article(std::size_t number, std::size_t bytes) {
    std::string text =
        "A headline of article number " + std::to_string(number) + "\n\nBy Jane Doe\n28 January 2025\n\n";
    for (std::size_t i = 0; text.size() < bytes; ++i)
        text += "Paragraph " + std::to_string(i * 7919 % 100003) + " of article " + std::to_string(number * 31 + i)
                + " says that the lab used " + std::to_string(i * 97 % 50021) + " GPUs and spent $"
                + std::to_string(i % 89) + " million on them.\n\n";
    return text;
}

std::string page(std::size_t bytes) {
    std::string html =
        "<!DOCTYPE html><html lang=en><head><title>A long page</title></head><body><nav>Menu</nav><article>";
    for (std::size_t i = 0; html.size() < bytes; ++i)
        html += "<p class=\"text p" + std::to_string(i) + "\">Paragraph <b>" + std::to_string(i)
                + "</b> says that the lab used <a href=\"#\">" + std::to_string(i * 97 % 50021) + " GPUs</a>.</p>\n";
    return html + "</article><footer>Rights</footer></body></html>";
}

/// What a drop of files costs behind reading them: decoded, compared with each other, added as one document.
void importFiveArticles(benchmark::State& state) {
    std::vector<std::string> files;
    for (std::size_t i = 0; i < 5; ++i)
        files.push_back(article(i, 6000));
    std::size_t added = 0;
    for (auto pass : state) {
        Rows<Source> sources;
        for (const std::string& file : files)
            sources.push_back(Row(importBytes(file, "a.txt").value().source));
        Document document = newDocument("t");
        added = findDuplicates(document, sources).size();
        for (const Row<Source>& source : sources)
            document = std::move(addImported(document, *source).value().document);
        added += document.sources.size();
    }
    state.counters["added"] = static_cast<double>(added);
}

void importFiveMegabytesOfHtml(benchmark::State& state) {
    const std::string html = page(5'000'000);
    std::size_t bytes = 0;
    for (auto pass : state)
        bytes = importBytes(html, "a.html").value().source.text.size();
    state.counters["text"] = static_cast<double>(bytes);
    state.SetBytesProcessed(static_cast<std::int64_t>(html.size()) * state.iterations());
}

/// One article against a project of a thousand, 50 kB each, one of them nearly the same.
void findDuplicateAmongThousand(benchmark::State& state) {
    Document document = newDocument("t");
    for (std::size_t i = 0; i < 1000; ++i)
        document.sources.push_back(
            Row(Source{.id = {"s" + std::to_string(i)}, .title = "S", .text = article(i, 50'000)}));
    const Source came{.title = "S", .text = "An editor was here. " + article(777, 50'000)};
    std::size_t found = 0;
    for (auto pass : state)
        found = findDuplicates(document, {Row(came)}).size();
    state.counters["found"] = static_cast<double>(found);
}

BENCHMARK(importFiveArticles)->Unit(benchmark::kMillisecond);
BENCHMARK(importFiveMegabytesOfHtml)->Unit(benchmark::kMillisecond);
BENCHMARK(findDuplicateAmongThousand)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace assay::bench

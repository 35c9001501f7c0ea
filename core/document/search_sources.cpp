// One source after the other. All of them together get the time that a regular expression may take.
#include "core/document/search_sources.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <set>

namespace assay {
namespace {

constexpr std::size_t around = 40;                       // code points shown on each side of a hit
constexpr std::size_t keptBytes = std::size_t{32} << 20; // of texts kept ready: about 8 times as much memory

bool isLineEnd(char32_t c) { return c == U'\n' || c == U'\r' || c == 0x85 || c == 0x2028 || c == 0x2029; }

std::vector<SourceHit> withWordsAround(const std::string& utf8, const std::vector<TextRange>& ranges) {
    const std::u32string whole = toUtf32(utf8);
    const std::u32string_view text = whole;
    std::vector<SourceHit> hits;
    hits.reserve(ranges.size());
    for (const TextRange& range : ranges) {
        std::size_t from = range.start, to = range.end;
        while (from > 0 && range.start - from < around && !isLineEnd(text[from - 1]))
            --from;
        while (to < text.size() && to - range.end < around && !isLineEnd(text[to]))
            ++to;
        hits.push_back(SourceHit{range, toUtf8(text.substr(from, range.start - from)),
                                 toUtf8(text.substr(range.start, range.end - range.start)),
                                 toUtf8(text.substr(range.end, to - range.end))});
    }
    return hits;
}

} // namespace

SearchText& SourceSearch::ready(const Row<Source>& source) {
    std::unique_ptr<Ready>& slot = m_ready[source->id.value];
    if (!slot || slot->source->text != source->text || slot->source->language != source->language)
        slot = std::make_unique<Ready>(Ready{source, SearchText(source->text, source->language)});
    return slot->text;
}

FoundInSources SourceSearch::find(const Rows<Source>& sources, SearchKind kind, std::string_view wanted,
                                  const std::stop_token& stop, std::chrono::milliseconds patience) {
    std::set<std::string_view> ids;
    for (const Row<Source>& source : sources)
        ids.insert(source->id.value);
    std::erase_if(m_ready, [&](const auto& each) { return !ids.contains(each.first); });
    const auto deadline = std::chrono::steady_clock::now() + patience;
    FoundInSources found;
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        SearchText& text = ready(sources[i]);
        TextHits hits = text.find(kind, wanted, stop, std::max(left, std::chrono::milliseconds(0)));
        bytes += text.text().size();
        if (bytes > keptBytes)
            text.forget();
        if (found.count + hits.ranges.size() > mostListed) {
            hits.ranges.resize(mostListed - found.count);
            hits.end = SearchEnd::tooMany;
        }
        found.count += hits.ranges.size();
        if (!hits.ranges.empty())
            found.sources.push_back(SourceHits{sources[i]->id, withWordsAround(text.text(), hits.ranges)});
        if (hits.end != SearchEnd::complete || stop.stop_requested()) {
            found.end = stop.stop_requested() ? SearchEnd::cancelled : hits.end;
            found.sourcesLeft = sources.size() - i;
            break;
        }
    }
    return found;
}

} // namespace assay

// A search through the texts of all sources: the hits of each with the words around them. What a text needs for being
// searched is kept for the next search.
#pragma once

#include "core/document/document.h"
#include "core/source/search_text.h"

#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

struct SourceHit {
    TextRange range;
    std::string before; ///< of its line, up to 40 code points
    std::string words;
    std::string behind;
    bool operator==(const SourceHit&) const = default;
};

struct SourceHits {
    SourceId source;
    std::vector<SourceHit> hits; ///< in the order of the text
    bool operator==(const SourceHits&) const = default;
};

struct FoundInSources {
    std::vector<SourceHits> sources; ///< those with hits, in the project's order
    std::size_t count = 0;           ///< hits in all
    SearchEnd end = SearchEnd::complete;
    std::size_t sourcesLeft = 0; ///< of an early end: sources not searched to their end
};

/// Used by one thread at a time.
class SourceSearch {
public:
    /// Nobody reads more; the search ends with tooMany.
    static constexpr std::size_t mostListed = 5'000;

    FoundInSources find(const Rows<Source>& sources, SearchKind kind, std::string_view wanted,
                        const std::stop_token& stop = {}, std::chrono::milliseconds patience = expressionPatience);

private:
    struct Ready {
        Row<Source> source; ///< what the text was made ready of
        SearchText text;
    };
    SearchText& ready(const Row<Source>& source);

    std::map<std::string, std::unique_ptr<Ready>> m_ready; ///< by the source's id
};

} // namespace assay

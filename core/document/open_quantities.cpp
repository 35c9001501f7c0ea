// Ranges are sorted once, so that a text with many thousand numbers costs one pass.
#include "core/document/open_quantities.h"

#include "core/document/edit.h"

#include <algorithm>

namespace assay {
namespace {

/// Says of one stretch after the other, ascending, whether any of the ranges touches it.
class Touch {
public:
    explicit Touch(std::vector<TextRange> ranges) : m_ranges(std::move(ranges)) {
        std::sort(m_ranges.begin(), m_ranges.end());
        for (std::size_t i = 1; i < m_ranges.size(); ++i) // each reaches at least as far as those before it
            m_ranges[i].end = std::max(m_ranges[i].end, m_ranges[i - 1].end);
    }
    bool at(std::size_t start, std::size_t end) {
        while (m_next < m_ranges.size() && m_ranges[m_next].start < end)
            ++m_next;
        return m_next > 0 && m_ranges[m_next - 1].end > start;
    }

private:
    std::vector<TextRange> m_ranges;
    std::size_t m_next = 0; ///< first range that starts behind the stretch
};

std::vector<TextRange> mentionedIn(const Document& document, const SourceId& source) {
    std::vector<TextRange> mentioned;
    for (const Row<Claim>& claim : document.claims)
        for (const Mention& mention : claim->mentions)
            if (mention.anchor.source == source)
                mentioned.push_back(TextRange{mention.anchor.start, mention.anchor.end});
    return mentioned;
}

/// The document with the source's dismissals as `change` makes them.
template <class Change>
Result<Document> withDismissals(const Document& document, const SourceId& id, const Change& change) {
    const Source* source = find(document.sources, id);
    if (source == nullptr)
        return Error(ErrorCode::idUnknown, id.value, {"source", id.value});
    Source changed = *source;
    change(changed.dismissed);
    std::sort(changed.dismissed.begin(), changed.dismissed.end());
    return setSource(document, std::move(changed));
}

} // namespace

SortedQuantities sortQuantities(const Document& document, const SourceId& source,
                                const std::vector<FoundQuantity>& found) {
    const Source* row = find(document.sources, source);
    Touch mentioned(mentionedIn(document, source));
    Touch dismissed(row ? row->dismissed : std::vector<TextRange>());
    Touch quiet(row ? row->quiet : std::vector<TextRange>());
    SortedQuantities sorted;
    for (const FoundQuantity& quantity : found) {
        const bool isDismissed = dismissed.at(quantity.start, quantity.end);
        const bool isQuiet = quiet.at(quantity.start, quantity.end);
        if (!mentioned.at(quantity.start, quantity.end) && !isQuiet)
            (isDismissed ? sorted.dismissed : sorted.open).push_back(quantity);
    }
    return sorted;
}

Result<Document> dismissQuantity(const Document& document, const SourceId& source, TextRange words) {
    return withDismissals(document, source, [&](std::vector<TextRange>& dismissed) {
        if (std::find(dismissed.begin(), dismissed.end(), words) == dismissed.end())
            dismissed.push_back(words);
    });
}

Result<Document> offerQuantity(const Document& document, const SourceId& source, TextRange words) {
    return withDismissals(document, source, [&](std::vector<TextRange>& dismissed) {
        std::erase_if(dismissed,
                      [&](const TextRange& range) { return range.start < words.end && words.start < range.end; });
    });
}

} // namespace assay

// One scan over everything; each hit is led back to its row by the stretches.
#include "core/document/text_arena.h"

#include "core/document/word_scan.h"

#include <algorithm>

namespace assay {

std::string_view TextArena::at(std::size_t row) const {
    return std::string_view(m_text).substr(m_places[row].start, m_places[row].size);
}

void TextArena::append(std::string_view text) {
    m_stretchOf.push_back(m_stretches.size());
    m_stretches.push_back(Stretch{m_text.size(), static_cast<std::uint32_t>(m_places.size())});
    m_places.push_back(Place{m_text.size(), text.size()});
    m_text += text;
    m_text += rowEnd;
}

void TextArena::replace(std::size_t row, std::string_view text) {
    if (at(row) == text)
        return;
    const std::string kept(text); // `text` may lie in the arena
    m_stretches[m_stretchOf[row]].row = waste;
    m_wasted += m_places[row].size + 1;
    m_stretchOf[row] = m_stretches.size();
    m_stretches.push_back(Stretch{m_text.size(), static_cast<std::uint32_t>(row)});
    m_places[row] = Place{m_text.size(), kept.size()};
    m_text += kept;
    m_text += rowEnd;
    if (m_wasted > m_text.size() / 4)
        pack();
}

void TextArena::pack() {
    TextArena packed;
    packed.m_text.reserve(m_text.size() - m_wasted);
    for (std::size_t row = 0; row < size(); ++row)
        packed.append(at(row));
    *this = std::move(packed);
}

template <class Accept>
RowMask TextArena::scan(std::string_view words, Accept accept) const {
    RowMask mask(size(), words.empty() ? 1 : 0);
    if (words.empty())
        return mask;
    const WordScan found(m_text, words);
    auto stretch = m_stretches.begin();
    for (std::size_t at = found.next(0); at != std::string::npos;) {
        stretch = std::upper_bound(stretch, m_stretches.end(), at,
                                   [](std::size_t place, const Stretch& one) { return place < one.start; })
                  - 1;
        const bool counts = stretch->row != waste && accept(stretch->start, at);
        if (counts)
            mask[stretch->row] = 1;
        const auto next = stretch + 1;
        const bool isDone = counts || stretch->row == waste;
        at = !isDone ? found.next(at + 1) : next == m_stretches.end() ? std::string::npos : found.next(next->start);
    }
    return mask;
}

RowMask TextArena::rowsWith(std::string_view words) const {
    return scan(words, [](std::size_t, std::size_t) { return true; });
}

RowMask TextArena::rowsWith(std::string_view words, std::size_t field, char separator) const {
    return scan(words, [&](std::size_t start, std::size_t at) {
        return static_cast<std::size_t>(std::count(m_text.begin() + static_cast<std::ptrdiff_t>(start),
                                                   m_text.begin() + static_cast<std::ptrdiff_t>(at), separator))
               == field;
    });
}

} // namespace assay

// The index is three sorted arrays: built once a text, looked up for every anchor.
#include "core/source/anchor_text.h"

#include "core/base/utf8.h"

#include <algorithm>

namespace assay {

AnchorText::AnchorText(std::string_view utf8)
    : m_form(comparisonForm(utf8)),
      m_tokens(tokensOf(m_form.text)),
      m_codePoints(codePointCount(utf8)) {
    m_places.resize(m_tokens.size());
    for (std::size_t i = 0; i < m_places.size(); ++i)
        m_places[i] = static_cast<std::uint32_t>(i);
    std::sort(m_places.begin(), m_places.end(), [this](std::uint32_t a, std::uint32_t b) {
        return m_tokens[a].key != m_tokens[b].key ? m_tokens[a].key < m_tokens[b].key : a < b;
    });
    for (std::size_t i = 0; i < m_places.size(); ++i)
        if (const std::uint64_t key = m_tokens[m_places[i]].key; m_keys.empty() || m_keys.back() != key) {
            m_keys.push_back(key);
            m_starts.push_back(static_cast<std::uint32_t>(i));
        }
    m_starts.push_back(static_cast<std::uint32_t>(m_places.size()));
}

std::span<const std::uint32_t> AnchorText::placesOf(std::uint64_t key) const {
    const auto found = std::lower_bound(m_keys.begin(), m_keys.end(), key);
    if (found == m_keys.end() || *found != key)
        return {};
    const auto number = static_cast<std::size_t>(found - m_keys.begin());
    return std::span(m_places).subspan(m_starts[number], m_starts[number + 1] - m_starts[number]);
}

std::size_t AnchorText::fromOriginal(std::size_t codePoint) const {
    return static_cast<std::size_t>(std::lower_bound(m_form.places.begin(), m_form.places.end(), codePoint)
                                    - m_form.places.begin());
}

std::size_t AnchorText::tokenAt(std::size_t at) const {
    return static_cast<std::size_t>(
        std::partition_point(m_tokens.begin(), m_tokens.end(), [at](const Token& token) { return token.end <= at; })
        - m_tokens.begin());
}

} // namespace assay

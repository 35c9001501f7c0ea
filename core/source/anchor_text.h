// A text made ready for finding many quotes in it: its comparison form, its tokens, and where each token occurs.
#pragma once

#include "core/source/align_tokens.h"
#include "core/source/comparison_form.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace assay {

class AnchorText {
public:
    explicit AnchorText(std::string_view utf8);

    std::u32string_view text() const { return m_form.text; }
    std::span<const Token> tokens() const { return m_tokens; }
    TokenText tokenText() const { return {m_form.text, m_tokens}; }
    std::size_t codePoints() const { return m_codePoints; } ///< of the original

    /// Numbers of the tokens with this key, ascending.
    std::span<const std::uint32_t> placesOf(std::uint64_t key) const;

    /// Code point of the original at which the character stands, and behind it.
    std::size_t original(std::size_t at) const { return m_form.places[at]; }
    std::size_t originalEnd(std::size_t end) const { return end == 0 ? 0 : m_form.places[end - 1] + std::size_t{1}; }
    /// First character of the comparison form at or behind a code point of the original.
    std::size_t fromOriginal(std::size_t codePoint) const;
    /// Number of the first token that ends behind `at`.
    std::size_t tokenAt(std::size_t at) const;

private:
    ComparisonForm m_form;
    std::vector<Token> m_tokens;
    std::vector<std::uint64_t> m_keys;   ///< sorted, each once
    std::vector<std::uint32_t> m_starts; ///< of each key's part of m_places, and one behind the last
    std::vector<std::uint32_t> m_places;
    std::size_t m_codePoints = 0;
};

} // namespace assay

// Where in a text an anchor's words might be: places with the very words, and places with some of them. Knows no
// thresholds and no numbers.
#pragma once

#include "core/source/anchor.h"
#include "core/source/anchor_text.h"

#include <vector>

namespace assay {

/// An anchor in comparison form, prefix + quote + suffix in one piece.
struct WantedWords {
    ComparisonForm form;
    std::vector<Token> tokens;
    std::size_t quoteStart = 0; ///< characters of form.text; the quote without white space at its ends
    std::size_t quoteEnd = 0;
    std::size_t firstToken = 0; ///< tokens of the quote, end exclusive; tokens cut by the quote's ends count as its own
    std::size_t lastToken = 0;
    std::u32string_view quote() const {
        return std::u32string_view(form.text).substr(quoteStart, quoteEnd - quoteStart);
    }
    std::u32string_view prefix() const { return std::u32string_view(form.text).substr(0, quoteStart); }
    std::u32string_view suffix() const { return std::u32string_view(form.text).substr(quoteEnd); }
    TokenText tokenText() const { return {form.text, tokens}; }
};

WantedWords wantedWords(const Anchor& anchor);

/// A stretch of the text's comparison form.
struct QuotePlace {
    std::size_t start = 0;
    std::size_t end = 0;
    double likeness = 1; ///< 0..1: how much of the quote's words are in it, and it in them
};

/// Every place with the quote's words, white space apart; a quote that begins or ends at a word's or number's boundary
/// is only found at such.
std::vector<QuotePlace> equalPlaces(const AnchorText& text, const WantedWords& wanted);

/// Places where some of the words stand in order, or where only their surroundings are left (an empty place of likeness
/// 0): the likeliest few.
std::vector<QuotePlace> likePlaces(const AnchorText& text, const WantedWords& wanted, std::size_t oldStart);

/// How much of the words before or behind the place is that of the anchor, 0..1; 1 when the anchor has none.
double prefixLikeness(const AnchorText& text, const WantedWords& wanted, std::size_t start);
double suffixLikeness(const AnchorText& text, const WantedWords& wanted, std::size_t end);

} // namespace assay

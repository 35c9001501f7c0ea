// A text in the form in which quotes are looked for: white space of any kind as one space, no soft hyphens, with the
// way back to the original; and its tokens. Knows no anchors.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

struct ComparisonForm {
    std::u32string text;
    std::vector<std::uint32_t> places; ///< code point of the original at which each character of `text` stands
};

ComparisonForm comparisonForm(std::string_view utf8);

/// The character that stands for all that are taken for the same: small for capital, one dash, one quotation mark,
/// ASCII for full-width and for any script's digits.
char32_t foldedCharacter(char32_t c);

enum class TokenKind : std::uint8_t {
    word,   ///< a run of letters with their marks
    number, ///< a run of digits with points and commas between them
    ideograph,
    sign ///< one character of any other kind
};

/// What texts are compared by. Equal keys: the same word in any case, the same digits with any grouping, any dash.
struct Token {
    std::uint64_t key = 0;
    std::uint32_t start = 0; ///< in the comparison form, end exclusive
    std::uint32_t end = 0;
    TokenKind kind = TokenKind::sign;
};

/// Spaces are no tokens.
std::vector<Token> tokensOf(std::u32string_view text);

/// How much a token says about which passage this is: long words and numbers more than signs.
int tokenWeight(const Token& token);

/// True when a boundary between tokens lies at `at`: "50" does not end inside "500" or "50,000".
bool isTokenBoundary(std::u32string_view text, std::size_t at);

/// True when a word or number goes on at `at`. Unlike tokens, letters and digits hold together: "H800" is one word.
bool isInsideWord(std::u32string_view text, std::size_t at);

} // namespace assay

// Lining up the tokens of an anchor with those of a stretch of text: which token became which. Knows no thresholds.
#pragma once

#include "core/source/comparison_form.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace assay {

/// Tokens with the text they were cut from.
struct TokenText {
    std::u32string_view text;
    std::span<const Token> tokens;
};

/// 1: the same; 0.6: forms of one word; 0.5: two numbers; 0: neither.
double tokenLikeness(const TokenText& a, std::size_t i, const TokenText& b, std::size_t j);

constexpr std::size_t noToken = static_cast<std::size_t>(-1);

struct Alignment {
    std::vector<std::size_t> partner; ///< for each token of `a` its token of `b`, or noToken
};

/// All of `a` against the best part of `b`; what is left over at both ends of `b` costs nothing. Partners ascend. Only
/// pairs (i, j) with |j - i - shift| <= band are considered, so time and memory are a.tokens x band.
Alignment alignTokens(const TokenText& a, const TokenText& b, std::ptrdiff_t shift, std::size_t band);

} // namespace assay

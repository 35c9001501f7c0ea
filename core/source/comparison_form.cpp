// Unicode's own properties (ICU) say what is a letter, a digit or white space.
#include "core/source/comparison_form.h"

#include "core/base/utf8.h"
#include "core/units/characters.h"

#include <algorithm>
#include <unicode/uchar.h>

namespace assay {
namespace {

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

bool isWhite(char32_t c) { return c < 0x80 ? c == U' ' || (c >= U'\t' && c <= U'\r') : u_isUWhiteSpace(icu(c)) != 0; }

bool isNumeral(char32_t c) { return c < 0x80 ? c >= U'0' && c <= U'9' : u_isdigit(icu(c)) != 0; }

bool isWordCharacter(char32_t c) {
    if (c < 0x80)
        return isAsciiLetter(c);
    if (isCjk(c))
        return false;
    const auto mark = U_GET_GC_MASK(icu(c)) & U_GC_M_MASK;
    return mark != 0 || u_isUAlphabetic(icu(c)) != 0;
}

bool isGroupMark(char32_t c) { return foldWidth(c) == U',' || foldWidth(c) == U'.' || isApostrophe(c); }

/// A point or comma with a digit on both sides belongs to the number.
bool continuesNumber(std::u32string_view text, std::size_t i) {
    return isNumeral(text[i])
           || (isGroupMark(text[i]) && i > 0 && isNumeral(text[i - 1]) && i + 1 < text.size()
               && isNumeral(text[i + 1]));
}

/// FNV-1a (Fowler, Noll, Vo; 64 bits) over the folded characters; commas inside a number do not count.
std::uint64_t keyOf(std::u32string_view word, TokenKind kind) {
    std::uint64_t key = 14695981039346656037ULL;
    for (const char32_t c : word) {
        if (kind == TokenKind::number && (foldWidth(c) == U',' || isApostrophe(c)))
            continue;
        key = (key ^ foldedCharacter(c)) * 1099511628211ULL;
    }
    return key;
}

TokenKind kindAt(char32_t c) {
    if (isNumeral(c))
        return TokenKind::number;
    if (isCjk(c))
        return TokenKind::ideograph;
    return isWordCharacter(c) ? TokenKind::word : TokenKind::sign;
}

std::size_t tokenEnd(std::u32string_view text, std::size_t start, TokenKind kind) {
    std::size_t end = start + 1;
    if (kind == TokenKind::number)
        while (end < text.size() && continuesNumber(text, end))
            ++end;
    if (kind == TokenKind::word)
        while (end < text.size() && isWordCharacter(text[end]))
            ++end;
    return end;
}

} // namespace

char32_t foldedCharacter(char32_t c) {
    if (isDash(c))
        return U'-';
    if (isApostrophe(c) || c == 0x2018 || c == 0x201C || c == 0x201D || c == U'"')
        return U'\'';
    if (isNumeral(c))
        return U'0' + static_cast<char32_t>(u_charDigitValue(icu(c)));
    return c < 0x80 ? lowerCase(c) : static_cast<char32_t>(u_foldCase(icu(foldWidth(c)), U_FOLD_CASE_DEFAULT));
}

ComparisonForm comparisonForm(std::string_view utf8) {
    constexpr char32_t softHyphen = 0xAD;
    const std::u32string original = toUtf32(utf8);
    ComparisonForm form;
    form.text.reserve(original.size());
    form.places.reserve(original.size());
    for (std::size_t i = 0; i < original.size(); ++i) {
        const bool white = isWhite(original[i]);
        if (original[i] == softHyphen || (white && !form.text.empty() && form.text.back() == U' '))
            continue;
        form.text += white ? U' ' : original[i];
        form.places.push_back(static_cast<std::uint32_t>(i));
    }
    return form;
}

std::vector<Token> tokensOf(std::u32string_view text) {
    std::vector<Token> tokens;
    for (std::size_t i = 0; i < text.size();) {
        if (isWhite(text[i])) {
            ++i;
            continue;
        }
        const TokenKind kind = kindAt(text[i]);
        const std::size_t end = tokenEnd(text, i, kind);
        tokens.push_back(Token{keyOf(text.substr(i, end - i), kind), static_cast<std::uint32_t>(i),
                               static_cast<std::uint32_t>(end), kind});
        i = end;
    }
    return tokens;
}

int tokenWeight(const Token& token) {
    constexpr int longWord = 8; // letters; beyond it length says no more
    switch (token.kind) {
    case TokenKind::word: return std::min(static_cast<int>(token.end - token.start), longWord);
    case TokenKind::number: return 4;
    case TokenKind::ideograph: return 2;
    case TokenKind::sign: break;
    }
    return 1;
}

bool isTokenBoundary(std::u32string_view text, std::size_t at) {
    if (at == 0 || at >= text.size() || isWhite(text[at]) || isWhite(text[at - 1]))
        return true;
    const TokenKind left = kindAt(text[at - 1]);
    if (isNumeral(text[at]) || isNumeral(text[at - 1]))
        return !(continuesNumber(text, at) && continuesNumber(text, at - 1))
               && !(left == TokenKind::number && isNumeral(text[at]));
    return left != TokenKind::word || kindAt(text[at]) != TokenKind::word;
}

bool isInsideWord(std::u32string_view text, std::size_t at) {
    if (at == 0 || at >= text.size())
        return false;
    const auto holds = [](char32_t c) { return isWordCharacter(c) || isNumeral(c); };
    return (holds(text[at - 1]) && holds(text[at])) || !isTokenBoundary(text, at);
}

} // namespace assay

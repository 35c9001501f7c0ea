// Character classes of running text that the number reader needs. Knows letters and digits, not their meaning.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace assay {

/// Full-width forms (U+FF01..U+FF5E) as their ASCII twins; other characters as they are.
constexpr char32_t foldWidth(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c; }

constexpr bool isDigit(char32_t c) { return foldWidth(c) >= U'0' && foldWidth(c) <= U'9'; }

constexpr bool isAsciiLetter(char32_t c) {
    const char32_t f = foldWidth(c);
    return (f >= U'a' && f <= U'z') || (f >= U'A' && f <= U'Z');
}

/// Letters of alphabets: Latin with marks, Greek, Cyrillic. Not Hangul, Han or Kana, which need no spaces around words.
constexpr bool isLetter(char32_t c) {
    return isAsciiLetter(c) || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x370 && c <= 0x52F)
           || (c >= 0x1E00 && c <= 0x1FFF);
}

constexpr bool isCjk(char32_t c) {
    return (c >= 0x3005 && c <= 0x3007) || (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF)
           || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x1100 && c <= 0x11FF) || (c >= 0xF900 && c <= 0xFAFF);
}

/// Spaces that may stand inside a quantity: space, no-break, thin, narrow, ideographic. Not a line end.
constexpr bool isSpace(char32_t c) {
    return c == U' ' || c == U'\t' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x3000;
}

/// Hyphens and dashes; the minus sign too.
constexpr bool isDash(char32_t c) { return foldWidth(c) == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

constexpr bool isApostrophe(char32_t c) { return c == U'\'' || c == 0x2019; }

constexpr char32_t lowerCase(char32_t c) {
    const char32_t f = foldWidth(c);
    return f >= U'A' && f <= U'Z' ? f + 32 : f;
}

/// The character at i, 0 when there is none: lets scanners look one past either end.
constexpr char32_t at(std::u32string_view text, std::size_t i) { return i < text.size() ? text[i] : U'\0'; }

std::size_t skipSpaces(std::u32string_view text, std::size_t i);
std::size_t skipSpacesBack(std::u32string_view text, std::size_t i);

std::size_t digitRunEnd(std::u32string_view text, std::size_t i);

/// The digits of [i, end) as a number, from 100,000 on not to the last digit.
int wholeAt(std::u32string_view text, std::size_t i, std::size_t end);

/// End of the run of letters that starts at i (alphabets only).
std::size_t letterRunEnd(std::u32string_view text, std::size_t i);

/// The ASCII characters of text in lower case, anything else as '?': for looking words up.
std::string asciiLower(std::u32string_view text);

/// The ASCII characters of text as they are, full-width ones folded, anything else as '?'.
std::string ascii(std::u32string_view text);

/// True when text at i starts with the ASCII word, in any case, and no letter or digit follows.
bool startsWithWord(std::u32string_view text, std::size_t i, std::string_view word);

} // namespace assay

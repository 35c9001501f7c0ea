// Scanning helpers over code points.
#include "core/units/characters.h"

namespace assay {

std::size_t skipSpaces(std::u32string_view text, std::size_t i) {
    while (i < text.size() && isSpace(text[i]))
        ++i;
    return i;
}

std::size_t skipSpacesBack(std::u32string_view text, std::size_t i) {
    while (i > 0 && isSpace(text[i - 1]))
        --i;
    return i;
}

std::size_t digitRunEnd(std::u32string_view text, std::size_t i) {
    while (isDigit(at(text, i)))
        ++i;
    return i;
}

int wholeAt(std::u32string_view text, std::size_t i, std::size_t end) {
    int value = 0;
    for (; i < end && value < 100000; ++i)
        value = value * 10 + static_cast<int>(foldWidth(text[i]) - U'0');
    return value;
}

std::size_t letterRunEnd(std::u32string_view text, std::size_t i) {
    while (i < text.size() && isLetter(text[i]))
        ++i;
    return i;
}

std::string asciiLower(std::u32string_view text) {
    std::string lower;
    lower.reserve(text.size());
    for (const char32_t c : text)
        lower += foldWidth(c) < 0x80 ? static_cast<char>(lowerCase(c)) : isApostrophe(c) ? '\'' : '?';
    return lower;
}

std::string ascii(std::u32string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (const char32_t c : text)
        plain += foldWidth(c) < 0x80 ? static_cast<char>(foldWidth(c)) : '?';
    return plain;
}

bool startsWithWord(std::u32string_view text, std::size_t i, std::string_view word) {
    if (i > text.size() || text.size() - i < word.size())
        return false;
    for (std::size_t k = 0; k < word.size(); ++k)
        if (lowerCase(text[i + k]) != static_cast<unsigned char>(word[k]))
            return false;
    const char32_t next = at(text, i + word.size());
    return !isLetter(next) && !isDigit(next);
}

} // namespace assay

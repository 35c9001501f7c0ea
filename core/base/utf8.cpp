// UTF-8 and code points, by the table of the Unicode Standard (3.9, table 3-7): no surrogates, nothing overlong.
#include "core/base/utf8.h"

#include <cstdint>
#include <cstring>

namespace assay {
namespace {

std::uint8_t byteAt(std::string_view text, std::size_t i) { return static_cast<std::uint8_t>(text[i]); }

bool isContinuation(char c) { return (static_cast<std::uint8_t>(c) & 0xC0U) == 0x80U; }

/// Length of the well-formed sequence that starts at i, 0 when there is none.
std::size_t sequenceLength(std::string_view text, std::size_t i) {
    const std::uint8_t lead = byteAt(text, i);
    if (lead < 0x80)
        return 1;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() - i < length)
        return 0;
    const std::uint8_t second = byteAt(text, i + 1);
    const std::uint8_t least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const std::uint8_t most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < least || second > most)
        return 0;
    for (std::size_t k = 2; k < length; ++k)
        if (!isContinuation(text[i + k]))
            return 0;
    return length;
}

/// Bytes at the start of text that are plain ASCII, counted in steps of 8.
std::size_t asciiRun(std::string_view text) {
    std::size_t i = 0;
    for (std::uint64_t word = 0; i + 8 <= text.size(); i += 8) {
        std::memcpy(&word, text.data() + i, 8);
        if (word & 0x8080808080808080ULL)
            break;
    }
    return i;
}

void append(std::string& text, char32_t c) {
    const auto tail = [&](int shift) { text += static_cast<char>(0x80U | ((c >> shift) & 0x3FU)); };
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xC0U | (c >> 6));
        tail(0);
    } else if (c < 0x10000) {
        text += static_cast<char>(0xE0U | (c >> 12));
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xF0U | (c >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

} // namespace

std::size_t validUtf8Prefix(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size()) {
        i += asciiRun(text.substr(i));
        const std::size_t length = i < text.size() ? sequenceLength(text, i) : 0;
        if (length == 0)
            break;
        i += length;
    }
    return i;
}

bool isUtf8(std::string_view text) { return validUtf8Prefix(text) == text.size(); }

std::size_t codePointCount(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text)
        count += isContinuation(c) ? 0U : 1U;
    return count;
}

std::size_t byteOffset(std::string_view text, std::size_t codePoint) {
    std::size_t i = 0;
    for (std::size_t seen = 0; i < text.size(); ++i) {
        if (isContinuation(text[i]))
            continue;
        if (seen == codePoint)
            return i;
        ++seen;
    }
    return i;
}

std::string_view codePoints(std::string_view text, std::size_t start, std::size_t end) {
    const std::size_t from = byteOffset(text, start);
    const std::string_view rest = text.substr(from);
    return rest.substr(0, byteOffset(rest, end > start ? end - start : 0));
}

std::u32string toUtf32(std::string_view text) {
    std::u32string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = sequenceLength(text, i);
        if (length == 0) { // U+FFFD for each byte that is no UTF-8
            result += char32_t{0xFFFD};
            ++i;
            continue;
        }
        char32_t c = length == 1 ? byteAt(text, i) : byteAt(text, i) & (0x7FU >> length);
        for (std::size_t k = 1; k < length; ++k)
            c = (c << 6) | (byteAt(text, i + k) & 0x3FU);
        result += c;
        i += length;
    }
    return result;
}

std::string toUtf8(std::u32string_view text) {
    std::string result;
    result.reserve(text.size());
    for (const char32_t c : text) {
        const bool isScalar = c < 0xD800 || (c > 0xDFFF && c <= 0x10FFFF);
        append(result, isScalar ? c : char32_t{0xFFFD});
    }
    return result;
}

} // namespace assay

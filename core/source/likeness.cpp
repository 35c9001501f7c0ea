// A word is hashed as it is read; a run's hash is made of its words' hashes. Only the smallest are kept, in a heap.
#include "core/source/likeness.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <unicode/uchar.h>
#include <utility>

namespace assay {
namespace {

constexpr std::size_t runLength = 5; // words: shorter runs are phrases that every text has, longer ones miss edits

/// Finaliser of splitmix64 (G. Steele and others, "Fast splittable pseudorandom number generators", 2014).
std::uint64_t mixed(std::uint64_t x) {
    x = (x ^ x >> 30U) * 0xBF58476D1CE4E5B9U;
    x = (x ^ x >> 27U) * 0x94D049BB133111EBU;
    return x ^ x >> 31U;
}

constexpr std::uint64_t noWord = 0xCBF29CE484222325U; // FNV-1a's start

bool isWide(char32_t c) {
    return (c >= 0x3041 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF)
           || (c >= 0x20000 && c <= 0x3FFFF);
}

/// 0 for what divides words.
char32_t folded(char32_t c) {
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : c >= 'A' && c <= 'Z' ? c + 32 : 0;
    return u_isalnum(static_cast<UChar32>(c)) != 0 ? static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))) : 0;
}

/// The smallest values given, each once.
class Smallest {
public:
    void add(std::uint64_t value) {
        if (m_heap.size() == sketchSize && value >= m_heap.front())
            return;
        if (std::find(m_heap.begin(), m_heap.end(), value) != m_heap.end())
            return;
        if (m_heap.size() == sketchSize) {
            std::pop_heap(m_heap.begin(), m_heap.end());
            m_heap.pop_back();
        }
        m_heap.push_back(value);
        std::push_heap(m_heap.begin(), m_heap.end());
    }
    std::vector<std::uint64_t> take() {
        std::sort_heap(m_heap.begin(), m_heap.end());
        return std::move(m_heap);
    }

private:
    std::vector<std::uint64_t> m_heap; ///< the largest first
};

class Runs {
public:
    void add(std::uint64_t word) {
        m_words[m_count++ % runLength] = mixed(word);
        if (m_count >= runLength)
            m_smallest.add(hash(runLength));
    }
    std::vector<std::uint64_t> take() {
        if (m_count > 0 && m_count < runLength) // a text of few words is one run
            m_smallest.add(hash(m_count));
        return m_smallest.take();
    }

private:
    std::uint64_t hash(std::size_t length) const {
        std::uint64_t all = length;
        for (std::size_t i = m_count - length; i < m_count; ++i)
            all = mixed(all * 0x9E3779B97F4A7C15U + m_words[i % runLength]);
        return all;
    }
    std::array<std::uint64_t, runLength> m_words{};
    std::size_t m_count = 0;
    Smallest m_smallest;
};

} // namespace

TextSketch sketchOf(std::string_view utf8, const std::vector<TextRange>& quiet) {
    Runs runs;
    std::uint64_t word = noWord;
    auto next = quiet.begin();
    std::size_t at = 0; // code points
    for (std::size_t i = 0; i < utf8.size(); ++at) {
        const auto lead = static_cast<unsigned char>(utf8[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        char32_t c = lead < 0x80 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t k = 1; k < length && i + k < utf8.size(); ++k)
            c = c << 6U | (static_cast<unsigned char>(utf8[i + k]) & 0x3FU);
        i += length;
        while (next != quiet.end() && next->end <= at)
            ++next;
        const bool isQuiet = next != quiet.end() && next->start <= at;
        const char32_t letter = isQuiet ? 0 : folded(c);
        if ((letter == 0 || isWide(c)) && word != noWord)
            runs.add(std::exchange(word, noWord));
        if (letter != 0)
            word = (word ^ letter) * 0x100000001B3U; // FNV-1a
        if (letter != 0 && isWide(c))
            runs.add(std::exchange(word, noWord));
    }
    if (word != noWord)
        runs.add(word);
    return TextSketch{runs.take()};
}

double likeness(const TextSketch& a, const TextSketch& b) {
    std::size_t both = 0, all = 0;
    const std::size_t most = a.hashes.size() < sketchSize && b.hashes.size() < sketchSize ? 2 * sketchSize : sketchSize;
    auto x = a.hashes.begin();
    auto y = b.hashes.begin();
    for (; all < most && (x != a.hashes.end() || y != b.hashes.end()); ++all) {
        const bool takesX = y == b.hashes.end() || (x != a.hashes.end() && *x <= *y);
        const bool takesY = x == a.hashes.end() || (y != b.hashes.end() && *y <= *x);
        both += takesX && takesY ? 1U : 0U;
        x += takesX ? 1 : 0;
        y += takesY ? 1 : 0;
    }
    return all == 0 ? 0.0 : static_cast<double>(both) / static_cast<double>(all);
}

} // namespace assay

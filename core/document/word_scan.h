// WordScan: where words stand in a long text, at the speed of memory. Bytes are compared as they are: fold first.
#pragma once

#include <cstddef>
#include <cstring>
#include <string_view>

namespace assay {

/// Blocks in which no place has the two rarest bytes of the words are passed over; the loop over a block is simple
/// enough for any compiler to vectorise it.
class WordScan {
public:
    /// `words` is not empty; both outlive the scan.
    WordScan(std::string_view text, std::string_view words) : m_text(text), m_words(words) {
        for (std::size_t i = 1; i < words.size(); ++i)
            if (commonness(words[i]) < commonness(words[m_first]))
                m_first = i;
        m_second = m_first == 0 ? words.size() - 1 : 0;
        for (std::size_t i = 0; i < words.size(); ++i)
            if (i != m_first && commonness(words[i]) < commonness(words[m_second]))
                m_second = i;
    }

    /// The first place at or behind `from`; npos: none.
    std::size_t next(std::size_t from) const {
        if (m_text.size() < m_words.size())
            return std::string_view::npos;
        const std::size_t end = m_text.size() - m_words.size() + 1;
        for (; from + block <= end; from += block)
            if (mayStandIn(m_text.data() + from))
                for (std::size_t at = from; at < from + block; ++at)
                    if (standsAt(at))
                        return at;
        for (; from < end; ++from)
            if (standsAt(from))
                return from;
        return std::string_view::npos;
    }

private:
    static constexpr std::size_t block = 64; // bytes: a cache line, four registers of SSE2

    /// The greater, the more often a byte stands in English texts and numbers.
    static std::size_t commonness(char c) {
        constexpr std::string_view common = " etaoinsrhldcumfpgwybvkxjqz0123456789.,-";
        const std::size_t place = common.find(c);
        return place == common.npos ? 0 : common.size() - place;
    }
    bool mayStandIn(const char* start) const {
        const char *first = start + m_first, *second = start + m_second;
        const char a = m_words[m_first], b = m_words[m_second];
        unsigned char any = 0;
        for (std::size_t i = 0; i < block; ++i)
            any = static_cast<unsigned char>(any | static_cast<unsigned char>((first[i] == a) & (second[i] == b)));
        return any != 0;
    }
    bool standsAt(std::size_t at) const {
        return m_text[at + m_first] == m_words[m_first]
               && std::memcmp(m_text.data() + at, m_words.data(), m_words.size()) == 0;
    }

    std::string_view m_text;
    std::string_view m_words;
    std::size_t m_first = 0; ///< places of the two rarest bytes in the words
    std::size_t m_second = 0;
};

} // namespace assay

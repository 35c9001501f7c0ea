// One pass over the bytes.
#include "core/source/pages.h"

#include <algorithm>

namespace assay {

std::vector<std::size_t> pageStarts(std::string_view utf8) {
    std::vector<std::size_t> starts{0};
    std::size_t at = 0; // code points
    for (const char c : utf8) {
        at += (static_cast<unsigned char>(c) & 0xC0U) == 0x80U ? 0U : 1U;
        if (c == '\f')
            starts.push_back(at);
    }
    return starts;
}

std::size_t pageAt(const std::vector<std::size_t>& starts, std::size_t codePoint) {
    return static_cast<std::size_t>(std::upper_bound(starts.begin(), starts.end(), codePoint) - starts.begin());
}

} // namespace assay

// How alike two texts are: the share of their runs of five words that both have. Texts are compared by small sketches,
// so that a thousand sources cost one pass over each. Knows no source.
#pragma once

#include "core/source/text_range.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace assay {

/// The smallest hashes of the text's runs of words: an even sample, the same runs of every text that has them
/// (A. Broder, "On the resemblance and containment of documents", 1997).
struct TextSketch {
    std::vector<std::uint64_t> hashes; ///< ascending, each once, at most sketchSize
    bool operator==(const TextSketch&) const = default;
};

inline constexpr std::size_t sketchSize = 512; ///< the likeness is good to about 2 hundredths (standard error)
inline constexpr double nearDuplicate = 0.5;   ///< from here on one text looks like a version of the other

/// Of the words outside the quiet ranges (ascending, apart), capitals and marks left out; a character of Chinese or
/// Japanese is a word.
TextSketch sketchOf(std::string_view utf8, const std::vector<TextRange>& quiet = {});

/// 0: no run of words in common; 1: all. An estimate for texts of more than sketchSize runs.
double likeness(const TextSketch& a, const TextSketch& b);

} // namespace assay

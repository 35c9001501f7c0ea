// Finding a quote again in a text that may have changed: by position, by its exact words, by its words reflowed.
#pragma once

#include "core/source/anchor.h"

#include <cstddef>
#include <string_view>

namespace assay {

enum class AnchorState {
    anchored, ///< the same words at the same place
    moved,    ///< the same words elsewhere
    orphan    ///< not found: the anchor keeps its quote and is never put "somewhere near"
};

struct FoundAnchor {
    AnchorState state = AnchorState::orphan;
    std::size_t start = 0; ///< code points in the new text
    std::size_t end = 0;
    std::size_t rivals = 0; ///< other places with the same words
    bool operator==(const FoundAnchor&) const = default;
};

/// Several places with the same words: the one whose surroundings agree best with prefix and suffix, then the nearest.
/// Runs of white space of any kind count as one space and soft hyphens as nothing where the exact words are not found.
FoundAnchor findAnchor(std::string_view text, const Anchor& anchor);

} // namespace assay

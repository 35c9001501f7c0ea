// Finding a quote again in a text that may have changed: by position, by its words, by its words reflowed, by most of
// its words; numbers apart. (evidence: "Anchors and number-aware re-anchoring")
#pragma once

#include "core/source/anchor.h"
#include "core/source/anchor_text.h"
#include "core/units/read_quantity.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace assay {

enum class AnchorState {
    anchored,      ///< the same words at the same place
    moved,         ///< the same words elsewhere
    edited,        ///< changed words, the same numbers
    numberChanged, ///< found, but a value, unit or bound in it is another
    orphan         ///< not found: the anchor keeps its quote and is never put "somewhere near"
};

/// "anchored", "moved", "edited", "number-changed", "orphan": the words of the command line.
std::string_view anchorStateText(AnchorState state);

struct FoundAnchor {
    AnchorState state = AnchorState::orphan;
    std::size_t start = 0; ///< code points in the new text; 0 when it is an orphan
    std::size_t end = 0;
    std::size_t rivals = 0; ///< of moved: other places with the same words
    double score = 0;       ///< 0..1; of an orphan that of the best place that was not good enough
    std::string was;        ///< of numberChanged: the number in the quote; empty: a number came in
    std::string now;        ///< and what stands there now; empty: it is gone
    bool operator==(const FoundAnchor&) const = default;
};

/// Several places with the same words: the one whose surroundings agree best with prefix and suffix, then the nearest.
/// White space of any kind counts as one space and soft hyphens as nothing.
FoundAnchor findAnchor(const AnchorText& text, const Anchor& anchor, const ReadOptions& options = {});

/// The same for one quote in a text.
FoundAnchor findAnchor(std::string_view text, const Anchor& anchor, const ReadOptions& options = {});

} // namespace assay

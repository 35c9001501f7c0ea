// Who a sentence says said it, and how sure of it the words are: by verbs and hedges, in English, Korean, Chinese and
// Japanese. A guess for the analyst to correct. Knows no project.
#pragma once

#include "core/claims/claim.h"

#include <string>
#include <string_view>
#include <vector>

namespace assay {

/// The sentence around the bytes [start, end) of a text; line ends end sentences too, the point of "5.6" does not.
std::string_view sentenceAround(std::string_view text, std::size_t start, std::size_t end);

/// The name that a verb of saying or "according to" goes with; empty: the sentence names nobody.
std::string claimantIn(std::string_view sentence);

/// Runs of capitalised words that can be names, in order, each once; "H800" and "The" are none. For scripts with
/// capitals.
std::vector<std::string> namesIn(std::string_view sentence);

struct Certainty {
    Modality modality = Modality::estimated;
    std::string hedge; ///< as written; empty: none
    bool operator==(const Certainty&) const = default;
};

/// By the first word that hedges, else by the verb: "disclosed" and "announced" disclose, "measured" measures.
Certainty certaintyOf(std::string_view sentence);

} // namespace assay

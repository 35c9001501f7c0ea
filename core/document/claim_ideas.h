// What a claim's fields can be completed from while it is typed, the likeliest first. Ideas only: a guess that needs no
// look is suggestClaim's.
#pragma once

#include "core/document/new_claim.h"

#include <string>
#include <vector>

namespace assay {

struct ClaimIdeas {
    std::vector<std::string> subjects;   ///< named in the sentence, of earlier claims the last first, speakers
    std::vector<std::string> attributes; ///< of the codebook in the draft's unit, usual ones in it, the others
    std::vector<std::string> speakers;   ///< of the project, those named in the sentence first
    std::string attribute;               ///< a usual one that fits unit and sentence, when the codebook has none
    std::string subject;                 ///< one of the sentence's names, when nothing else is known
};

ClaimIdeas ideasFor(const Document& document, const ClaimDraft& draft);

} // namespace assay

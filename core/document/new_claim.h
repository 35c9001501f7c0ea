// A claim out of words: what the analyst types beside a selection becomes a claim with its mention, its speaker and,
// when it is new, its attribute, as one edit.
#pragma once

#include "core/base/result.h"
#include "core/document/document.h"

#include <cstddef>
#include <string>
#include <vector>

namespace assay {

/// The selected words and what they are taken to say.
struct ClaimDraft {
    SourceId source;
    std::size_t start = 0; ///< code points of the source, end exclusive
    std::size_t end = 0;
    std::string subject;
    std::string attribute; ///< title of an attribute; a title that none has makes a new one with the quantity's unit
    std::string quantity;  ///< read by readQuantity; empty: a claim without a number
    std::string speaker;   ///< name or alias; a name that nobody has makes a new speaker; empty: the publication itself
    Modality modality = Modality::estimated;
    std::string hedge; ///< of the mention; empty: none
};

/// The claim gets the document's next free id (freeClaimId before the call). Its chain runs from the speaker to the
/// source's publisher. Errors: idUnknown, fieldValue (words outside the text), nameEmpty (subject, attribute),
/// readQuantity's.
Result<Document> addClaimFromWords(const Document& document, const ClaimDraft& draft);

/// Words as further mentions of a claim that is there, as one edit. Of each draft place, speaker, modality and hedge
/// are used; words that a mention of this claim already touches are left out. Errors: idUnknown, fieldValue.
Result<Document> addMentions(const Document& document, const ClaimId& claim, const std::vector<ClaimDraft>& words);

/// A speaker as the analyst writes it.
struct NamedUtterance {
    std::string name; ///< or an alias; a name that nobody has makes a new speaker
    SpeakerRole role = SpeakerRole::relay;
    bool operator==(const NamedUtterance&) const = default;
};

/// The claim with another chain of speakers in one mention, originator first; empty names are left out, and an alias is
/// kept as the spelling. Errors: idUnknown, chainRepeats.
Result<Document> setChain(const Document& document, const ClaimId& claim, const MentionId& mention,
                          const std::vector<NamedUtterance>& chain);

/// The claim with its attribute named by title; a new title makes a new attribute. Errors: idUnknown, nameEmpty.
Result<Document> setClaimAttribute(const Document& document, const ClaimId& id, const std::string& title);

/// The claim with its quantity read from text; empty: no number. Errors: idUnknown, readQuantity's.
Result<Document> setClaimQuantity(const Document& document, const ClaimId& id, const std::string& text);

} // namespace assay

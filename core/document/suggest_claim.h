// A first guess at the claim behind selected words, for the analyst to correct. It changes nothing and never guesses a
// number that the reader is unsure of.
#pragma once

#include "core/document/new_claim.h"

namespace assay {

/// Base units with every chip as GPU: what makes two quantities of one kind; empty when the text is no unit.
std::string likeUnit(const std::string& text);

/// Quantity: the only one that the words touch, with the words that bound it. Attribute: of those in the same
/// units, chips counted as GPU, the one with most words in the sentence, then the most used. Subject: an earlier one
/// that the sentence names before the words, else that of the nearest claim before them, else of the last claim.
/// Speaker: the one of the project named last in the sentence so far, else behind the words, else whom its verbs of
/// saying name. Modality and hedge: by the sentence's words. What can't be guessed stays empty.
ClaimDraft suggestClaim(const Document& document, const SourceId& source, std::size_t start, std::size_t end);

} // namespace assay

// One field of one claim or of many as the analyst types it: what a table's cells, filling down and changing a
// selection come to.
#pragma once

#include "core/base/result.h"
#include "core/document/document.h"

#include <string>
#include <vector>

namespace assay {

enum class ClaimField {
    subject,
    attribute, ///< by title; a new title makes a new attribute
    statement,
    quantity, ///< read in the language of the claim's first source
    asOf,     ///< "2025", "2025-01", "2025-01-27", with a time or empty
    scope,
    grade,      ///< "B2", "B-", "-2"; "-" or empty: none
    verified,   ///< the file's words
    assessment, ///< the file's words
    note
};

/// What is typed to get the field as the claim has it.
std::string claimFieldText(const Document& document, const Claim& claim, ClaimField field);

/// Whether the text can be typed into the field of this claim: the errors of setClaimField.
Result<> checkClaimField(const Document& document, const Claim& claim, ClaimField field, const std::string& text);

/// The claims with this field read from text; all or none. Errors: idUnknown, nameEmpty, fieldValue, readQuantity's.
Result<Document> setClaimField(const Document& document, const std::vector<ClaimId>& claims, ClaimField field,
                               const std::string& text);

/// The claims with this field as the first has it, its reading of the number too. Error: idUnknown.
Result<Document> fillClaimField(const Document& document, const ClaimId& from, const std::vector<ClaimId>& claims,
                                ClaimField field);

} // namespace assay

// Claims into an input: one claim, the interval of several, or a distribution weighted by grade and originators; the
// text that they make, and how it follows them when they change.
#pragma once

#include "core/base/result.h"
#include "core/claims/claim_weights.h"
#include "core/document/document.h"

#include <string>
#include <vector>

namespace assay {

/// One claim as an input takes it.
struct TakenClaim {
    ClaimId claim;
    double low = 0; ///< the set its words stand for, in the unit of the text; both ends, an open one by the analyst
    double high = 0;
    ClaimWeight weight; ///< as computed
    double share = 0; ///< rule weighted: of the mixture, with the analyst's own weights in place; 1 over the count else
};

struct TakenClaims {
    std::string text; ///< TEXT of the input
    std::string unit; ///< what its numbers are in
    std::vector<TakenClaim> parts;
};

/// Claims with a number of the input's dimension, any chip where the model says GPU, in document order.
std::vector<ClaimId> fittingClaims(const Document& document, const ModelInput& input);

/// True for a claim such as "more than $100M": as a basis it needs the other end, which the analyst gives.
bool needsOtherEnd(const Claim& claim);

/// What a claim says, in short, so that a later change can be told: "5,600,000 USD (5,550,000 to 5,650,000)".
std::string claimSays(const Claim& claim);

/// What the terms make of an input. single: the set of the one claim; interval: `interval(low, high)`, the hull of the
/// sets; weighted: `mix(share: set, ...)`, a set of a value as uniform between its ends (E. T. Jaynes 1957: nothing
/// else is said), a range as the 90 % interval that it is when it is typed. A weight of the analyst's own stands in
/// place of grade times originators. Errors: fieldValue (rule free, no claim, several under single), idUnknown,
/// fieldMissing (no number), inputUnit, unit*, chipsMixed, inputNeedsInterval (place = the claim: a bound without its
/// other end), inputSyntax, intervalReversed (the end on the wrong side), weightsZero.
Result<TakenClaims> takeClaims(const Document& document, const ModelInput& input, ClaimsRule rule,
                               const std::vector<BasisTerm>& terms);

/// Puts them in; a note that is there stays. Errors: idUnknown, inputUnknown, takeClaims', setInput's.
Result<Document> bindClaims(const Document& document, const ScenarioId& scenario, const VariableId& input,
                            ClaimsRule rule, std::vector<BasisTerm> terms);

/// The document after an edit, with every input that said what its claims said before saying what they say now: by
/// value, grade, links or speakers. An input that the edit itself changed stays, and so does one whose claims can't be
/// taken any more.
Document followClaims(const Document& before, Document after);

/// Removes claims out of every basis: the input keeps its text and names what it stood on. (Basis::lost)
void loseClaims(Document& document, const std::vector<ClaimId>& claims);

} // namespace assay

// How much each of several claims weighs when one value is made of them all: a linear opinion pool (M. Stone 1961, "The
// opinion pool", Annals of Mathematical Statistics 32). Knows no input and no distribution.
#pragma once

#include "core/claims/evidence.h"

#include <vector>

namespace assay {

struct ClaimWeight {
    double grade = 0;       ///< gradeWeight of the claim
    double originators = 0; ///< who said it first: each resolved one shared evenly among the claims that go back to it
    double share = 0;       ///< of the pool: grade * originators over the sum; all 0 when none has any
    std::vector<SpeakerId> voices; ///< those originators
};

/// 0 .. 1. Where the analyst says how likely the claim is, the middle of that band (ICD 203, 2015); else letter times
/// digit, each by the rank-sum weights of its five steps, 1 to 1/5 (W. Stillwell, D. Seaver and
/// W. Edwards 1981, Organizational Behavior and Human Performance 28); the steps are those of US Army FM 2-22.3 (2006),
/// tables B-1 and B-2. What cannot be judged (F, 6) or is not graded yet stands in the middle, 3/5.
double gradeWeight(const Grade& grade);

/// One a claim, in their order. An originator counts once, however many of the claims repeat it; one that is not
/// resolved counts nothing, unless that goes for all of them: then nothing tells the claims apart but their grades.
std::vector<ClaimWeight> weighClaims(const Evidence& evidence, const std::vector<const Claim*>& claims);

} // namespace assay

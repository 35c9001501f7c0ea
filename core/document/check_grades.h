// The rule of a grading scale against a document: a grade that says "confirmed" needs independent originators.
#pragma once

#include "core/base/result.h"
#include "core/claims/evidence.h"
#include "core/document/document.h"

#include <vector>

namespace assay {

/// Grades that the claims do not bear (any more), one note each.
std::vector<Finding> unfoundedGrades(const Evidence& evidence, const Document& document);

/// Error gradeUnfounded when a grade of the claim, which is a row of the document, is on the first step of a scale with
/// a rule, was not before, and has too few originators. `before`: the grade it had.
Result<> checkNewGrade(const Document& document, const Claim& claim, const Grade& before);

/// The same for many claims at once, by the rows of `after` whose grades are others in `before`: one pass over all.
Result<> checkNewGrades(const Document& before, const Document& after);

} // namespace assay

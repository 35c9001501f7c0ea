// Grading scales: the words and the rule of each, shipped or the project's own, and how many independent originators a
// claim has to show for them. Knows no document.
#pragma once

#include "core/base/result.h"
#include "core/claims/evidence.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

inline constexpr std::string_view reliabilityScale = "reliability"; ///< A to F: the source on this topic
inline constexpr std::string_view credibilityScale = "credibility"; ///< 1 to 6: the information
inline constexpr std::string_view likelihoodScale = "likelihood";   ///< seven bands, lowest first
inline constexpr std::string_view confidenceScale = "confidence";   ///< high, moderate, low

/// The four scales, one row each: words and, for "confirmed", two independent originators. (Admiralty code: NATO STANAG
/// 2511; ICD 203 of 2015, first row of its two wordings.)
std::span<const GradeScale> shippedScales();

/// The second row of words for the bands of ICD 203: a project may use it, but not beside the first one.
std::span<const std::string_view> otherLikelihoodWords();

/// Its words with the project's own in their place where those are complete; the project's rule where it has a row.
GradeScale scaleOf(const Rows<GradeScale>& own, std::string_view id);

/// What a grade says on a scale, by the scale's words: "B usually reliable", "likely (55-80 %)"; empty: not graded.
std::string gradeWords(const GradeScale& scale, const Grade& grade);

/// The whole grade: "B2, likely (55-80 %), moderate confidence"; empty: not graded at all.
std::string gradeText(const Rows<GradeScale>& own, const Grade& grade);

/// True when the grade stands on the scale's first step, which is the one a rule is about.
bool isFirstStep(std::string_view scale, const Grade& grade);

/// Ends of a band as probabilities (ICD 203, section D.6.e.2.a); none: not judged.
struct Probability {
    double low = 0;
    double high = 0;
};
std::optional<Probability> probabilityOf(LikelihoodBand band);

/// Error gradeWords: another number of words than steps, an empty or repeated one, words of both rows of ICD 203;
/// fieldValue: no such scale, a rule of fewer than 0 or more than 99 originators.
Result<> checkScale(const GradeScale& scale);

/// Who confirms a claim: the independent originators of it and of the claims that agree with it. "Over 300" does not
/// confirm 589. One entry a claim asked for, in the order of the evidence.
struct GradeSupport {
    const Claim* claim = nullptr;
    std::vector<SpeakerId> originators;
};
std::vector<GradeSupport> supportOf(const Evidence& evidence, const std::vector<const Claim*>& claims);

} // namespace assay

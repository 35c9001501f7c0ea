// Roots by links and chains come from provenance; here they are shared out.
#include "core/claims/claim_weights.h"

#include "core/claims/grade.h"
#include "core/claims/provenance.h"

#include <algorithm>
#include <map>

namespace assay {
namespace {

constexpr double steps = 5;
constexpr double middle = 3 / steps;

/// 'A' of 'A'..'E' or '1' of '1'..'5' is the first step.
double rankWeight(char mark, char first) {
    const int step = mark - first;
    return step >= 0 && step < static_cast<int>(steps) ? (steps - step) / steps : middle;
}

} // namespace

double gradeWeight(const Grade& grade) {
    if (const std::optional<Probability> likely = probabilityOf(grade.likelihood))
        return (likely->low + likely->high) / 2;
    return rankWeight(grade.reliability, 'A') * rankWeight(grade.credibility, '1');
}

std::vector<ClaimWeight> weighClaims(const Evidence& evidence, const std::vector<const Claim*>& claims) {
    std::vector<ClaimWeight> weights;
    std::map<SpeakerId, int> users;
    for (const Claim* claim : claims) {
        weights.push_back(ClaimWeight{gradeWeight(claim->grade), 0, 0, provenanceOf(evidence, {claim}).originators});
        for (const SpeakerId& voice : weights.back().voices)
            ++users[voice];
    }
    for (ClaimWeight& weight : weights)
        for (const SpeakerId& voice : weight.voices)
            weight.originators += 1.0 / users[voice];
    if (users.empty())
        for (ClaimWeight& weight : weights)
            weight.originators = 1;
    double sum = 0;
    for (const ClaimWeight& weight : weights)
        sum += weight.grade * weight.originators;
    for (ClaimWeight& weight : weights)
        weight.share = sum > 0 ? weight.grade * weight.originators / sum : 0;
    return weights;
}

} // namespace assay

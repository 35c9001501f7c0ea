// Grades on the first step of a scale, their originators counted.
#include "core/document/check_grades.h"

#include "core/base/error_code.h"
#include "core/claims/grade.h"

#include <algorithm>
#include <deque>
#include <unordered_set>

namespace assay {
namespace {

std::vector<GradeScale> scalesWithRule(const Document& document) {
    std::vector<GradeScale> scales;
    for (const GradeScale& shipped : shippedScales())
        if (GradeScale scale = scaleOf(document.gradeScales, shipped.id.value); scale.originators > 0)
            scales.push_back(std::move(scale));
    return scales;
}

std::string originatorText(const Evidence& evidence, const std::vector<SpeakerId>& originators) {
    if (originators.empty())
        return "none";
    std::vector<std::string> names;
    for (const SpeakerId& id : originators)
        names.push_back(speakerName(evidence, id));
    return listText(names);
}

bool isFounded(const GradeSupport& support, const GradeScale& scale) {
    return support.originators.size() >= static_cast<std::size_t>(scale.originators);
}

bool isNewOnFirstStep(const GradeScale& scale, const Grade& grade, const Grade& before) {
    return isFirstStep(scale.id.value, grade) && !isFirstStep(scale.id.value, before);
}

Error unfounded(const Evidence& evidence, const GradeSupport& support, const GradeScale& scale) {
    return Error(ErrorCode::gradeUnfounded, support.claim->id.value,
                 {gradeWords(scale, support.claim->grade), std::to_string(scale.originators),
                  originatorText(evidence, support.originators)});
}

/// What one claim's originators depend on: claims of its subject and attribute, and those that links lead back to. The
/// whole document would cost a pass over everything for one field of one claim.
Evidence evidenceNear(const Document& document, const Claim& claim) {
    std::unordered_set<ClaimId> wanted;
    std::deque<ClaimId> open;
    for (const Row<Claim>& row : document.claims)
        if (row->id == claim.id || (row->subject == claim.subject && row->attribute == claim.attribute))
            if (wanted.insert(row->id).second)
                open.push_back(row->id);
    std::unordered_map<ClaimId, std::vector<ClaimId>> back;
    for (const Row<Link>& link : document.links)
        back[link->from].push_back(link->to);
    for (; !open.empty(); open.pop_front())
        if (const auto found = back.find(open.front()); found != back.end())
            for (const ClaimId& to : found->second)
                if (wanted.insert(to).second)
                    open.push_back(to);
    Rows<Claim> claims;
    for (const Row<Claim>& row : document.claims)
        if (wanted.contains(row->id))
            claims.push_back(row);
    return gatherEvidence(document.sources, document.speakers, document.attributes, std::move(claims), document.links);
}

} // namespace

std::vector<Finding> unfoundedGrades(const Evidence& evidence, const Document& document) {
    std::vector<Finding> findings;
    for (const GradeScale& scale : scalesWithRule(document)) {
        std::vector<const Claim*> graded;
        for (const Row<Claim>& claim : evidence.claims)
            if (isFirstStep(scale.id.value, claim->grade))
                graded.push_back(&*claim);
        for (const GradeSupport& support : supportOf(evidence, graded))
            if (!isFounded(support, scale))
                findings.push_back(makeFinding(
                    "grade " + scale.id.value, FindingKind::circular, Verdict::note, {support.claim},
                    "The grade \"" + gradeWords(scale, support.claim->grade) + "\" of "
                        + wordsAndPlace(evidence, *support.claim) + " needs " + std::to_string(scale.originators)
                        + " independent originators and has " + originatorText(evidence, support.originators)
                        + ": choose another grade or add a mention by somebody else."));
    }
    return findings;
}

Result<> checkNewGrade(const Document& document, const Claim& claim, const Grade& before) {
    for (const GradeScale& scale : scalesWithRule(document)) {
        if (!isNewOnFirstStep(scale, claim.grade, before))
            continue;
        const Evidence evidence = evidenceNear(document, claim);
        const std::vector<GradeSupport> support = supportOf(evidence, {findClaim(evidence, claim.id)});
        if (!isFounded(support.front(), scale))
            return unfounded(evidence, support.front(), scale);
    }
    return {};
}

Result<> checkNewGrades(const Document& before, const Document& after) {
    std::unordered_map<ClaimId, const Claim*> old;
    for (const Row<Claim>& claim : before.claims)
        old.emplace(claim->id, &*claim);
    std::optional<Evidence> evidence;
    for (const GradeScale& scale : scalesWithRule(after)) {
        std::vector<const Claim*> graded;
        for (const Row<Claim>& claim : after.claims)
            if (const auto was = old.find(claim->id);
                isNewOnFirstStep(scale, claim->grade, was == old.end() ? Grade{} : was->second->grade))
                graded.push_back(&*claim);
        if (graded.empty())
            continue;
        if (!evidence)
            evidence = gatherEvidence(after.sources, after.speakers, after.attributes, after.claims, after.links);
        for (const GradeSupport& support : supportOf(*evidence, graded))
            if (!isFounded(support, scale))
                return unfounded(*evidence, support, scale);
    }
    return {};
}

} // namespace assay

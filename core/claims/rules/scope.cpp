// Not rivals, although a reader may take them for such: one attribute in another scope, or attributes that are easily
// mistaken for each other (billed and shipped, held and used, one run and the whole programme).
#include "core/claims/compare.h"
#include "core/claims/rules.h"

#include <algorithm>
#include <array>
#include <map>

namespace assay {

namespace {

struct Confusable {
    std::array<std::string_view, 5> attributes; ///< empty text: none
    std::string_view why;
};

constexpr Confusable confusables[] = {
    {{"singapore-billed", "singapore-shipped", "", "", ""},
     "Billed to a place is not shipped to it: two quantities, not one."},
    {{"gpu-stock", "training-cluster", "", "", ""}, "Held is not used: not comparable."},
    {{"training-cost", "research-spend", "gpu-spend", "server-cost", "project-cost"},
     "Each amount covers something else: all can be true together."},
};

std::vector<const Claim*> claimsOf(const Evidence& evidence, std::string_view attribute, std::string_view subject) {
    std::vector<const Claim*> claims;
    for (const Row<Claim>& claim : evidence.claims)
        if (claim->quantity && claim->attribute.value == attribute && areRelatedSubjects(claim->subject, subject) &&
            !isConversion(evidence, *claim))
            claims.push_back(&*claim);
    return claims;
}

std::string sampleWords(const std::vector<const Claim*>& claims) {
    std::vector<std::string> words;
    for (const Claim* claim : claims)
        if (const std::string text = wordsOf(*claim); std::find(words.begin(), words.end(), text) == words.end())
            words.push_back(text);
    return listText(words);
}

/// Shortest subjects that carry one of the attributes: "DeepSeek" stands for "DeepSeek-V3" too.
std::vector<std::string> subjectsWith(const Evidence& evidence, const Confusable& family) {
    std::vector<std::string> subjects;
    for (const Row<Claim>& claim : evidence.claims) {
        if (claim->attribute.empty() ||
            std::find(family.attributes.begin(), family.attributes.end(), claim->attribute.value) == family.attributes.end())
            continue;
        const auto related = std::find_if(subjects.begin(), subjects.end(),
                                          [&](const std::string& subject) { return areRelatedSubjects(subject, claim->subject); });
        if (related == subjects.end())
            subjects.push_back(claim->subject);
        else if (claim->subject.size() < related->size())
            *related = claim->subject;
    }
    return subjects;
}

std::vector<Finding> confusedAttributes(const Evidence& evidence) {
    std::vector<Finding> findings;
    for (const Confusable& family : confusables)
        for (const std::string& subject : subjectsWith(evidence, family)) {
            std::vector<const Claim*> all;
            std::vector<std::string> words;
            for (const std::string_view attribute : family.attributes)
                if (const auto claims = claimsOf(evidence, attribute, subject); !attribute.empty() && !claims.empty()) {
                    all.insert(all.end(), claims.begin(), claims.end());
                    words.push_back(attributeTitle(evidence, claims.front()->attribute) + " (" + sampleWords(claims) + ")");
                }
            if (words.size() > 1)
                findings.push_back(makeFinding("confused", FindingKind::scope, Verdict::note, all,
                                               subject + ": " + listText(words) + ". " + std::string(family.why)));
        }
    return findings;
}

/// One attribute of one subject at one time from two sources, whose values differ because their scopes do.
std::vector<Finding> otherScopes(const Evidence& evidence) {
    std::map<std::pair<std::string, std::string>, std::vector<const Claim*>> groups;
    for (const Row<Claim>& claim : evidence.claims)
        if (claim->quantity && !isConversion(evidence, *claim))
            groups[{claim->subject, claim->attribute.value}].push_back(&*claim);
    std::vector<Finding> findings;
    for (const auto& [key, claims] : groups) {
        const auto isMistakable = [&](const Claim* a) {
            return std::any_of(claims.begin(), claims.end(), [&](const Claim* b) {
                const auto first = valueSetOf(*a), second = valueSetOf(*b);
                return a->scope != b->scope && first && second && sameDimension(first->unit, second->unit) &&
                       !setsMeet(*first, *second) && timesMeet(*a, *b) && sourcesOf(evidence, {a, b}).size() > 1;
            });
        };
        std::vector<const Claim*> mistakable;
        std::vector<std::string> words;
        for (const Claim* claim : claims)
            if (isMistakable(claim)) {
                mistakable.push_back(claim);
                words.push_back(wordsAndPlace(evidence, *claim) + " for " + (claim->scope.empty() ? "no scope given" : claim->scope));
            }
        if (!mistakable.empty())
            findings.push_back(makeFinding("scope", FindingKind::scope, Verdict::note, mistakable,
                                           mistakable.front()->subject + ", " + attributeTitle(evidence, mistakable.front()->attribute) +
                                               ": " + listText(words) + " differ in scope: not comparable."));
    }
    return findings;
}

} // namespace

std::vector<Finding> findScopeNotes(const Evidence& evidence) {
    std::vector<Finding> findings = confusedAttributes(evidence);
    std::vector<Finding> others = otherScopes(evidence);
    findings.insert(findings.end(), others.begin(), others.end());
    return findings;
}

} // namespace assay

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
        if (claim->quantity && claim->attribute.value == attribute && areRelatedSubjects(claim->subject, subject)
            && !isConversion(evidence, *claim))
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
        if (claim->attribute.empty()
            || std::find(family.attributes.begin(), family.attributes.end(), claim->attribute.value)
                   == family.attributes.end())
            continue;
        const auto related = std::find_if(subjects.begin(), subjects.end(), [&](const std::string& subject) {
            return areRelatedSubjects(subject, claim->subject);
        });
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
                    words.push_back(attributeTitle(evidence, claims.front()->attribute) + " (" + sampleWords(claims)
                                    + ")");
                }
            if (words.size() > 1)
                findings.push_back(makeFinding("confused", FindingKind::scope, Verdict::note, all,
                                               subject + ": " + listText(words) + ". " + std::string(family.why)));
        }
    return findings;
}

/// "US stock market": what one reads as a whole that holds others.
bool isWhole(std::string_view subject) {
    static constexpr std::array<std::string_view, 5> wholes{"market", "industry", "sector", "world", "economy"};
    return std::any_of(wholes.begin(), wholes.end(), [&](std::string_view whole) { return subject.ends_with(whole); });
}

/// A whole and what stands inside it, claims of one attribute at one time: nobody may add them.
std::vector<Finding> wholesWithParts(const Evidence& evidence) {
    std::vector<Comparable> wholes;
    std::map<std::string_view, std::vector<Comparable>> parts;
    for (const Row<Claim>& claim : evidence.claims)
        if (const auto set = valueSetOf(*claim);
            set && !claim->attribute.empty() && !set->unit.factors.empty() && !isConversion(evidence, *claim)) {
            if (isWhole(claim->subject))
                wholes.push_back(Comparable{&*claim, *set});
            else
                parts[claim->attribute.value].push_back(Comparable{&*claim, *set});
        }
    std::vector<Finding> findings;
    for (const Comparable& whole : wholes) {
        std::vector<const Claim*> claims{whole.claim};
        std::vector<std::string> words;
        for (const Comparable& part : parts[whole.claim->attribute.value])
            if (sameDimension(part.set.unit, whole.set.unit) && timesMeet(*part.claim, *whole.claim)
                && claims.size() < mostCompared) {
                claims.push_back(part.claim);
                words.push_back(part.claim->subject + " " + wordsAndPlace(evidence, *part.claim));
            }
        if (!words.empty() && findings.size() < mostCompared)
            findings.push_back(makeFinding("whole", FindingKind::scope, Verdict::note, claims,
                                           attributeTitle(evidence, whole.claim->attribute) + " of "
                                               + whole.claim->subject + ", " + wordsAndPlace(evidence, *whole.claim)
                                               + ", is a whole that " + listText(words)
                                               + " may stand inside: another scope, never to be added."));
    }
    return findings;
}

bool sharesSource(const Claim& a, const Claim& b) {
    return a.mentions.front().anchor.source == b.mentions.front().anchor.source;
}

/// True when a reader may take the two for rivals although their scopes explain the difference.
bool areMistakable(const Comparable& a, const Comparable& b) {
    return a.claim->scope != b.claim->scope && sameDimension(a.set.unit, b.set.unit) && !setsMeet(a.set, b.set)
           && timesMeet(*a.claim, *b.claim) && !sharesSource(*a.claim, *b.claim);
}

bool haveOneScope(const std::vector<Comparable>& members) {
    return std::all_of(members.begin(), members.end(),
                       [&](const Comparable& member) { return member.claim->scope == members.front().claim->scope; });
}

/// One attribute of one subject at one time from two sources, whose values differ because their scopes do.
std::vector<Finding> otherScopes(const Evidence& evidence) {
    std::map<std::pair<std::string, std::string>, std::vector<Comparable>> groups;
    for (const Row<Claim>& claim : evidence.claims)
        if (const auto set = valueSetOf(*claim); set && !claim->mentions.empty() && !isConversion(evidence, *claim))
            groups[{claim->subject, claim->attribute.value}].push_back(Comparable{&*claim, *set});
    std::vector<Finding> findings;
    for (const auto& [key, members] : groups) {
        std::vector<const Claim*> mistakable;
        std::vector<std::string> words;
        if (members.size() > mostCompared || haveOneScope(members))
            continue;
        for (const Comparable& a : members) {
            const auto mistakes = [&](const Comparable& b) { return areMistakable(a, b); };
            if (std::none_of(members.begin(), members.end(), mistakes))
                continue;
            mistakable.push_back(a.claim);
            words.push_back(wordsAndPlace(evidence, *a.claim) + " for "
                            + (a.claim->scope.empty() ? "no scope given" : a.claim->scope));
        }
        if (!mistakable.empty())
            findings.push_back(makeFinding("scope", FindingKind::scope, Verdict::note, mistakable,
                                           mistakable.front()->subject + ", "
                                               + attributeTitle(evidence, mistakable.front()->attribute) + ": "
                                               + listText(words) + " differ in scope: not comparable."));
    }
    return findings;
}

} // namespace

std::vector<Finding> findScopeNotes(const Evidence& evidence) {
    std::vector<Finding> findings = confusedAttributes(evidence);
    std::vector<Finding> others = otherScopes(evidence);
    findings.insert(findings.end(), others.begin(), others.end());
    std::vector<Finding> wholes = wholesWithParts(evidence);
    findings.insert(findings.end(), wholes.begin(), wholes.end());
    return findings;
}

} // namespace assay

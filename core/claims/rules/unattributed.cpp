// A figure without a speaker that another text gives with one: probably derived from it, and no second witness.
#include "core/claims/compare.h"
#include "core/claims/rules.h"

#include <algorithm>

namespace assay {

namespace {

/// True when nobody but the publication itself stands behind the claim.
bool hasNoSpeaker(const Claim& claim) {
    return std::all_of(claim.mentions.begin(), claim.mentions.end(),
                       [](const Mention& mention) { return mention.chain.size() <= 1; });
}

bool isPrinted(const Evidence& evidence, const Claim& claim) {
    const Source* source =
        claim.mentions.empty() ? nullptr : find(evidence.sources, claim.mentions.front().anchor.source);
    if (!source || claim.mentions.front().chain.empty())
        return source != nullptr;
    // A party's own paper has one link in its chain and does have a speaker.
    return claim.mentions.front().chain.front().role != SpeakerRole::party;
}

bool sayTheSame(const Claim& a, const Claim& b) {
    return a.quantity->value && a.quantity->value == b.quantity->value && a.quantity->bound == b.quantity->bound
           && a.quantity->unit == b.quantity->unit;
}

bool areLinked(const Evidence& evidence, const Claim& from, const Claim& to) {
    const auto& links = linksFrom(evidence, from.id);
    return std::any_of(links.begin(), links.end(), [&](const Link* link) { return link->to == to.id; });
}

} // namespace

std::vector<Finding> findUnattributedRepeats(const Evidence& evidence) {
    std::vector<Finding> findings;
    for (const auto& cluster : agreeingClusters(evidence))
        for (const Comparable& bare : cluster)
            for (const Comparable& spoken : cluster) {
                if (!hasNoSpeaker(*bare.claim) || !isPrinted(evidence, *bare.claim) || hasNoSpeaker(*spoken.claim))
                    continue;
                if (!sayTheSame(*bare.claim, *spoken.claim) || areLinked(evidence, *bare.claim, *spoken.claim))
                    continue;
                const std::string speaker = speakerName(evidence, spoken.claim->mentions.front().chain.front().speaker);
                findings.push_back(
                    makeFinding("unattributed", FindingKind::attribution, Verdict::note, {bare.claim, spoken.claim},
                                bare.claim->subject + ", " + attributeTitle(evidence, bare.claim->attribute) + ": "
                                    + wordsAndPlace(evidence, *bare.claim) + " has no speaker; "
                                    + wordsAndPlace(evidence, *spoken.claim) + " names " + speaker
                                    + ". Probably derived from it: link them, or they count as two originators."));
            }
    return findings;
}

} // namespace assay

// A figure without a speaker that another text gives with one: probably derived from it, and no second witness.
#include "core/claims/compare.h"
#include "core/claims/rules.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace assay {

namespace {

/// True when nobody but the publication itself stands behind the claim.
bool hasNoSpeaker(const Claim& claim) {
    return std::all_of(claim.mentions.begin(), claim.mentions.end(),
                       [](const Mention& mention) { return mention.chain.size() <= 1; });
}

/// Of a claim that has one.
SpeakerId firstSpeaker(const Claim& claim) {
    const auto spoken = std::find_if(claim.mentions.begin(), claim.mentions.end(),
                                     [](const Mention& mention) { return mention.chain.size() > 1; });
    return spoken->chain.front().speaker;
}

bool isPrinted(const Evidence& evidence, const Claim& claim) {
    const Source* source =
        claim.mentions.empty() ? nullptr : find(evidence.sources, claim.mentions.front().anchor.source);
    if (!source || claim.mentions.front().chain.empty())
        return source != nullptr;
    // A party's own paper has one link in its chain and does have a speaker.
    return claim.mentions.front().chain.front().role != SpeakerRole::party;
}

/// What two claims must share to say the same figure.
using Figure = std::tuple<double, Bound, std::string>;

std::optional<Figure> figureOf(const Claim& claim) {
    if (!claim.quantity->value)
        return std::nullopt;
    return Figure{*claim.quantity->value, claim.quantity->bound, claim.quantity->unit};
}

bool areLinked(const Evidence& evidence, const Claim& from, const Claim& to) {
    const auto& links = linksFrom(evidence, from.id);
    return std::any_of(links.begin(), links.end(), [&](const Link* link) { return link->to == to.id; });
}

} // namespace

std::vector<Finding> findUnattributedRepeats(const Evidence& evidence) {
    std::vector<Finding> findings;
    for (const auto& cluster : agreeingClusters(evidence)) {
        std::map<Figure, const Claim*> spoken; // the first with a speaker
        for (const Comparable& member : cluster)
            if (const auto figure = figureOf(*member.claim); figure && !hasNoSpeaker(*member.claim))
                spoken.try_emplace(*figure, member.claim);
        for (const Comparable& member : cluster) {
            const Claim& bare = *member.claim;
            const auto figure = figureOf(bare);
            if (!figure || !spoken.contains(*figure) || !hasNoSpeaker(bare) || !isPrinted(evidence, bare))
                continue;
            const Claim& origin = *spoken[*figure];
            if (areLinked(evidence, bare, origin))
                continue;
            const std::string speaker = speakerName(evidence, firstSpeaker(origin));
            findings.push_back(makeFinding("unattributed", FindingKind::attribution, Verdict::note, {&bare, &origin},
                                           bare.subject + ", " + attributeTitle(evidence, bare.attribute) + ": "
                                               + wordsAndPlace(evidence, bare) + " has no speaker; "
                                               + wordsAndPlace(evidence, origin) + " names " + speaker
                                               + ". Probably derived from it: link them, or they count as two "
                                                 "originators."));
        }
    }
    return findings;
}

} // namespace assay

// Walks chains and links to who said it first.
#include "core/claims/provenance.h"

#include <algorithm>

namespace assay {

namespace {

bool leadsBack(LinkType type) {
    return type == LinkType::repeats || type == LinkType::quotes || type == LinkType::derivedFrom;
}

template <class T>
void addOnce(std::vector<T>& list, const T& item) {
    if (std::find(list.begin(), list.end(), item) == list.end())
        list.push_back(item);
}

void walkBack(const Evidence& evidence, const Claim& claim, std::vector<const Claim*>& seen,
              std::vector<const Claim*>& roots) {
    if (std::find(seen.begin(), seen.end(), &claim) != seen.end())
        return; // a circle of links has no root
    seen.push_back(&claim);
    bool goesBack = false;
    for (const Link* link : linksFrom(evidence, claim.id))
        if (leadsBack(link->type))
            if (const Claim* origin = findClaim(evidence, link->to)) {
                goesBack = true;
                walkBack(evidence, *origin, seen, roots);
            }
    if (!goesBack)
        addOnce(roots, &claim);
}

bool isResolved(const Evidence& evidence, const SpeakerId& speaker) {
    const Speaker* row = find(evidence.speakers, speaker);
    return row && row->resolved;
}

} // namespace

std::vector<const Claim*> rootsOf(const Evidence& evidence, const Claim& claim) {
    std::vector<const Claim*> seen, roots;
    walkBack(evidence, claim, seen, roots);
    return roots;
}

Provenance provenanceOf(const Evidence& evidence, const std::vector<const Claim*>& claims) {
    Provenance provenance;
    provenance.sources = sourcesOf(evidence, claims).size();
    for (const Claim* claim : claims) {
        provenance.mentions += claim->mentions.size();
        for (const Mention& mention : claim->mentions) {
            for (const Utterance& utterance : mention.chain)
                if (utterance.role == SpeakerRole::endorser)
                    addOnce(provenance.endorsers, utterance.speaker);
            if (!mention.chain.empty() && !isResolved(evidence, mention.chain.front().speaker))
                addOnce(provenance.unresolved, mention.chain.front().speaker);
        }
        for (const Claim* root : rootsOf(evidence, *claim))
            for (const Mention& mention : root->mentions) {
                if (mention.chain.empty() || mention.chain.front().role == SpeakerRole::endorser)
                    continue;
                if (isResolved(evidence, mention.chain.front().speaker))
                    addOnce(provenance.originators, mention.chain.front().speaker);
            }
    }
    return provenance;
}

} // namespace assay

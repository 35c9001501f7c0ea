// Walks chains and links to who said it first.
#include "core/claims/provenance.h"

#include <algorithm>
#include <unordered_set>

namespace assay {

namespace {

template <class T>
void addOnce(std::vector<T>& list, const T& item) {
    if (std::find(list.begin(), list.end(), item) == list.end())
        list.push_back(item);
}

bool isResolved(const Evidence& evidence, const SpeakerId& speaker) {
    const Speaker* row = find(evidence.speakers, speaker);
    return row && row->resolved;
}

} // namespace

bool leadsBack(LinkType type) {
    return type == LinkType::repeats || type == LinkType::quotes || type == LinkType::derivedFrom;
}

/// Depth first along the links in their order; a circle of links has no root. No recursion: chains may be long.
std::vector<const Claim*> rootsOf(const Evidence& evidence, const Claim& claim) {
    std::unordered_set<const Claim*> seen{&claim};
    std::vector<const Claim*> roots, open{&claim};
    while (!open.empty()) {
        const Claim* next = open.back();
        open.pop_back();
        bool goesBack = false;
        const std::vector<const Link*>& links = linksFrom(evidence, next->id);
        for (auto link = links.rbegin(); link != links.rend(); ++link) {
            const Claim* origin = leadsBack((*link)->type) ? findClaim(evidence, (*link)->to) : nullptr;
            goesBack = goesBack || origin != nullptr;
            if (origin != nullptr && seen.insert(origin).second)
                open.push_back(origin);
        }
        if (!goesBack)
            roots.push_back(next);
    }
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

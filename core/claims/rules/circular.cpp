// Circular reporting: many sources, few independent originators, or claims that lead back to each other. Endorsers and
// relays add nothing.
#include "core/claims/compare.h"
#include "core/claims/provenance.h"
#include "core/claims/rules.h"

#include <unordered_map>

namespace assay {

namespace {

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::vector<std::string> namesOf(const Evidence& evidence, const std::vector<SpeakerId>& speakers) {
    std::vector<std::string> names;
    for (const SpeakerId& speaker : speakers)
        names.push_back(speakerName(evidence, speaker));
    return names;
}

/// The first claim that a claim leads back to; nullptr: it leads nowhere.
const Claim* originOf(const Evidence& evidence, const Claim& claim) {
    for (const Link* link : linksFrom(evidence, claim.id))
        if (leadsBack(link->type))
            if (const Claim* origin = findClaim(evidence, link->to))
                return origin;
    return nullptr;
}

/// Claims that go back to one another in a circle, found by walking along first links: every claim is passed once.
std::vector<Finding> circlesOfLinks(const Evidence& evidence) {
    std::vector<Finding> findings;
    std::unordered_map<const Claim*, std::size_t> walkOf;
    std::size_t walk = 0;
    for (const Row<Claim>& start : evidence.claims) {
        const Claim* at = &*start;
        for (++walk; at != nullptr && walkOf.emplace(at, walk).second;)
            at = originOf(evidence, *at);
        if (at == nullptr || walkOf.at(at) != walk)
            continue;
        std::vector<const Claim*> circle{at};
        for (const Claim* next = originOf(evidence, *at); next != at; next = originOf(evidence, *next))
            circle.push_back(next);
        std::vector<std::string> names;
        for (const Claim* claim : circle)
            names.push_back(claim->id.value);
        findings.push_back(makeFinding("circle", FindingKind::circular, Verdict::note, circle,
                                       "The links of " + listText(names)
                                           + " lead back to themselves in a circle: none of them is the first, so they "
                                             "count as nobody's words."));
    }
    return findings;
}

} // namespace

std::vector<Finding> findCircularReports(const Evidence& evidence) {
    std::vector<Finding> findings = circlesOfLinks(evidence);
    for (const auto& cluster : agreeingClusters(evidence)) {
        std::vector<const Claim*> claims;
        for (const Comparable& member : cluster)
            claims.push_back(member.claim);
        const Provenance provenance = provenanceOf(evidence, claims);
        if (provenance.sources < 2 || provenance.originators.size() >= provenance.sources)
            continue;
        std::string reason = claims.front()->subject + ", " + attributeTitle(evidence, claims.front()->attribute) + ", "
                             + claims.front()->quantity->text + ": "
                             + counted(provenance.mentions, "mention", "mentions") + " in "
                             + counted(provenance.sources, "source", "sources") + " lead back to "
                             + counted(provenance.originators.size(), "originator", "originators");
        if (!provenance.originators.empty())
            reason += ", " + listText(namesOf(evidence, provenance.originators));
        reason += ".";
        if (!provenance.endorsers.empty())
            reason += " " + listText(namesOf(evidence, provenance.endorsers)) + ": an endorsement is no evidence.";
        if (!provenance.unresolved.empty())
            reason += " " + listText(namesOf(evidence, provenance.unresolved)) + ": unresolved, counts 0.";
        findings.push_back(makeFinding("circular", FindingKind::circular, Verdict::note, claims, std::move(reason)));
    }
    return findings;
}

} // namespace assay

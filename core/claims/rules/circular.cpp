// Circular reporting: many sources, few independent originators. Endorsers and relays add nothing.
#include "core/claims/compare.h"
#include "core/claims/provenance.h"
#include "core/claims/rules.h"

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

} // namespace

std::vector<Finding> findCircularReports(const Evidence& evidence) {
    std::vector<Finding> findings;
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

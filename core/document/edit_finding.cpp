// Edits of findings: what the analyst decides of one, the links one is turned into, and two names made one.
#include "core/base/error_code.h"
#include "core/document/edit.h"
#include "core/document/edit_rows.h"

#include <algorithm>

namespace assay {
namespace {

bool isLinked(const Document& document, const ClaimId& from, const ClaimId& to, LinkType type) {
    return std::any_of(document.links.begin(), document.links.end(), [&](const Row<Link>& link) {
        return link->from == from && link->to == to && link->type == type;
    });
}

void addSpelling(Speaker& speaker, const std::string& spelling) {
    if (spelling != speaker.name
        && std::find(speaker.aliases.begin(), speaker.aliases.end(), spelling) == speaker.aliases.end())
        speaker.aliases.push_back(spelling);
}

/// The claim with one speaker in the place of another; the same row when the other does not speak in it.
Row<Claim> spokenBy(const Row<Claim>& row, const SpeakerId& kept, const SpeakerId& merged) {
    Claim claim = *row;
    for (Mention& mention : claim.mentions)
        for (Utterance& utterance : mention.chain)
            if (utterance.speaker == merged)
                utterance.speaker = kept;
    return claim == *row ? row : Row(std::move(claim));
}

} // namespace

Result<Document> mergeSpeakers(const Document& document, const SpeakerId& kept, const SpeakerId& merged) {
    const Speaker* first = find(document.speakers, kept);
    const Speaker* second = find(document.speakers, merged);
    if (first == nullptr || second == nullptr || first == second)
        return Error(ErrorCode::idUnknown, merged.value, {"speaker", (first == nullptr ? kept : merged).value});
    Speaker speaker = *first;
    addSpelling(speaker, second->name);
    for (const std::string& alias : second->aliases)
        addSpelling(speaker, alias);
    Document next = document;
    std::erase_if(next.speakers, [&](const Row<Speaker>& row) { return row->id == merged; });
    for (Row<Claim>& claim : next.claims)
        claim = spokenBy(claim, kept, merged);
    return setSpeaker(next, std::move(speaker));
}

Result<Document> decide(const Document& document, const Finding& finding, FindingStatus status, std::string note) {
    if (status == FindingStatus::open) {
        Document next = document;
        std::erase_if(next.decisions, [&](const Row<Decision>& row) { return row->id == finding.id; });
        return next;
    }
    const Decision* old = find(document.decisions, finding.id);
    Decision decision{finding.id, status, finding.reason, std::move(note), old ? old->extra : Extra()};
    return old ? setRow(document, &Document::decisions, "decision", std::move(decision))
               : addRow(document, &Document::decisions, "decision", std::move(decision));
}

std::optional<LinkType> suggestedLink(const Finding& finding) {
    if (finding.claims.size() < 2)
        return std::nullopt;
    switch (finding.kind) {
    case FindingKind::currencySlip: return LinkType::corrects;
    case FindingKind::conflict: return LinkType::contradicts;
    case FindingKind::attribution:
        return finding.verdict == Verdict::conflict ? LinkType::contradicts : LinkType::derivedFrom;
    case FindingKind::total: return LinkType::derivedFrom;
    case FindingKind::scope:
    case FindingKind::unit:
    case FindingKind::date: return LinkType::disputes;
    default: return LinkType::repeats;
    }
}

Result<Document> linkFinding(const Document& document, const Finding& finding, LinkType type) {
    Document next = document;
    for (std::size_t i = 1; i < finding.claims.size(); ++i) {
        Link link{.id = LinkId{freeLinkId(next)}, .from = finding.claims[i], .to = finding.claims[0], .type = type};
        if (type == LinkType::derivedFrom) // the first follows from the others
            std::swap(link.from, link.to);
        if (!isLinked(next, link.from, link.to, type))
            next.links.push_back(Row(std::move(link)));
    }
    if (const Result<> sound = checkReferences(next); !sound)
        return sound.error();
    return decide(next, finding, FindingStatus::accepted, finding.note);
}

} // namespace assay

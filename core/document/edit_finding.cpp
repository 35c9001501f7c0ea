// Edits of findings: what the analyst decides of one, and the links one is turned into.
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

} // namespace

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
        if (isLinked(next, link.from, link.to, type))
            continue;
        if (const Result<> sound = checkLink(next, link); !sound)
            return sound.error();
        next.links.push_back(Row(std::move(link)));
    }
    if (const Result<> sound = checkReferences(next); !sound)
        return sound.error();
    return decide(next, finding, FindingStatus::accepted, finding.note);
}

} // namespace assay

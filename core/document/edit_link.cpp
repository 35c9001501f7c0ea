// Edits of links and of the analyst's own types of link. A link that leads back to what it starts from is refused.
#include "core/base/error_code.h"
#include "core/claims/provenance.h"
#include "core/document/edit.h"
#include "core/document/edit_rows.h"
#include "core/document/words.h"

#include <algorithm>
#include <deque>
#include <unordered_map>

namespace assay {
namespace {

/// Types that say the same in both directions.
bool isSymmetric(const Document& document, const Link& link) {
    const OwnLinkType* own = link.own ? find(document.linkTypes, *link.own) : nullptr;
    return own ? own->symmetric : link.type == LinkType::contradicts;
}

bool saysTheSame(const Document& document, const Link& a, const Link& b) {
    if (a.type != b.type || a.own != b.own)
        return false;
    const auto same = [](const Link& x, const ClaimId& from, const ClaimId& to, const MentionId& fromMention,
                         const MentionId& toMention) {
        return x.from == from && x.to == to && x.fromMention == fromMention && x.toMention == toMention;
    };
    return same(a, b.from, b.to, b.fromMention, b.toMention)
           || (isSymmetric(document, a) && same(a, b.to, b.from, b.toMention, b.fromMention));
}

/// The claims on the way from the link's end back to its start, or none: in a circle nobody would have said it first.
/// Breadth first: each claim once.
std::vector<ClaimId> circleOf(const Document& document, const Link& link) {
    if (link.from == link.to)
        return {link.from};
    if (!leadsBack(link.type))
        return {};
    std::unordered_map<ClaimId, std::vector<const Link*>> linksFrom;
    for (const Row<Link>& row : document.links)
        if (row->id != link.id && leadsBack(row->type))
            linksFrom[row->from].push_back(&*row);
    std::unordered_map<ClaimId, ClaimId> cameFrom{{link.to, link.from}};
    for (std::deque<ClaimId> open{link.to}; !open.empty(); open.pop_front()) {
        if (open.front() == link.from) {
            std::vector<ClaimId> circle{link.from};
            for (ClaimId at = cameFrom.at(link.from); at != link.from; at = cameFrom.at(at))
                circle.push_back(at);
            return circle;
        }
        if (const auto found = linksFrom.find(open.front()); found != linksFrom.end())
            for (const Link* next : found->second)
                if (cameFrom.emplace(next->to, open.front()).second)
                    open.push_back(next->to);
    }
    return {};
}

} // namespace

std::string linkWords(const Document& document, const Link& link) {
    const OwnLinkType* own = link.own ? find(document.linkTypes, *link.own) : nullptr;
    const std::string word = own ? own->title : std::string(wordOf(link.type));
    return link.from.value + " " + word + " " + link.to.value;
}

Result<> checkLink(const Document& document, const Link& link) {
    const auto isThere = [&](const Row<Link>& row) { return row->id != link.id && saysTheSame(document, *row, link); };
    if (std::any_of(document.links.begin(), document.links.end(), isThere))
        return Error(ErrorCode::linkThere, link.id.value, {linkWords(document, link)});
    const std::vector<ClaimId> circle = circleOf(document, link);
    if (circle.empty())
        return {};
    std::string names;
    for (std::size_t i = 0; i < circle.size() && i < 12; ++i) // a sentence that can still be read
        names += (i == 0 ? "" : ", ") + circle[i].value;
    return Error(ErrorCode::linkCircle, link.id.value, {names + (circle.size() > 12 ? ", ..." : "")});
}

Result<Document> addLink(const Document& document, Link link) {
    if (const Result<> sound = checkLink(document, link); !sound)
        return sound.error();
    return addRow(document, &Document::links, "link", std::move(link));
}

Result<Document> setLink(const Document& document, Link link) {
    if (const Result<> sound = checkLink(document, link); !sound)
        return sound.error();
    return setRow(document, &Document::links, "link", std::move(link));
}

Result<Document> removeLink(const Document& document, const LinkId& id) {
    return removeRow(document, &Document::links, "link", id);
}

Result<Document> setLinkType(const Document& document, OwnLinkType type) {
    if (type.title.empty())
        return Error(ErrorCode::nameEmpty, type.id.value, {"link type"});
    for (const Row<OwnLinkType>& other : document.linkTypes)
        if (other->id != type.id && other->title == type.title)
            return Error(ErrorCode::idTaken, other->id.value, {"link type", type.title});
    return find(document.linkTypes, type.id) ? setRow(document, &Document::linkTypes, "link type", std::move(type))
                                             : addRow(document, &Document::linkTypes, "link type", std::move(type));
}

Result<Document> removeLinkType(const Document& document, const LinkTypeId& id) {
    return unlessUsed(removeRow(document, &Document::linkTypes, "link type", id), "link type", id.value);
}

} // namespace assay

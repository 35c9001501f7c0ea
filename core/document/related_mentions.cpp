// Links are gathered by claim once, so that a source with many thousand mentions costs one pass.
#include "core/document/related_mentions.h"

#include "core/base/utf8.h"
#include "core/claims/attribution.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace assay {
namespace {

/// What a link joins a claim to, seen from that claim. A mention that is not named means all.
struct Joined {
    const Claim* claim = nullptr;
    LinkType link{};
    MentionId here;
    MentionId there;
};

bool isMeant(const Claim& claim, const MentionId& named, const MentionId& mention) {
    return named == mention || std::none_of(claim.mentions.begin(), claim.mentions.end(), [&](const Mention& each) {
               return each.id == named;
           });
}

using JoinedClaims = std::unordered_map<std::string_view, std::vector<Joined>>;
using ClaimIndex = std::unordered_map<std::string_view, const Claim*>;

ClaimIndex claimsById(const Document& document) {
    ClaimIndex index;
    index.reserve(document.claims.size());
    for (const Row<Claim>& claim : document.claims)
        index.emplace(claim->id.value, &*claim);
    return index;
}

/// Who is joined to whom, both ways.
JoinedClaims joinedClaims(const Document& document) {
    const ClaimIndex claims = claimsById(document);
    JoinedClaims joined;
    for (const Row<Link>& link : document.links) {
        const auto from = claims.find(link->from.value), to = claims.find(link->to.value);
        if (from == claims.end() || to == claims.end() || from->second == to->second)
            continue;
        joined[link->from.value].push_back(Joined{to->second, link->type, link->fromMention, link->toMention});
        joined[link->to.value].push_back(Joined{from->second, link->type, link->toMention, link->fromMention});
    }
    return joined;
}

std::vector<const Mention*> mentionsIn(const Claim& claim, const SourceId& source) {
    std::vector<const Mention*> all;
    for (const Mention& mention : claim.mentions)
        if (mention.anchor.source == source)
            all.push_back(&mention);
    std::stable_sort(all.begin(), all.end(),
                     [](const Mention* a, const Mention* b) { return a->anchor.start < b->anchor.start; });
    return all;
}

const Mention* firstMeant(const Claim& claim, const MentionId& named, const SourceId& source) {
    for (const Mention* mention : mentionsIn(claim, source))
        if (isMeant(claim, named, mention->id))
            return mention;
    return nullptr;
}

std::vector<RelatedMention> relatedTo(const Claim& claim, const Mention& mention, const JoinedClaims& joined) {
    std::vector<RelatedMention> related;
    const auto add = [&](const Claim& other, const Mention& there, std::optional<LinkType> link) {
        if (related.size() < mostRelated)
            related.push_back(RelatedMention{other.id, there.id, there.anchor.source, link});
    };
    for (const Mention& there : claim.mentions)
        if (there.anchor.source != mention.anchor.source)
            add(claim, there, std::nullopt);
    const auto partners = joined.find(claim.id.value);
    if (partners == joined.end())
        return related;
    for (const Joined& partner : partners->second)
        if (isMeant(claim, partner.here, mention.id))
            for (const Mention& there : partner.claim->mentions)
                if (isMeant(*partner.claim, partner.there, there.id))
                    add(*partner.claim, there, partner.link);
    return related;
}

void addPairsOfClaim(std::vector<MentionPair>& pairs, const Claim& claim, const SourceId& left, const SourceId& right) {
    const std::vector<const Mention*> here = mentionsIn(claim, left), there = mentionsIn(claim, right);
    if (here.empty() || there.empty())
        return;
    for (std::size_t i = 0; i < std::max(here.size(), there.size()); ++i)
        pairs.push_back(MentionPair{claim.id, here[std::min(i, here.size() - 1)]->id, claim.id,
                                    there[std::min(i, there.size() - 1)]->id, std::nullopt});
}

struct Marks {
    std::string_view opening;
    std::string_view closing;
};
constexpr std::array<Marks, 6> quotationMarks{{{"\xE2\x80\x9C", "\xE2\x80\x9D"},   // “ ”
                                               {"\"", "\""},                       // "
                                               {"\xC2\xAB", "\xC2\xBB"},           // « »
                                               {"\xE2\x80\x9E", "\xE2\x80\x9C"},   // „ “
                                               {"\xE3\x80\x8C", "\xE3\x80\x8D"},   // 「 」
                                               {"\xE3\x80\x8E", "\xE3\x80\x8F"}}}; // 『 』

/// What stands between quotation marks around the bytes [start, end) of a paragraph; empty: they are not quoted.
std::string_view quotedAround(std::string_view text, std::size_t start, std::size_t end) {
    const std::size_t lineStart = start == 0 ? 0 : text.rfind('\n', start - 1) + 1; // npos + 1 is 0
    const std::size_t lineEnd = std::min(text.find('\n', end), text.size());
    for (const Marks& marks : quotationMarks) {
        const std::string_view before = text.substr(lineStart, start - lineStart);
        const std::size_t open = before.rfind(marks.opening);
        if (open == std::string_view::npos || before.find(marks.closing, open + marks.opening.size()) != before.npos)
            continue;
        if (marks.opening == marks.closing && std::count(before.begin(), before.end(), marks.opening.front()) % 2 == 0)
            continue; // the last one closed a quotation
        const std::size_t close = text.substr(0, lineEnd).find(marks.closing, end);
        if (close == std::string_view::npos)
            continue;
        const std::size_t from = lineStart + open + marks.opening.size();
        return text.substr(from, close - from);
    }
    return {};
}

Wording wordingOf(const Source& source, const Mention& mention) {
    Wording wording{mention.id, source.id, mention.anchor.quote, false};
    const std::string_view text = source.text;
    const std::size_t start = byteOffset(text, mention.anchor.start);
    const std::size_t end =
        start + byteOffset(text.substr(start), mention.anchor.end - std::min(mention.anchor.start, mention.anchor.end));
    if (text.substr(start, end - start) != mention.anchor.quote)
        return wording; // not anchored: its words are all there is
    if (const std::string_view quoted = quotedAround(text, start, end); !quoted.empty()) {
        wording.words = std::string(quoted);
        wording.isQuotation = true;
    } else {
        wording.words = std::string(sentenceAround(text, start, end));
    }
    return wording;
}

} // namespace

std::map<MentionId, std::vector<RelatedMention>> relatedMentions(const Document& document, const SourceId& source) {
    const JoinedClaims joined = joinedClaims(document);
    std::map<MentionId, std::vector<RelatedMention>> all;
    for (const Row<Claim>& claim : document.claims)
        for (const Mention* mention : mentionsIn(*claim, source))
            if (auto related = relatedTo(*claim, *mention, joined); !related.empty())
                all.emplace(mention->id, std::move(related));
    return all;
}

std::vector<MentionPair> mentionPairs(const Document& document, const SourceId& left, const SourceId& right) {
    const JoinedClaims joined = joinedClaims(document);
    std::vector<MentionPair> pairs;
    std::unordered_map<std::string_view, std::size_t> starts;
    for (const Row<Claim>& claim : document.claims) {
        addPairsOfClaim(pairs, *claim, left, right);
        const std::vector<const Mention*> here = mentionsIn(*claim, left);
        for (const Mention* mention : here)
            starts.emplace(mention->id.value, mention->anchor.start);
        const auto partners = joined.find(claim->id.value);
        if (partners == joined.end())
            continue;
        for (const Joined& partner : partners->second) {
            const Mention* mine = firstMeant(*claim, partner.here, left);
            const Mention* theirs = firstMeant(*partner.claim, partner.there, right);
            if (mine && theirs)
                pairs.push_back(MentionPair{claim->id, mine->id, partner.claim->id, theirs->id, partner.link});
        }
    }
    std::stable_sort(pairs.begin(), pairs.end(), [&](const MentionPair& a, const MentionPair& b) {
        return starts.at(a.left.value) < starts.at(b.left.value);
    });
    return pairs;
}

std::optional<SourceId> closestSource(const Document& document, const SourceId& source) {
    std::map<std::string, std::size_t> count;
    for (const auto& [mention, related] : relatedMentions(document, source))
        for (const RelatedMention& each : related)
            if (each.source != source)
                ++count[each.source.value];
    const auto best =
        std::max_element(count.begin(), count.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == count.end() ? std::nullopt : std::optional(SourceId{best->first});
}

std::vector<Wording> wordingsOf(const Document& document, const ClaimId& id) {
    const Claim* claim = find(document.claims, id);
    if (claim == nullptr)
        return {};
    std::vector<const Claim*> claims{claim};
    for (const Row<Link>& link : document.links) {
        if (link->type != LinkType::repeats && link->type != LinkType::quotes)
            continue;
        const ClaimId& other = link->from == id ? link->to : link->from;
        if (const Claim* joined = link->from == id || link->to == id ? find(document.claims, other) : nullptr;
            joined && std::find(claims.begin(), claims.end(), joined) == claims.end())
            claims.push_back(joined);
    }
    std::vector<std::pair<std::string, Wording>> dated;
    for (const Claim* each : claims)
        for (const Mention& mention : each->mentions)
            if (const Source* source = find(document.sources, mention.anchor.source))
                dated.emplace_back(source->published.empty() ? "9999" : source->published, wordingOf(*source, mention));
    std::stable_sort(dated.begin(), dated.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Wording> wordings;
    for (auto& each : dated)
        wordings.push_back(std::move(each.second));
    return wordings;
}

} // namespace assay

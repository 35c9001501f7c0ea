// Chains first, then links between them, then who was first.
#include "core/chart/provenance_graph.h"

#include "core/chart/build.h"
#include "core/chart/ticks.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace assay {
namespace {

/// News is carried within weeks: an as-of date further back says what a claim is about, not when it was said.
constexpr double longestDelay = 60; // days

class GraphBuilder {
public:
    GraphBuilder(const Evidence& evidence, const ProvenanceSubject& subject)
        : m_evidence(evidence),
          m_subject(subject) {
        for (const Row<Speaker>& speaker : evidence.speakers)
            m_speakers.emplace(speaker->id, &*speaker);
        for (const Row<Source>& source : evidence.sources)
            m_sources.emplace(source->id, &*source);
    }

    ProvenanceGraph build() {
        for (std::size_t i = 0; i < m_subject.claims.size(); ++i)
            for (const Mention& mention : m_subject.claims[i]->mentions)
                if (mention.chain.size() <= 1)
                    addWords(i, mention);
        for (std::size_t i = 0; i < m_subject.claims.size(); ++i)
            for (const Mention& mention : m_subject.claims[i]->mentions)
                addChain(i, mention);
        for (const Row<Link>& link : m_evidence.links)
            addLink(*link);
        markFirst();
        return std::move(m_graph);
    }

private:
    using FamilyVoice = std::pair<std::size_t, std::string>; ///< family and lane's key

    std::size_t laneOf(const std::string& key, const std::string& name) {
        const auto [found, isNew] = m_lanes.emplace(key, m_graph.lanes.size());
        if (isNew)
            m_graph.lanes.push_back({key, name.empty() ? key : name});
        return found->second;
    }

    std::size_t laneOf(const SpeakerId& speaker) {
        const auto row = m_speakers.find(speaker);
        return laneOf(speaker.value, row == m_speakers.end() ? std::string() : row->second->name);
    }

    const Source* sourceOf(const Mention& mention) const {
        const auto found = m_sources.find(mention.anchor.source);
        return found == m_sources.end() ? nullptr : found->second;
    }

    /// Words without a speaker are their publisher's.
    std::size_t laneOf(const Mention& mention) {
        if (!mention.chain.empty())
            return laneOf(mention.chain.back().speaker);
        const Source* source = sourceOf(mention);
        return laneOf("source " + mention.anchor.source.value, source ? source->publisher : std::string());
    }

    bool isResolved(const Utterance& utterance) const {
        const auto row = m_speakers.find(utterance.speaker);
        return row != m_speakers.end() && row->second->resolved;
    }

    std::size_t addWords(std::size_t claim, const Mention& mention) {
        const auto known = m_words.find(&mention);
        if (known != m_words.end())
            return known->second;
        ProvenanceNode node;
        node.lane = laneOf(mention);
        node.family = m_subject.families[claim];
        node.claims = {m_subject.claims[claim]};
        node.mention = &mention;
        node.source = sourceOf(mention);
        if (node.source)
            node.days = daysOf(node.source->published);
        if (!mention.chain.empty()) {
            node.role = mention.chain.back().role;
            node.isResolved = isResolved(mention.chain.back());
        }
        node.isOrigin = mention.chain.size() <= 1;
        const std::size_t index = m_graph.nodes.size();
        if (node.isOrigin)
            rememberDirect({node.family, m_graph.lanes[node.lane].key}, index, node);
        m_graph.nodes.push_back(std::move(node));
        m_words.emplace(&mention, index);
        return index;
    }

    /// Somebody's own words stand for the voice that others carry: the first dated ones.
    void rememberDirect(const FamilyVoice& who, std::size_t index, const ProvenanceNode& node) {
        const auto [known, isNew] = m_voices.emplace(who, index);
        if (!isNew && node.days
            && (!m_graph.nodes[known->second].days || node.days->first < m_graph.nodes[known->second].days->first))
            known->second = index;
    }

    std::size_t addVoice(std::size_t claim, const Utterance& utterance) {
        const FamilyVoice who{m_subject.families[claim], utterance.speaker.value};
        const auto known = m_voices.find(who);
        if (known != m_voices.end())
            return known->second;
        ProvenanceNode node;
        node.kind = NodeKind::voice;
        node.lane = laneOf(utterance.speaker);
        node.family = who.first;
        node.role = utterance.role;
        node.isResolved = isResolved(utterance);
        m_voices.emplace(who, m_graph.nodes.size());
        m_graph.nodes.push_back(std::move(node));
        return m_graph.nodes.size() - 1;
    }

    void addEdge(std::size_t from, std::size_t to, EdgeKind kind) {
        if (from != to && m_known.emplace(from, to, kind).second)
            m_graph.edges.push_back({from, to, kind});
    }

    void addChain(std::size_t claim, const Mention& mention) {
        std::vector<std::size_t> nodes;
        for (std::size_t i = 0; i + 1 < mention.chain.size(); ++i) {
            nodes.push_back(addVoice(claim, mention.chain[i]));
            ProvenanceNode& voice = m_graph.nodes[nodes.back()];
            if (voice.kind == NodeKind::voice
                && (voice.claims.empty() || voice.claims.back() != m_subject.claims[claim]))
                voice.claims.push_back(m_subject.claims[claim]);
        }
        nodes.push_back(addWords(claim, mention));
        if (std::set<std::size_t>(nodes.begin(), nodes.end()).size() < nodes.size())
            ++m_graph.circles;
        m_graph.nodes[nodes.front()].isOrigin = true;
        dateOrigin(nodes.front(), *m_subject.claims[claim], m_graph.nodes[nodes.back()].days);
        m_origins.emplace(&mention, nodes.front());
        connect(mention, nodes);
    }

    /// Endorsers stand beside the way the words took.
    void connect(const Mention& mention, const std::vector<std::size_t>& nodes) {
        std::vector<std::size_t> way;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const bool endorses = !mention.chain.empty() && mention.chain[i].role == SpeakerRole::endorser;
            if (!way.empty())
                addEdge(way.back(), nodes[i], endorses ? EdgeKind::endorses : EdgeKind::carries);
            if (endorses && i + 1 < nodes.size()) {
                const bool carriesOn = way.empty();
                addEdge(nodes[i], nodes.back(), carriesOn ? EdgeKind::carries : EdgeKind::endorses);
            }
            if (!endorses || way.empty() || i + 1 == nodes.size())
                way.push_back(nodes[i]);
        }
        m_graph.chains.push_back(std::move(way));
    }

    void dateOrigin(std::size_t index, const Claim& claim, const std::optional<Days>& published) {
        ProvenanceNode& origin = m_graph.nodes[index];
        const auto said = daysOf(claim.asOf);
        if (origin.kind != NodeKind::voice || !said || said->first != said->last || !published)
            return;
        if (said->first > published->last || published->first - said->last > longestDelay)
            return;
        if (!origin.days || said->first < origin.days->first)
            origin.days = said;
    }

    /// The mention that a link means; else the claim's earliest dated one, else its first.
    const Mention* standsFor(const Claim& claim, const MentionId& meant) const {
        const Mention* best = nullptr;
        std::optional<Days> since;
        for (const Mention& mention : claim.mentions) {
            if (!meant.empty() && mention.id == meant)
                return &mention;
            const auto& days = m_graph.nodes[m_words.at(&mention)].days;
            if (!best || (days && (!since || days->first < since->first))) {
                best = &mention;
                since = days;
            }
        }
        return best;
    }

    void addLink(const Link& link) {
        const Claim* from = findClaim(m_evidence, link.from);
        const Claim* to = findClaim(m_evidence, link.to);
        const Mention* fromWords = isShown(from) ? standsFor(*from, link.fromMention) : nullptr;
        const Mention* toWords = isShown(to) ? standsFor(*to, link.toMention) : nullptr;
        if (!fromWords || !toWords)
            return;
        const std::size_t first = m_origins.at(toWords), second = m_origins.at(fromWords);
        switch (link.type) {
        case LinkType::repeats:
        case LinkType::quotes:
            m_graph.implied += first == second ? 1 : 0;
            return addEdge(first, second, EdgeKind::repeats);
        case LinkType::derivedFrom:
        case LinkType::converts: return addEdge(m_words.at(toWords), m_words.at(fromWords), EdgeKind::derives);
        case LinkType::endorses: return addEdge(first, second, EdgeKind::endorses);
        case LinkType::disputes:
        case LinkType::contradicts:
        case LinkType::corrects: return addEdge(second, first, EdgeKind::opposes);
        case LinkType::own: return addEdge(second, first, EdgeKind::relates);
        }
    }

    bool isShown(const Claim* claim) const {
        return claim && !claim->mentions.empty() && m_words.count(&claim->mentions.front()) > 0;
    }

    /// Claims of a family that repeat no other claim of it; of a family in a circle all.
    std::map<std::size_t, std::vector<const Claim*>> roots() {
        std::set<const Claim*> repeaters;
        for (const Row<Link>& link : m_evidence.links)
            if ((link->type == LinkType::repeats || link->type == LinkType::quotes)
                && isShown(findClaim(m_evidence, link->to)) && link->from != link->to)
                repeaters.insert(findClaim(m_evidence, link->from));
        std::map<std::size_t, std::vector<const Claim*>> all, roots;
        for (std::size_t i = 0; i < m_subject.claims.size(); ++i) {
            all[m_subject.families[i]].push_back(m_subject.claims[i]);
            if (repeaters.count(m_subject.claims[i]) == 0)
                roots[m_subject.families[i]].push_back(m_subject.claims[i]);
        }
        for (const auto& [family, claims] : all)
            if (roots.try_emplace(family, claims).second)
                ++m_graph.circles;
        return roots;
    }

    /// Whoever only endorses is not first; a dated origin comes before an undated one.
    void markFirst() {
        for (const auto& [family, claims] : roots()) {
            std::pair<std::size_t, const Claim*> first{m_origins.at(&claims.front()->mentions.front()), claims.front()};
            for (const Claim* claim : claims)
                for (const Mention& mention : claim->mentions)
                    if (rank(m_origins.at(&mention)) < rank(first.first))
                        first = {m_origins.at(&mention), claim};
            m_graph.nodes[first.first].first = first.second;
        }
    }

    std::tuple<int, double> rank(std::size_t index) const {
        const ProvenanceNode& node = m_graph.nodes[index];
        const int group = node.role == SpeakerRole::endorser ? 3 : node.days ? 0 : 1;
        return {group, node.days ? node.days->first : 0};
    }

    const Evidence& m_evidence;
    const ProvenanceSubject& m_subject;
    ProvenanceGraph m_graph;
    std::unordered_map<SpeakerId, const Speaker*> m_speakers; ///< look-ups only, as the next
    std::unordered_map<SourceId, const Source*> m_sources;
    std::map<std::string, std::size_t> m_lanes;
    std::map<FamilyVoice, std::size_t> m_voices;
    std::unordered_map<const Mention*, std::size_t> m_words;   ///< look-ups only, as the next
    std::unordered_map<const Mention*, std::size_t> m_origins; ///< first node of its chain
    std::set<std::tuple<std::size_t, std::size_t, EdgeKind>> m_known;
};

} // namespace

std::optional<Days> daysOf(const std::string& isoDate) {
    const auto first = dayOf(isoDate);
    if (!first)
        return std::nullopt;
    if (isoDate.size() > 7)
        return Days{*first, *first};
    const bool isYear = isoDate.size() <= 4;
    const std::string next = isoDay(*first + (isYear ? 370 : 32)).substr(0, isYear ? 4 : 7);
    return Days{*first, dayOf(next).value_or(*first + 1) - 1};
}

ProvenanceGraph provenanceGraph(const Evidence& evidence, const ProvenanceSubject& subject) {
    return GraphBuilder(evidence, subject).build();
}

} // namespace assay

// Sentences about who said what after whom.
#include "core/chart/provenance_words.h"

#include "core/chart/build.h"
#include "core/chart/ticks.h"
#include "core/claims/provenance.h"

#include <algorithm>
#include <set>

namespace assay {
namespace {

constexpr std::size_t longestHedge = 24; ///< bytes beside a mark; the tip has all
constexpr std::size_t mostRetold = 40;   ///< sentences of the text for those who can't see the picture

/// What a claim says in a few words: its value, else what it is about.
std::string shortClaim(const Claim& claim) {
    const std::string value = claimText(claim);
    return value.empty() ? shortName(claim.subject, claim.id.value) : value;
}

std::string quoted(const std::string& words) { return "“" + words + "”"; }

} // namespace

ProvenanceWords::ProvenanceWords(const Evidence& evidence, const ProvenanceSubject& subject,
                                 const ProvenanceGraph& graph)
    : m_evidence(evidence),
      m_subject(subject),
      m_graph(graph),
      m_previous(graph.nodes.size()) {
    std::map<std::size_t, std::size_t> mentions;
    for (std::size_t i = 0; i < subject.claims.size(); ++i)
        mentions[subject.families[i]] += subject.claims[i]->mentions.size();
    std::vector<std::pair<std::size_t, std::size_t>> order(mentions.begin(), mentions.end());
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    for (const auto& [family, count] : order)
        m_ranks.emplace(family, static_cast<int>(m_ranks.size()));
    for (const ProvenanceNode& node : graph.nodes)
        if (node.first)
            m_heads.emplace(node.family, node.first);
    for (const ProvenanceEdge& edge : graph.edges)
        if (edge.kind == EdgeKind::carries)
            m_previous[edge.to].push_back(edge.from);
}

int ProvenanceWords::familyRank(std::size_t family) const { return m_ranks.at(family); }

std::string ProvenanceWords::name(std::size_t node) const {
    const ProvenanceLane& lane = m_graph.lanes[m_graph.nodes[node].lane];
    return shortName(lane.name, lane.key);
}

std::string ProvenanceWords::title(Scope scope) const {
    const std::vector<const Claim*> claims =
        scope == Scope::quantity ? m_subject.claims : claimsOfFamily(m_subject, largestFamily(m_subject));
    const Provenance provenance = provenanceOf(m_evidence, claims);
    const std::string mentions = plural(provenance.mentions, "mention", "mentions");
    const std::string count = provenance.mentions == 1 ? "1 mention goes back to " : mentions + " go back to ";
    const std::string who = provenance.originators.empty() ? "nobody who is named"
                            : provenance.originators.size() == 1
                                ? "one speaker, "
                                      + shortName(speakerName(m_evidence, provenance.originators.front()),
                                                  provenance.originators.front().value)
                                : std::to_string(provenance.originators.size()) + " speakers";
    std::string what = scope == Scope::quantity ? shortName(attributeTitle(m_evidence, claims.front()->attribute),
                                                            claims.front()->attribute.value)
                                                : shortClaim(*m_heads.at(largestFamily(m_subject)));
    if (what[0] >= 'a' && what[0] <= 'z')
        what[0] = static_cast<char>(what[0] - 'a' + 'A');
    return what + ": " + count + who;
}

std::vector<std::string> ProvenanceWords::notes() const {
    std::vector<std::string> endorsers, strangers;
    for (std::size_t lane = 0; lane < m_graph.lanes.size(); ++lane) {
        const std::string is = laneNote(lane);
        if (is == "endorses")
            endorsers.push_back(shortName(m_graph.lanes[lane].name, m_graph.lanes[lane].key));
        if (is == "not identified")
            strangers.push_back(shortName(m_graph.lanes[lane].name, m_graph.lanes[lane].key));
    }
    std::string who;
    if (!endorsers.empty())
        who = listText(endorsers) + (endorsers.size() == 1 ? " only endorses" : " only endorse")
              + ": that adds no evidence. ";
    if (!strangers.empty())
        who += listText(strangers) + (strangers.size() == 1 ? " is" : " are") + " not identified.";
    if (m_graph.implied > 0)
        who += " " + plural(m_graph.implied, "link says", "links say") + " what the chains show already.";
    std::string limits;
    if (m_graph.circles > 0)
        limits += plural(m_graph.circles, "chain of speakers or links runs", "chains of speakers or links run")
                  + " in a circle: nobody in it is first. ";
    if (m_subject.left > 0)
        limits += plural(m_subject.left, "further mention", "further mentions") + " do not fit on any picture.";
    std::vector<std::string> notes;
    for (const std::string& note : {who, limits})
        if (!note.empty())
            notes.push_back(note);
    return notes;
}

std::string ProvenanceWords::laneNote(std::size_t lane) const {
    bool isFirst = false, endorsesOnly = true, isResolved = true;
    for (const ProvenanceNode& node : m_graph.nodes)
        if (node.lane == lane) {
            isFirst = isFirst || node.first != nullptr;
            endorsesOnly = endorsesOnly && node.role == SpeakerRole::endorser;
            isResolved = isResolved && node.isResolved;
        }
    return !isResolved ? "not identified" : endorsesOnly ? "endorses" : isFirst ? "first to say it" : "";
}

std::string ProvenanceWords::dateText(std::size_t index) const {
    const ProvenanceNode& node = m_graph.nodes[index];
    if (node.source && node.days)
        return node.source->published;
    return node.days ? isoDay(node.days->first) : std::string();
}

std::string ProvenanceWords::label(std::size_t index) const {
    const ProvenanceNode& node = m_graph.nodes[index];
    if (node.kind == NodeKind::voice && node.first && shortClaim(*node.first) == name(index))
        return {}; // the lane has the name already: the subject of a claim without a number is often its speaker
    if (node.kind == NodeKind::voice)
        return node.first ? shortClaim(*node.first) + (node.days ? ", " + dateText(index) : "") : "";
    const Mention& mention = *node.mention;
    const std::string says = shortClaim(*node.claims.front());
    if (claimText(*node.claims.front()).empty() && !node.first && mention.polarity == Polarity::asserts)
        return {}; // a claim without a number has too many words; the tip has them
    const bool hedges =
        !mention.hedge.empty() && mention.hedge.size() <= longestHedge && !says.starts_with(mention.hedge);
    if (says == shortClaim(*m_heads.at(node.family)) && !node.first && !hedges && mention.polarity == Polarity::asserts)
        return {}; // the first one has the words
    return (mention.polarity == Polarity::denies ? "denies " : "") + (hedges ? quoted(mention.hedge) + " " : "") + says;
}

std::string ProvenanceWords::heardFrom(std::size_t node) const {
    std::vector<std::string> names;
    for (const std::size_t previous : m_previous[node])
        if (std::find(names.begin(), names.end(), name(previous)) == names.end())
            names.push_back(name(previous));
    return listText(names);
}

std::string ProvenanceWords::part(std::size_t index) const {
    const ProvenanceNode& node = m_graph.nodes[index];
    std::string text = node.kind == NodeKind::words ? "words in a source" : "voice";
    if (node.first)
        text += ", first known utterance";
    if (node.role == SpeakerRole::endorser)
        text += ", endorses";
    if (!node.isResolved)
        text += ", not identified";
    return text;
}

std::string ProvenanceWords::tip(std::size_t index) const {
    const ProvenanceNode& node = m_graph.nodes[index];
    const std::string from = heardFrom(index);
    std::string ids;
    for (std::size_t i = 0; i < node.claims.size() && i < 8; ++i)
        ids += (i > 0 ? ", " : "") + node.claims[i]->id.value;
    if (node.claims.size() > 8)
        ids += " and " + std::to_string(node.claims.size() - 8) + " more";
    std::string text = name(index) + ": " + part(index) + "\n";
    if (node.mention)
        text += quoted(node.mention->anchor.quote) + "\n";
    else
        text += shortClaim(*node.claims.front()) + "\n";
    if (!from.empty())
        text += "After " + from + "\n";
    if (node.source)
        text += shortName(node.source->title, node.source->id.value) + ", ";
    text += dateText(index).empty() ? "no date of its own" : dateText(index);
    return text + "\n" + (node.claims.size() == 1 ? "Claim " : "Claims ") + ids;
}

std::vector<std::string> ProvenanceWords::columns() {
    return {"Date", "Speaker", "Part", "After", "Claim", "Value", "Words", "Source"};
}

std::vector<Cell> ProvenanceWords::cells(std::size_t index) const {
    const ProvenanceNode& node = m_graph.nodes[index];
    std::string ids;
    for (const Claim* claim : node.claims)
        ids += (ids.empty() ? "" : ", ") + claim->id.value;
    const Claim& claim = *node.claims.front();
    return {{dateText(index), {}},
            {m_graph.lanes[node.lane].name, {}},
            {part(index), {}},
            {heardFrom(index), {}},
            {ids, {}},
            {claimText(claim), claim.quantity ? claim.quantity->value : std::nullopt},
            {node.mention ? node.mention->anchor.quote : std::string(), {}},
            {node.source ? shortName(node.source->title, node.source->id.value) : std::string(), {}}};
}

std::string ProvenanceWords::retold() const {
    std::string text;
    std::size_t count = 0, words = 0;
    for (std::size_t i = 0; i < m_graph.nodes.size(); ++i) {
        const ProvenanceNode& node = m_graph.nodes[i];
        words += node.kind == NodeKind::words ? 1 : 0;
        if (node.kind != NodeKind::words || words > mostRetold)
            continue;
        ++count;
        const std::string from = heardFrom(i);
        text += " " + (dateText(i).empty() ? "Without a date" : dateText(i)) + " " + name(i) + ": "
                + shortClaim(*node.claims.front()) + (from.empty() ? "" : ", after " + from) + ".";
    }
    return words > count ? text + " And " + plural(words - count, "more mention.", "more mentions.") : text;
}

} // namespace assay

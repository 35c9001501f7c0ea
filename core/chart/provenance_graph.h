// Who said what after whom: mentions and the voices before them as nodes, speaker chains and typed links as edges.
// Knows no place on a picture.
#pragma once

#include "core/chart/chart.h"
#include "core/chart/provenance_subject.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace assay {

/// Days since 1970-01-01 within which something happened: one day, or all of a month or year.
struct Days {
    double first = 0;
    double last = 0;
    bool operator==(const Days&) const = default;
};

/// Of an ISO date that may be shortened; none: unreadable or empty.
std::optional<Days> daysOf(const std::string& isoDate);

enum class NodeKind {
    words, ///< a mention: words in a source, in the lane of who published them
    voice, ///< somebody before that in speaker chains: one node a speaker and utterance
};

enum class EdgeKind {
    carries,  ///< a speaker chain
    endorses, ///< in a chain or by a link: adds no evidence
    repeats,  ///< links repeats and quotes
    derives,  ///< links derived-from and converts
    opposes,  ///< links disputes, contradicts and corrects
    relates,  ///< links of the project's own types
};

struct ProvenanceNode {
    NodeKind kind = NodeKind::words;
    std::size_t lane = 0;
    std::size_t family = 0;           ///< of its claim
    std::vector<const Claim*> claims; ///< one of words; of a voice all it carries, in the document's order
    const Mention* mention = nullptr; ///< of words
    const Source* source = nullptr;   ///< of words; null when the document has lost it
    std::optional<Days> days;         ///< words: published; voice: known for who spoke first, at times
    SpeakerRole role = SpeakerRole::relay;
    bool isResolved = true;
    bool isOrigin = false;        ///< some chain starts here
    const Claim* first = nullptr; ///< of the first known utterance of a family: the claim it is first for; null: others
};

struct ProvenanceEdge {
    std::size_t from = 0; ///< node
    std::size_t to = 0;
    EdgeKind kind = EdgeKind::carries;
    bool operator==(const ProvenanceEdge&) const = default;
};

struct ProvenanceLane {
    std::string key; ///< speaker's id, or of a source that names nobody
    std::string name;
};

struct ProvenanceGraph {
    std::vector<ProvenanceLane> lanes; ///< in order of appearance in the document
    std::vector<ProvenanceNode> nodes;
    std::vector<ProvenanceEdge> edges;            ///< each once; never from a node to itself
    std::vector<std::vector<std::size_t>> chains; ///< nodes of each mention's chain, words last, endorsers left out
    std::size_t implied = 0;                      ///< links between claims that start at one node already
    std::size_t circles = 0;                      ///< families and chains that run in a circle
};

ProvenanceGraph provenanceGraph(const Evidence& evidence, const ProvenanceSubject& subject);

} // namespace assay

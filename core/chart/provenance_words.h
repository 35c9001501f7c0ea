// What a picture of provenance says: title, notes, tips, cells and labels. Places nothing.
#pragma once

#include "core/chart/chart_spec.h"
#include "core/chart/provenance_graph.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace assay {

class ProvenanceWords {
public:
    /// The three outlive it.
    ProvenanceWords(const Evidence& evidence, const ProvenanceSubject& subject, const ProvenanceGraph& graph);

    enum class Scope { family, quantity };

    std::string title(Scope scope) const;
    std::vector<std::string> notes() const; ///< at most two
    std::string retold() const;             ///< who wrote what when after whom, a sentence each

    std::string laneNote(std::size_t lane) const; ///< what its speaker is here; may be empty
    std::string label(std::size_t node) const;
    std::string tip(std::size_t node) const;
    std::vector<Cell> cells(std::size_t node) const;
    static std::vector<std::string> columns();

    int familyRank(std::size_t family) const; ///< 0: the one with most mentions

private:
    std::string name(std::size_t node) const;
    std::string heardFrom(std::size_t node) const;
    std::string dateText(std::size_t node) const;
    std::string part(std::size_t node) const;

    const Evidence& m_evidence;
    const ProvenanceSubject& m_subject;
    const ProvenanceGraph& m_graph;
    std::map<std::size_t, int> m_ranks;               ///< by family
    std::map<std::size_t, const Claim*> m_heads;      ///< by family: what was said first
    std::vector<std::vector<std::size_t>> m_previous; ///< by node: whom it heard it from
};

} // namespace assay

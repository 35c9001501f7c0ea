// Every place where one row names another.
#include "core/document/rename_row.h"

#include "core/document/row_kinds.h"

#include <utility>

namespace assay {
namespace {

/// Replaces the row by what edit makes of it; a row that stays equal stays the same object.
template <class T, class Edit>
void editRows(Rows<T>& rows, Edit edit) {
    for (Row<T>& row : rows) {
        T changed = *row;
        edit(changed);
        if (!(changed == *row))
            row = Row<T>(std::move(changed));
    }
}

class Rename {
public:
    Rename(const std::string& from, const std::string& to) : m_from(from), m_to(to) {}

    void in(std::string& id) const {
        if (id == m_from)
            id = m_to;
    }
    template <class Tag>
    void in(Id<Tag>& id) const {
        in(id.value);
    }
    /// "SCENARIO/OUTPUT"
    void inReference(Basis& basis) const {
        if (basis.kind == BasisKind::scenario && basis.reference.starts_with(m_from + "/"))
            basis.reference = m_to + basis.reference.substr(m_from.size());
    }
    /// "CHART--SCENARIO"
    void inPicture(std::string& id) const {
        if (id.ends_with("--" + m_from))
            id = id.substr(0, id.size() - m_from.size()) + m_to;
    }

private:
    const std::string& m_from;
    const std::string& m_to;
};

template <class Edit>
void editMentions(Document& document, Edit edit) {
    editRows(document.claims, [&](Claim& claim) {
        for (Mention& mention : claim.mentions)
            edit(mention);
    });
}

template <class Edit>
void editBases(Document& document, Edit edit) {
    editRows(document.scenarios, [&](Scenario& scenario) {
        for (ScenarioInput& input : scenario.inputs)
            edit(input.basis);
    });
}

void renameInClaims(Document& document, const Rename& rename) {
    editRows(document.links, [&](Link& link) {
        rename.in(link.from);
        rename.in(link.to);
    });
    editRows(document.overrides, [&](Override& own) { rename.in(own.claim); });
    editBases(document, [&](Basis& basis) {
        for (ClaimId& claim : basis.claims)
            rename.in(claim);
        for (BasisTerm& term : basis.terms)
            rename.in(term.claim);
    });
}

void renameReferences(Document& document, std::string_view what, const Rename& rename) {
    if (what == "attribute")
        editRows(document.claims, [&](Claim& claim) { rename.in(claim.attribute); });
    else if (what == "speaker")
        editMentions(document, [&](Mention& mention) {
            for (Utterance& utterance : mention.chain)
                rename.in(utterance.speaker);
        });
    else if (what == "source") {
        editMentions(document, [&](Mention& mention) { rename.in(mention.anchor.source); });
        editRows(document.sources, [&](Source& source) {
            if (source.replaces)
                rename.in(*source.replaces);
        });
    } else if (what == "claim")
        renameInClaims(document, rename);
    else if (what == "link type")
        editRows(document.links, [&](Link& link) {
            if (link.own)
                rename.in(*link.own);
        });
    else if (what == "model")
        editRows(document.scenarios, [&](Scenario& scenario) { rename.in(scenario.model); });
    else if (what == "scenario") {
        editBases(document, [&](Basis& basis) { rename.inReference(basis); });
        editRows(document.assertions, [&](Assertion& assertion) { rename.in(assertion.scenario); });
        editRows(document.overrides, [&](Override& own) { rename.in(own.scenario); });
        for (ChartTitle& title : document.project.chartTitles)
            rename.inPicture(title.id);
    }
}

} // namespace

Document withRenamedRow(Document document, std::string_view what, const std::string& from, const std::string& to) {
    const Rename rename(from, to);
    forEachRowKind([&](const auto& kind) {
        if (kind.what == what)
            editRows(document.*kind.rows, [&](auto& row) { rename.in(row.id); });
    });
    renameReferences(document, what, rename);
    return document;
}

Document withRenamedMention(Document document, const std::string& from, const std::string& to) {
    const Rename rename(from, to);
    editMentions(document, [&](Mention& mention) { rename.in(mention.id); });
    editRows(document.links, [&](Link& link) {
        rename.in(link.fromMention);
        rename.in(link.toMention);
    });
    return document;
}

} // namespace assay

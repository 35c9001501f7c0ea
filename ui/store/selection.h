// Selection: the one linked selection, as ids. Every view sets it and follows it; it is not part of the document and
// not undoable. It knows the document only to follow a claim to its source and to drop ids that are gone.
#pragma once

#include "core/base/ids.h"
#include "ui/store/document_store.h"

#include <QtCore/QObject>

#include <optional>
#include <vector>

namespace assay {

/// What is selected. An empty list or nullopt: nothing of that kind.
struct Selected {
    std::vector<ClaimId> claims;      ///< the current one first
    std::optional<MentionId> mention; ///< a mention of the current claim
    std::optional<SourceId> source;   ///< the source that the viewer shows
    std::optional<ScenarioId> scenario;
    std::optional<VariableId> input;      ///< an input of the scenario's model
    std::optional<AttributeId> attribute; ///< follows the current claim; charts over time use it
    bool operator==(const Selected&) const = default;
};

class Selection : public QObject {
    Q_OBJECT
public:
    explicit Selection(DocumentStore& store, QObject* parent = nullptr);

    const Selected& now() const { return m_now; }
    std::optional<ClaimId> claim() const; ///< the current claim

    /// The first is the current one; its mention in the shown source (else its first) and that mention's source follow.
    void selectClaims(std::vector<ClaimId> claims);
    void selectMention(const ClaimId& claim, const MentionId& mention);
    void selectSource(const std::optional<SourceId>& source);
    void selectScenario(const std::optional<ScenarioId>& scenario);
    void selectInput(const std::optional<VariableId>& input);
    void selectAttribute(const std::optional<AttributeId>& attribute);
    void wantWords(); ///< shows the current claim's words: its source again, when another was opened meanwhile

signals:
    void changed(const assay::Selected& before, const assay::Selected& after);
    /// The viewer scrolls to the current mention: a claim or mention was selected (again).
    void wordsWanted();

private:
    void set(Selected next);
    void followDocument(const Document& before, const Document& after);

    DocumentStore& m_store;
    Selected m_now;
};

} // namespace assay

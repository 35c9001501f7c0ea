// The basis of an input in words, with what it leads back to. Knows no widget.
#pragma once

#include "core/document/document.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QString>

#include <optional>
#include <vector>

namespace assay {

/// "claim c12: $5.6 million – The Washington Post", and where a click on it goes: to the claims' words, to another
/// scenario, or, when both are empty, to the note.
struct BasisLine {
    QString text;
    QString detail; ///< more of it, for a tool tip: statements, sources, the model's help
    std::vector<ClaimId> claims;
    std::optional<ScenarioId> scenario;
    bool operator==(const BasisLine&) const = default;
};

/// The basis of `input` of the scenario, whose own value or the model's default stands.
BasisLine basisLine(const Document& document, const Scenario& scenario, const ModelInput& input);

/// "c12: $5.6 million – The Washington Post"
QString claimLine(const Document& document, const ClaimId& id);

/// "“Owned cluster”: GPU-hours"
QString outputText(const Document& document, const ScenarioId& scenario, const VariableId& output);

/// The basis that is left when an input's value is changed by hand: an assumption that remembers what it was moved
/// from.
Basis basisByHand(const Document& before, const ScenarioId& scenario, const VariableId& input);

/// The scenario's own value for the input; nullptr: the model's default stands.
const ScenarioInput* ownInput(const Scenario& scenario, const VariableId& input);

} // namespace assay

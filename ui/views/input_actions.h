// InputActions: what a hand may do to a scenario's inputs, each as one edit of the store. One drag is one undo step.
// Knows no row widget.
#pragma once

#include "core/base/result.h"
#include "core/document/document.h"
#include "core/document/link_scenarios.h"
#include "ui/jobs/run_service.h"
#include "ui/store/document_store.h"
#include "ui/store/selection.h"
#include "ui/text/questions.h"
#include "ui/views/hand_gesture.h"

#include <QtCore/QObject>

#include <optional>
#include <string>

namespace assay {

class InputActions : public QObject {
    Q_OBJECT
public:
    InputActions(DocumentStore& store, Selection& selection, RunService& runs, Questions& questions,
                 QObject* parent = nullptr);

    // A gesture on one input: every call works on the text as it was at the beginning, so that nothing is lost at the
    // slider's ends and on the way back.
    void beginGesture(const ScenarioId& scenario, const ModelInput& input);
    Result<> moveMedian(double median); ///< declared unit; errors: readInput's
    Result<> scaleSpread(double factor);
    void endGesture();
    void putBack(); ///< ends the gesture, the value is as it was

    HandGesture& hand() { return m_hand; } ///< of handles on an input's curve

    Result<> enter(const ScenarioId& scenario, const ModelInput& input, const std::string& text);
    Result<> bind(const ScenarioId& scenario, const ModelInput& input, const ClaimId& claim);
    Result<> bindClaims(const ScenarioId& scenario, const ModelInput& input, ClaimsRule rule,
                        std::vector<BasisTerm> terms);
    /// What its claims say now, by the same rule.
    Result<> takeAgain(const ScenarioId& scenario, const ModelInput& input);
    Result<> bindSelected(const ScenarioId& scenario, const ModelInput& input); ///< nothingSelected: no claim is
    Result<> bindRow(const ScenarioId& scenario, const ModelInput& input, const std::string& reference);
    Result<> takeRowAgain(const ScenarioId& scenario, const ModelInput& input); ///< the row below it, as it is now
    Result<> take(const ScenarioId& scenario, const ModelInput& input, const OutputReference& upstream);
    struct Offer {
        OutputReference upstream;
        QString text; ///< "Owned cluster: GPU-hours"
    };
    std::vector<Offer> offers(const ScenarioId& scenario, const ModelInput& input) const; ///< what take() accepts
    Result<> reset(const ScenarioId& scenario, const ModelInput& input);
    void editNote(const ScenarioId& scenario, const ModelInput& input);
    /// To the words, to the other scenario, or to the note.
    void followBasis(const ScenarioId& scenario, const ModelInput& input);

private:
    struct Gesture {
        ScenarioId scenario;
        ModelInput input;
        Document before; ///< every step starts here
        ScenarioInput start;
        std::optional<double> median;
        double spread = 1;
    };

    Result<> applyGesture();

    DocumentStore& m_store;
    Selection& m_selection;
    RunService& m_runs;
    Questions& m_questions;
    HandGesture m_hand;
    std::optional<Gesture> m_gesture;
};

} // namespace assay

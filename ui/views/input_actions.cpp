// InputActions: edits with names for the undo stack.
#include "ui/views/input_actions.h"

#include "core/dist/distribution.h"
#include "core/document/bind_catalogue.h"
#include "core/document/bind_claims.h"
#include "core/document/edit.h"
#include "core/scenario/catalogue_basis.h"
#include "ui/views/basis_text.h"
#include "ui/views/input_scale.h"

namespace assay {

namespace {

QString titleOf(const ModelInput& input) {
    return QString::fromStdString(input.title.empty() ? input.id.value : input.title);
}

} // namespace

InputActions::InputActions(DocumentStore& store, Selection& selection, RunService& runs, Questions& questions,
                           QObject* parent)
    : QObject(parent),
      m_store(store),
      m_selection(selection),
      m_runs(runs),
      m_questions(questions),
      m_hand(store, runs) {}

void InputActions::beginGesture(const ScenarioId& scenario, const ModelInput& input) {
    endGesture();
    const Result<ScenarioInput> start = currentInput(m_store.document(), scenario, input.id);
    if (!start)
        return;
    m_gesture = Gesture{scenario, input, m_store.document(), *start, std::nullopt, 1};
    m_runs.beginGesture(scenario);
}

void InputActions::endGesture() {
    if (!m_gesture)
        return;
    m_gesture.reset();
    m_store.endGesture();
    m_runs.endGesture();
}

void InputActions::putBack() {
    if (!m_gesture)
        return;
    m_gesture->median.reset();
    m_gesture->spread = 1;
    static_cast<void>(applyGesture()); // a document that was there is no error
    endGesture();
}

Result<> InputActions::moveMedian(double median) {
    if (!m_gesture)
        return {};
    m_gesture->median = median;
    return applyGesture();
}

Result<> InputActions::scaleSpread(double factor) {
    if (!m_gesture)
        return {};
    m_gesture->spread = factor;
    return applyGesture();
}

Result<> InputActions::applyGesture() {
    const Gesture& gesture = *m_gesture;
    ScenarioInput next = gesture.start;
    const SliderScale ends = sliderScale(gesture.input);
    if (gesture.median) {
        const Result<std::string> moved =
            assay::moveMedian(next.text, gesture.input.unit, *gesture.median, ends.low, ends.high);
        if (!moved)
            return moved.error();
        next.text = *moved;
    }
    if (gesture.spread != 1) {
        const Result<std::string> scaled = assay::scaleSpread(next.text, gesture.input.unit, gesture.spread);
        if (!scaled)
            return scaled.error();
        next.text = *scaled;
    }
    const QString name = tr("Move %1").arg(titleOf(gesture.input));
    const QString key =
        QStringLiteral("input/%1/%2")
            .arg(QString::fromStdString(gesture.scenario.value), QString::fromStdString(gesture.input.id.value));
    if (next.text == gesture.start.text) // back where it began: its basis, too
        return m_store.apply(name, gesture.before, key);
    next.basis = basisByHand(gesture.before, gesture.scenario, gesture.input.id);
    return m_store.apply(name, setInput(gesture.before, gesture.scenario, std::move(next)), key);
}

Result<> InputActions::enter(const ScenarioId& scenario, const ModelInput& input, const std::string& text) {
    Result<ScenarioInput> next = currentInput(m_store.document(), scenario, input.id);
    if (!next)
        return next.error();
    if (next->text == text && next->basis.kind != BasisKind::scenario)
        return {};
    next->text = text;
    next->basis = basisByHand(m_store.document(), scenario, input.id);
    return m_store.apply(tr("Change %1").arg(titleOf(input)), setInput(m_store.document(), scenario, *next));
}

Result<> InputActions::bind(const ScenarioId& scenario, const ModelInput& input, const ClaimId& claim) {
    const QString name = tr("Base %1 on claim %2").arg(titleOf(input), QString::fromStdString(claim.value));
    return m_store.apply(name, bindClaim(m_store.document(), scenario, input.id, claim));
}

Result<> InputActions::bindClaims(const ScenarioId& scenario, const ModelInput& input, ClaimsRule rule,
                                  std::vector<BasisTerm> terms) {
    const QString name = tr("Base %1 on %n claims", nullptr, static_cast<int>(terms.size())).arg(titleOf(input));
    return m_store.apply(name, assay::bindClaims(m_store.document(), scenario, input.id, rule, std::move(terms)));
}

Result<> InputActions::takeAgain(const ScenarioId& scenario, const ModelInput& input) {
    const Result<ScenarioInput> now = currentInput(m_store.document(), scenario, input.id);
    return now ? bindClaims(scenario, input, now->basis.rule, now->basis.terms) : Result<>(now.error());
}

Result<> InputActions::bindSelected(const ScenarioId& scenario, const ModelInput& input) {
    const std::optional<ClaimId> claim = m_selection.claim();
    if (!claim)
        return Error(ErrorCode::nothingSelected, titleOf(input).toStdString());
    return bind(scenario, input, *claim);
}

Result<> InputActions::bindRow(const ScenarioId& scenario, const ModelInput& input, const std::string& reference) {
    return m_store.apply(tr("Base %1 on a catalogue row").arg(titleOf(input)),
                         bindCatalogue(m_store.document(), scenario, input.id, reference));
}

Result<> InputActions::takeRowAgain(const ScenarioId& scenario, const ModelInput& input) {
    const Scenario* found = find(m_store.document().scenarios, scenario);
    if (!found)
        return Error(ErrorCode::idUnknown, scenario.value, {"scenario", scenario.value});
    return bindRow(scenario, input, catalogueReference(*found, input));
}

Result<> InputActions::take(const ScenarioId& scenario, const ModelInput& input, const OutputReference& upstream) {
    return m_store.apply(tr("Take %1 from another scenario").arg(titleOf(input)),
                         bindOutput(m_store.document(), scenario, input.id, upstream));
}

std::vector<InputActions::Offer> InputActions::offers(const ScenarioId& scenario, const ModelInput& input) const {
    std::vector<Offer> offers;
    const Document& document = m_store.document();
    for (OutputReference& upstream : outputsFor(document, scenario, input.id))
        offers.push_back({upstream, outputText(document, upstream.scenario, upstream.output)});
    return offers;
}

Result<> InputActions::reset(const ScenarioId& scenario, const ModelInput& input) {
    return m_store.apply(tr("Reset %1").arg(titleOf(input)), resetInput(m_store.document(), scenario, input.id));
}

void InputActions::editNote(const ScenarioId& scenario, const ModelInput& input) {
    Result<ScenarioInput> next = currentInput(m_store.document(), scenario, input.id);
    if (!next)
        return;
    const std::optional<QString> note = m_questions.line(tr("Note on %1").arg(titleOf(input)), tr("Why this value?"),
                                                         QString::fromStdString(next->basis.note));
    if (!note)
        return;
    next->basis.note = note->trimmed().toStdString();
    static_cast<void>(m_store.apply(tr("Note on %1").arg(titleOf(input)),
                                    setInput(m_store.document(), scenario, *next))); // the store tells of an error
}

void InputActions::followBasis(const ScenarioId& scenario, const ModelInput& input) {
    const Scenario* found = find(m_store.document().scenarios, scenario);
    if (!found)
        return;
    const BasisLine line = basisLine(m_store.document(), *found, input);
    if (!line.claims.empty()) {
        m_selection.selectClaims(line.claims);
    } else if (line.scenario) {
        m_selection.selectScenario(line.scenario);
    } else {
        editNote(scenario, input);
    }
}

} // namespace assay

// HandGesture: wishes to texts to one document.
#include "ui/views/hand_gesture.h"

#include "core/dist/distribution.h"
#include "core/document/edit.h"
#include "ui/views/basis_text.h"
#include "ui/views/input_scale.h"

#include <limits>

namespace assay {

namespace {

ValueLimits endsOf(const ModelInput& input) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const SliderScale scale = sliderScale(input);
    return {input.min ? scale.low : -infinity, input.max ? scale.high : infinity};
}

/// The document with one wish granted; `before` tells what the value rested on.
Result<Document> granted(const Document& document, const Document& before, const ScenarioId& scenario,
                         const InputWish& wish) {
    Result<ScenarioInput> now = currentInput(document, scenario, wish.input);
    if (!now)
        return now.error();
    const ModelInput& declared =
        *findInput(*find(document.models, find(document.scenarios, scenario)->model), wish.input);
    const Result<std::string> moved =
        moveQuantile(now->text, declared.unit, wish.probability, wish.value, endsOf(declared));
    if (!moved)
        return moved.error();
    if (*moved == now->text)
        return document;
    now->text = *moved;
    now->basis = basisByHand(before, scenario, wish.input);
    return setInput(document, scenario, std::move(*now));
}

} // namespace

void HandGesture::begin(const ScenarioId& scenario, const QString& name) {
    end();
    m_now = Now{scenario, name, QStringLiteral("hand/%1/%2").arg(QString::fromStdString(scenario.value), name),
                m_store.document()};
    m_runs.beginGesture(scenario);
}

Result<> HandGesture::move(const std::vector<InputWish>& wishes) {
    if (!m_now)
        return {};
    Document next = m_now->before;
    for (const InputWish& wish : wishes) {
        Result<Document> step = granted(next, m_now->before, m_now->scenario, wish);
        if (!step)
            return step.error();
        next = std::move(*step);
    }
    return m_store.apply(m_now->name, next, m_now->key);
}

void HandGesture::end() {
    if (!m_now)
        return;
    m_now.reset();
    m_store.endGesture();
    m_runs.endGesture();
}

void HandGesture::putBack() {
    if (!m_now)
        return;
    static_cast<void>(m_store.apply(m_now->name, m_now->before, m_now->key)); // a document that was there is no error
    end();
}

} // namespace assay

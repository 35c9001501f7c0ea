// InputCurve: text to picture, handles to wishes.
#include "ui/views/input_curve.h"

#include "core/chart/ghost.h"
#include "ui/charts/chart_view.h"
#include "ui/text/utf8_text.h"
#include "ui/views/fonts.h"
#include "ui/views/tool_button.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <utility>

namespace assay {

namespace {

constexpr int curveHeight = 168; ///< px: curve, handles, ticks and the axis' two lines of words

/// In ghost ink, with nothing to take hold of.
ChartSpec greyed(ChartSpec spec) {
    for (Mark& mark : spec.marks)
        std::visit(
            [](auto& one) {
                if constexpr (requires { one.ink; })
                    one.ink = {InkRole::ghost};
            },
            mark);
    spec.handles.clear();
    return spec;
}

} // namespace

InputCurve::InputCurve(ScenarioId scenario, ModelInput input, HandGesture& hand, QWidget* parent)
    : QWidget(parent),
      m_scenario(std::move(scenario)),
      m_input(std::move(input)),
      m_hand(hand) {
    build();
    connectHandles();
}

void InputCurve::build() {
    const QString id = text(m_input.id.value);
    setObjectName(QStringLiteral("input.curve.") + id);
    m_view = new ChartView(this);
    m_view->setObjectName(QStringLiteral("input.curve.chart.") + id);
    m_view->setFixedHeight(curveHeight);
    m_view->setToolTip({});
    m_note = new QLabel(this);
    m_note->setObjectName(QStringLiteral("input.curve.note.") + id);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setFont(smallFont(font()));
    m_cumulative = toolButton(this, QStringLiteral("input.curve.form.") + id, tr("Cumulative"),
                              tr("The chance of less than each value, in place of the density"));
    m_cumulative->setCheckable(true);
    m_cumulative->setFont(smallFont(font()));
    connect(m_cumulative, &QToolButton::toggled, this, [this](const auto on) {
        m_form = on ? CurveForm::cumulative : CurveForm::density;
        m_held.reset();
        showText(std::string(m_text), Rows<Claim>(m_claims));
    });
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_note, 1);
    foot->addWidget(m_cumulative, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 2);
    column->setSpacing(2);
    column->addWidget(m_view);
    column->addLayout(foot);
}

void InputCurve::connectHandles() {
    connect(m_view, &ChartView::inputTaken, this, [this](const Handle& handle) {
        hold();
        m_hand.begin(m_scenario, tr("Move %1").arg(text(handle.name)));
    });
    connect(m_view, &ChartView::inputMoved, this, [this](const Handle& handle, const Point& place) {
        const Lever& lever = handle.levers.front();
        const Result<> moved = m_hand.move({{lever.input, lever.probability, place.x * lever.scale}});
        if (!moved)
            emit refused(moved.error());
    });
    connect(m_view, &ChartView::inputLetGo, this, [this] {
        m_hand.end();
        letGo();
    });
    connect(m_view, &ChartView::inputPutBack, this, [this] {
        m_hand.putBack();
        letGo();
    });
    connect(m_view, &ChartView::markClicked, this, [this](const MarkIds& ids) {
        if (!ids.claims.empty())
            emit claimsChosen(ids.claims);
    });
}

InputCurveQuestion InputCurve::question() const {
    InputCurveQuestion question{m_input, m_text,       m_scenario, m_held ? m_heldClaims : m_claims,
                                m_form,  std::nullopt, m_numbers};
    if (m_held)
        question.held = HeldAxes{m_held->x, m_held->y};
    return question;
}

void InputCurve::showText(const std::string& typed, const Rows<Claim>& claims) {
    m_text = typed;
    m_claims = claims;
    const Result<ChartSpec> spec = buildInputCurve(question());
    if (!spec)
        return; // the row says why, and calls refuse()
    m_spec = *spec;
    showSpec();
}

void InputCurve::setNumbers(NumberScript numbers) {
    m_numbers = numbers;
    if (m_spec && !m_held)
        showText(std::string(m_text), Rows<Claim>(m_claims));
}

void InputCurve::showSpec() {
    ChartSpec shown = m_held ? withGhost(*m_spec, *m_held) : *m_spec;
    shown.notes.clear(); // said below
    m_view->setSpec(shown);
    const bool isBare = m_spec->handles.size() < 3 && !m_spec->notes.empty();
    m_note->setText(isBare ? text(m_spec->notes.front()) : tr("Drag P5, P50 or P95; by keys: H, then arrows."));
    m_note->setForegroundRole(QPalette::PlaceholderText);
}

void InputCurve::refuse(const QString& reason) {
    if (!m_spec) {
        m_view->setEmpty(reason, {});
        return;
    }
    m_view->setSpec(greyed(*m_spec));
    m_note->setText(tr("The last curve; the text can't be drawn: %1").arg(reason));
    m_note->setForegroundRole(QPalette::WindowText);
}

void InputCurve::showNone(const QString& reason) {
    m_spec.reset();
    m_note->clear();
    m_view->setEmpty(reason, {});
}

void InputCurve::hold() {
    if (m_held)
        return;
    m_held = m_spec;
    m_heldClaims = m_claims;
}

void InputCurve::letGo() {
    if (!std::exchange(m_held, std::nullopt) || !m_spec)
        return;
    showText(std::string(m_text), Rows<Claim>(m_claims));
}

} // namespace assay

// ChartSlot: context to spec to view.
#include "ui/views/chart_slot.h"

#include "core/chart/ghost.h"
#include "core/chart/origins.h"
#include "ui/text/error_text.h"
#include "ui/text/utf8_text.h"

namespace assay {

namespace {

/// Of a chart in its own place nobody needs the name.
QString emptySentence(const Error& error) {
    return error.code == ErrorCode::chartEmpty && !error.details.empty()
               ? ChartSlot::tr("Nothing to show yet. It needs %1.").arg(text(error.details.front()))
               : errorText(error);
}

} // namespace

ChartSlot::ChartSlot(int number, QWidget* parent) : QObject(parent), m_view(new ChartView(parent)) {
    m_view->setObjectName(QStringLiteral("chart.%1").arg(number));
    m_view->setEmpty(tr("Computing…"), {});
    connect(m_view, &ChartView::emptyButtonClicked, this, [this] { emit remedyWanted(m_remedy); });
}

void ChartSlot::setKind(const ChartKind* kind) {
    if (m_kind == kind)
        return;
    m_kind = kind;
    m_spec.reset();
    m_held.reset();
    m_view->setEmpty(tr("Computing…"), {});
}

void ChartSlot::hold() {
    if (!m_held)
        m_held = m_spec;
}

void ChartSlot::refresh(ChartContext context, Waiting waiting) {
    if (!m_kind)
        return;
    const Scenario* wanted = context.scenario ? assay::find(context.scenarios, *context.scenario) : nullptr;
    if (m_kind->scope == ChartScope::scenario && wanted && !m_kind->fits(context, *wanted))
        context.scenario.reset(); // the first that fits, as the choice above the chart says
    const Remedy remedy = remedyFor(*m_kind, context);
    if (m_held)
        context.held = HeldAxes{m_held->x, m_held->y};
    m_context = context;
    m_job.request(
        Running::finish,
        [kind = m_kind, context = std::move(context), before = m_held](const std::stop_token&) {
            Result<ChartSpec> spec = buildChart(*kind, context);
            if (spec)
                *spec = withOrigins(std::move(*spec), context);
            return spec && before ? Result<ChartSpec>(withGhost(std::move(*spec), *before)) : spec;
        },
        [this, kind = m_kind, waiting, remedy](const Result<ChartSpec>& spec) {
            if (kind == m_kind)
                show(spec, waiting, remedy);
        });
}

std::optional<ChartSpec> ChartSlot::table() const {
    if (!m_spec || m_spec->numbers == NumberScript::letters)
        return m_spec;
    ChartContext plain = m_context;
    plain.numbers = NumberScript::letters;
    Result<ChartSpec> spec = buildChart(*m_kind, plain);
    return spec ? std::optional(std::move(*spec)) : std::nullopt;
}

void ChartSlot::show(const Result<ChartSpec>& spec, Waiting waiting, Remedy remedy) {
    m_remedy = remedy;
    if (spec) {
        if (m_spec == *spec)
            return;
        m_spec = *spec;
        m_view->setSpec(*m_spec);
    } else {
        m_spec.reset();
        if (waiting == Waiting::forRuns)
            m_view->setEmpty(tr("Computing…"), {});
        else
            m_view->setEmpty(emptySentence(spec.error()), remedyText(remedy));
    }
    emit specChanged();
}

} // namespace assay

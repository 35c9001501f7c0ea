// ChartSlot: context to spec to view.
#include "ui/views/chart_slot.h"

#include "ui/text/error_text.h"

namespace assay {

ChartSlot::ChartSlot(int number, QWidget* parent) : QObject(parent), m_view(new ChartView(parent)) {
    m_view->setObjectName(QStringLiteral("chart.%1").arg(number));
    m_view->setEmpty(tr("Computing…"), {});
}

void ChartSlot::setKind(const ChartKind* kind) {
    if (m_kind == kind)
        return;
    m_kind = kind;
    m_spec.reset();
    m_view->setEmpty(tr("Computing…"), {});
}

void ChartSlot::refresh(ChartContext context, Waiting waiting) {
    if (!m_kind)
        return;
    m_job.request(
        Running::finish,
        [build = m_kind->build, context = std::move(context)](const std::stop_token&) { return build(context); },
        [this, kind = m_kind, waiting](const Result<ChartSpec>& spec) {
            if (kind == m_kind)
                show(spec, waiting);
        });
}

void ChartSlot::show(const Result<ChartSpec>& spec, Waiting waiting) {
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
            m_view->setEmpty(errorText(spec.error()), tr("New scenario"));
    }
    emit specChanged();
}

} // namespace assay

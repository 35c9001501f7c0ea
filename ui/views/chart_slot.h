// ChartSlot: one chart on screen: builds its ChartSpec off the GUI thread from a snapshot, the newest wins, and shows
// it or says what is missing. It knows neither store nor selection.
#pragma once

#include "core/chart/chart.h"
#include "ui/charts/chart_view.h"
#include "ui/jobs/latest_job.h"
#include "ui/views/chart_remedy.h"

#include <QtCore/QObject>

#include <optional>

namespace assay {

class ChartSlot : public QObject {
    Q_OBJECT
public:
    enum class Waiting { no, forRuns }; ///< forRuns: what is missing may still come

    ChartSlot(int number, QWidget* parent);

    ChartView* view() const { return m_view; }
    const ChartKind* kind() const { return m_kind; }
    void setKind(const ChartKind* kind);
    void refresh(ChartContext context, Waiting waiting);
    /// Axes and rows stay what they are, and what moves leaves a ghost, until letGo().
    void hold();
    void letGo() { m_held.reset(); }
    void cancel() { m_job.cancel(); }                               ///< a picture under way is not shown
    const std::optional<ChartSpec>& spec() const { return m_spec; } ///< none: empty
    std::optional<ChartSpec> table() const; ///< spec() as files have it: numbers with letters, whatever is shown

signals:
    void specChanged();
    void remedyWanted(assay::Remedy remedy); ///< the empty chart's button was pressed

private:
    void show(const Result<ChartSpec>& spec, Waiting waiting, Remedy remedy);

    ChartView* m_view;
    const ChartKind* m_kind = nullptr;
    std::optional<ChartSpec> m_spec;
    ChartContext m_context;          ///< of the newest picture asked for
    std::optional<ChartSpec> m_held; ///< as it was when a hand took hold of something
    Remedy m_remedy = Remedy::newScenario;
    LatestJob m_job;
};

} // namespace assay

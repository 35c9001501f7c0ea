// MustBeService: what must be true for an output to reach a target: by each input alone, by two together as a line, by
// all together with the smallest change. Worked out off the GUI thread; the newest question wins. Shows nothing.
#pragma once

#include "core/document/document.h"
#include "core/scenario/iso_line.h"
#include "core/scenario/nearest_point.h"
#include "core/scenario/solve.h"
#include "ui/jobs/latest_job.h"

#include <QtCore/QObject>

#include <array>
#include <optional>
#include <vector>

namespace assay {

struct MustBeQuestion {
    ScenarioId scenario;
    VariableId output;
    Statistic statistic = Statistic::p50;
    double target = 0; ///< declared unit of the output
};

class MustBeService : public QObject {
    Q_OBJECT
public:
    explicit MustBeService(QObject* parent = nullptr) : QObject(parent), m_values(this), m_line(this) {}

    /// One input alone, and all together. runs: those of the scenarios whose outputs this one takes.
    void ask(const Document& document, const std::vector<RunPtr>& runs, const MustBeQuestion& question);
    void askLine(const Document& document, const std::vector<RunPtr>& runs, const MustBeQuestion& question,
                 const std::array<VariableId, 2>& inputs);

    const std::vector<Solution>& solutions() const { return m_solutions; } ///< one an input that it can be asked of
    const std::optional<Result<NearestPoint>>& nearest() const { return m_nearest; }
    const std::optional<Result<IsoLine>>& line() const { return m_isoLine; }

signals:
    void valuesChanged();
    void lineChanged();

private:
    std::vector<Solution> m_solutions;
    std::optional<Result<NearestPoint>> m_nearest;
    std::optional<Result<IsoLine>> m_isoLine;
    LatestJob m_values;
    LatestJob m_line;
};

} // namespace assay

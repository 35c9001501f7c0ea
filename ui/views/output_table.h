// OutputTable: each output of a scenario's run: median, 90 % interval, and the way to "Why this number?". Computes
// nothing.
#pragma once

#include "core/base/result.h"
#include "core/scenario/model.h"
#include "core/scenario/run.h"

#include <QtWidgets/QWidget>

#include <optional>
#include <vector>

class QGridLayout;
class QLabel;

namespace assay {

class ElidedLabel;

class OutputTable : public QWidget {
    Q_OBJECT
public:
    explicit OutputTable(QWidget* parent = nullptr);

    /// The outputs' names while there is no run yet.
    void setModel(const Model& model);
    /// Fills in a run of that model; computing: it is of values just left behind, shown quiet.
    enum class Freshness { current, computing };
    void setRun(const Run& run, Freshness freshness);
    void setError(const Error& error);
    /// Outputs that stand on an input whose basis is not what it was.
    void setStale(const std::vector<VariableId>& outputs);

signals:
    void whyWanted(const assay::VariableId& output);

private:
    struct Line {
        VariableId id;
        ElidedLabel* title;
        QString name; ///< of the output, without marks
        QLabel* median;
        QLabel* interval;
    };

    void addLine(const VariableId& id, const QString& title);
    void setNote(const QString& text);

    QGridLayout* m_grid;
    QLabel* m_note;
    std::vector<Line> m_lines;
};

} // namespace assay

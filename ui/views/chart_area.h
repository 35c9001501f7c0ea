// ChartArea: the charts of the project, one at a time or four beside each other. It follows store, runs and the linked
// selection, and a click on a mark sets the selection. Only what is visible is built.
#pragma once

#include "core/chart/chart.h"
#include "ui/jobs/latest_job.h"
#include "ui/jobs/run_service.h"
#include "ui/store/document_store.h"
#include "ui/store/selection.h"
#include "ui/text/questions.h"
#include "ui/views/chart_remedy.h"
#include "ui/views/hand_gesture.h"

#include <QtWidgets/QWidget>

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>

class QSettings;
class QTabBar;
class QToolButton;

namespace assay {

class ChartChoices;
class ChartSlot;

class ChartArea : public QWidget {
    Q_OBJECT
public:
    ChartArea(DocumentStore& store, Selection& selection, RunService& runs, Questions& questions, QSettings& settings,
              QWidget* parent = nullptr);

    void setStale(std::vector<ScenarioId> stale); ///< scenarios whose numbers' basis has changed: the foot names them
    std::string chart() const;                    ///< id of the chosen chart
    const ChartSpec* spec() const;                ///< of the chosen chart; null: empty or still computing

public slots:
    void showChart(const QString& id);
    void showForm(const std::string& chart, const std::string& form);
    void setNumbers(NumberScript numbers); ///< of all charts and what is exported of them
    void exportChart();                    ///< opens the export dialog on the chosen chart (Ctrl+E)
    void copyChart();                      ///< PNG, SVG, CSV and alt text to the clipboard (Ctrl+Shift+C)
    void editTitle();                      ///< asks for a title in place of the generated one

signals:
    void chartChanged();
    void remedyWanted(assay::Remedy remedy);          ///< the button of an empty chart
    void done(const QString& sentence);               ///< "Chart copied"
    void edited(const QString& sentence);             ///< names an edit that the stack's newest step undoes
    void hovered(const QString& text);                ///< for the status bar; empty: nothing
    void inputWanted(const assay::VariableId& input); ///< the mark of one input was clicked: its field is wanted

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    static constexpr std::size_t slotCount = 4;

    void build();
    void makeSlots();
    void arrange();
    void refresh();
    void refreshEmpty();
    void followSelection(const Selected& before, const Selected& after);
    void showSelection();
    void choose(const MarkIds& ids);
    void setThreshold(const ChartSlot& slot, std::optional<double> threshold);
    void setRange(const ChartSlot& slot, std::optional<ValueRange> range);
    void connectSlot(ChartSlot& slot);
    void connectHand(ChartSlot& slot);
    void sharePointed(const ChartSlot& from, const std::optional<Point>& place);
    void click(const ChartSlot& slot, const MarkIds& ids);
    void open(const MarkIds& ids);
    void askVerdict(const MarkIds& ids);
    void hold();
    void letGo();
    void takeHandle(const Handle& handle);
    void moveHandle(const Handle& handle, const Point& place);
    std::string formOf(std::string_view chart) const;
    ChartContext context() const;
    ChartContext shownContext() const; ///< with what the chart chose by itself
    const ChartKind& kind() const;
    ChartSlot* chosen() const;

    DocumentStore& m_store;
    Selection& m_selection;
    RunService& m_runs;
    Questions& m_questions;
    QSettings& m_settings; ///< the export dialog's last choices
    QTabBar* m_tabs = nullptr;
    QToolButton* m_four = nullptr;
    ChartChoices* m_choices = nullptr;
    QWidget* m_page = nullptr;
    std::array<ChartSlot*, slotCount> m_slots{};
    HandGesture m_hand;
    RunPtr m_handRun; ///< what the held handle's chart was made of
    std::vector<ScenarioId> m_stale;
    NumberScript m_numbers = NumberScript::letters;
    std::optional<ScenarioId> m_against; ///< chosen here, as the two below; a chart's own choice otherwise
    std::optional<VariableId> m_output;
    std::optional<VariableId> m_input;
    std::map<std::string, double, std::less<>> m_thresholds; ///< by chart
    std::map<std::string, ValueRange, std::less<>> m_ranges; ///< brushed, as the thresholds
    std::map<std::string, std::string, std::less<>> m_forms; ///< by chart; none: its usual one
    LatestJob m_copying;
};

} // namespace assay

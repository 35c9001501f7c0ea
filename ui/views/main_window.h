// MainWindow: places the panes, connects actions to them and shows what the session says. No logic of its own.
#pragma once

#include "ui/views/chart_remedy.h"
#include "ui/views/look.h"
#include "ui/views/window_actions.h"
#include "ui/views/workbench.h"

#include <QtWidgets/QMainWindow>

class QLabel;
class QMimeData;
class QSplitter;
class QStackedWidget;

namespace assay {

class ChartArea;
class ClaimEditor;
class ClaimsPanel;
class ElidedLabel;
class FileGuard;
class FindingsPanel;
class MessageBar;
class Pane;
class PictureDrop;
class ScenarioPanel;
class SearchPanel;
class SourceViewer;
class SourcesPanel;
class StartPage;
class TabPane;
class Tour;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// The workbench outlives the window. `system`: the palette before ours, which "Follow the system" goes by.
    MainWindow(Workbench& bench, const QPalette& system, QWidget* parent = nullptr);

    MessageBar& messages() { return *m_messages; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    QWidget* buildWork();
    void nameSplitter(QSplitter& splitter, const QString& objectName, const QList<int>& sizes);
    void connectFile();
    void connectClaims();
    void connectSuggestions();
    void connectSearch();
    void connectScenario();
    void connectView();
    void connectSession();
    void connectTour();
    void takeTour();
    void offerTour();
    void showProject();
    void showTitle();
    void showCounts();
    void showRecent();
    void eraseTraces();
    void deleteClaims();
    void connectImports();
    void importNewVersion();
    void takeContent(const QMimeData& content);
    void tellCancelled();
    void showSourceDetails();
    void showImported(const ImportReport& report);
    void setEditorShown(Qt::CheckState shown);
    void remedy(Remedy wanted);
    void goToPane(int step);
    void goTo(QWidget& pane);
    void setAppearance(Appearance appearance);
    void showNumbers();
    void restoreLayout();
    void saveLayout();
    void resetLayout();

    Workbench& m_bench;
    QPalette m_system;
    WindowActions m_actions;
    QStackedWidget* m_pages = nullptr;
    StartPage* m_start = nullptr;
    SourcesPanel* m_sources = nullptr;
    ClaimsPanel* m_claims = nullptr;
    FindingsPanel* m_findings = nullptr;
    SearchPanel* m_search = nullptr;
    TabPane* m_evidence = nullptr; ///< claims, findings and search
    ClaimEditor* m_editor = nullptr;
    SourceViewer* m_viewer = nullptr;
    ScenarioPanel* m_scenario = nullptr;
    ChartArea* m_charts = nullptr;
    QSplitter* m_columns = nullptr;
    QSplitter* m_left = nullptr;
    QSplitter* m_middle = nullptr;
    MessageBar* m_messages = nullptr;
    Tour* m_tour = nullptr;
    bool m_tourWanted = false; ///< once the sample is open
    PictureDrop* m_pictures = nullptr;
    FileGuard* m_guard = nullptr;
    bool m_keepsLayout = true; ///< false once it was to leave no trace
    QLabel* m_counts = nullptr;
    ElidedLabel* m_state = nullptr; ///< what goes on, in one line
};

} // namespace assay

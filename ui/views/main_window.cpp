// MainWindow: what it shows of the session, and its events. What stands where is in main_window_layout.cpp, which
// action calls whom in main_window_wiring.cpp.
#include "ui/views/main_window.h"

#include "core/document/edit.h"
#include "ui/text/paths.h"
#include "ui/views/chart_area.h"
#include "ui/views/claim_editor.h"
#include "ui/views/claims_panel.h"
#include "ui/views/file_guard.h"
#include "ui/views/findings_panel.h"
#include "ui/views/message_bar.h"
#include "ui/views/scenario_panel.h"
#include "ui/views/source_viewer.h"
#include "ui/views/sources_panel.h"
#include "ui/views/start_page.h"

#include <QtGui/QAction>
#include <QtGui/QCloseEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QStackedWidget>

namespace assay {

namespace {

/// Where the keyboard goes in a pane: its own choice, else the first that takes Tab.
QWidget& firstFocus(QWidget& pane) {
    if (pane.focusProxy())
        return pane;
    for (QWidget* child : pane.findChildren<QWidget*>())
        if (child->isVisible() && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus))
            return *child;
    return pane;
}

} // namespace

MainWindow::MainWindow(Workbench& bench, const QPalette& system, QWidget* parent)
    : QMainWindow(parent),
      m_bench(bench),
      m_system(system),
      m_actions(makeActions(*this, bench.store.undoStack())) {
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    build();
    connectFile();
    connectImports();
    connectClaims();
    connectSuggestions();
    connectScenario();
    connectView();
    connectSession();
    connectTour();
    restoreLayout();
    showProject();
}

void MainWindow::showProject() {
    const auto open = m_bench.session.isOpen();
    m_pages->setCurrentIndex(open ? 1 : 0);
    for (QAction* action : m_actions.ofProject())
        action->setEnabled(open);
    m_actions.scenario->setEnabled(open);
    m_actions.chart->setEnabled(open);
    showTitle();
    showCounts();
}

void MainWindow::showTitle() {
    if (!m_bench.session.isOpen()) {
        setWindowTitle(tr("Assay"));
        return;
    }
    setWindowTitle(tr("%1[*] \u2013 Assay").arg(m_bench.session.name()));
    setWindowModified(m_bench.store.isModified());
}

void MainWindow::showCounts() {
    const Document& document = m_bench.store.document();
    const QStringList parts{tr("Claims: %1").arg(document.claims.size()),
                            tr("Sources: %1").arg(document.sources.size()),
                            tr("Scenarios: %1").arg(document.scenarios.size())};
    m_counts->setText(m_bench.session.isOpen() ? parts.join(QStringLiteral("   ")) : QString());
}

void MainWindow::showRecent() {
    m_actions.recent->clear();
    for (const RecentFile& file : m_bench.recent.list()) {
        QAction* action =
            m_actions.recent->addAction(fromPath(file.path).replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setEnabled(!file.missing);
        connect(action, &QAction::triggered, &m_bench.session,
                [this, path = file.path] { m_bench.session.open(path); });
    }
    m_actions.recent->addSeparator();
    QAction* clear = m_actions.recent->addAction(tr("&Clear this list"));
    clear->setEnabled(m_actions.recent->actions().size() > 2);
    connect(clear, &QAction::triggered, &m_bench.recent, &RecentFiles::clear);
}

/// One act for all: settings, recent files, and recovery files but those of living processes.
void MainWindow::eraseTraces() {
    const std::filesystem::path& folder = m_bench.autosave.folder();
    if (!m_bench.questions.eraseTraces(static_cast<int>(abandonedFiles(folder).size())))
        return;
    removeAbandoned(folder);
    m_bench.recent.clear();
    m_bench.settings.clear();
    m_bench.settings.sync();
    m_keepsLayout = false;
    m_guard->lookForRecovered();
    m_messages->showDone(tr("Erased what Assay kept on this computer. Your projects are as they were."));
}

void MainWindow::deleteClaims() {
    const std::vector<ClaimId> claims = m_bench.selection.now().claims;
    const int count = static_cast<int>(claims.size());
    const QString which =
        count == 1 ? tr("claim %1").arg(QString::fromStdString(claims.front().value)) : tr("%n claims", nullptr, count);
    if (m_bench.store.apply(tr("Delete %1").arg(which), removeClaims(m_bench.store.document(), claims)))
        m_messages->showDone(tr("Deleted %1.").arg(which), tr("Undo"), [this] { m_bench.store.undoStack().undo(); });
}

void MainWindow::setEditorShown(Qt::CheckState shown) {
    m_editor->setVisible(shown == Qt::Checked);
    if (shown == Qt::Unchecked)
        m_claims->setFocus(Qt::OtherFocusReason);
}

/// What helps an empty chart.
void MainWindow::remedy(Remedy wanted) {
    switch (wanted) {
    case Remedy::newScenario: m_scenario->offerModels(); return;
    case Remedy::showInputs: m_scenario->focusInputs(); return;
    case Remedy::importSource: m_actions.importSource->trigger(); return;
    case Remedy::readSource: goTo(*m_viewer); return;
    }
}

void MainWindow::goToPane(int step) {
    QList<QWidget*> panes{m_sources, m_claims, m_findings, m_editor, m_viewer, m_scenario, m_charts};
    panes.removeIf([](const QWidget* pane) { return !pane->isVisible(); });
    if (panes.isEmpty())
        return;
    const QWidget* focus = QApplication::focusWidget();
    qsizetype here = -1;
    for (qsizetype i = 0; i < panes.size(); ++i)
        if (focus && (panes[i] == focus || panes[i]->isAncestorOf(focus)))
            here = i;
    QWidget* next = panes[(here + step + panes.size() + (here < 0 && step < 0 ? 1 : 0)) % panes.size()];
    goTo(*next);
}

void MainWindow::goTo(QWidget& pane) { firstFocus(pane).setFocus(Qt::TabFocusReason); }

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!m_bench.session.mayClose()) {
        event->ignore();
        return;
    }
    if (m_keepsLayout)
        saveLayout();
    event->accept();
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_pages)
        setStyleSheet(windowStyleSheet(palette()));
}

} // namespace assay

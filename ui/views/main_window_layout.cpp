// MainWindow: what stands where, at first and as the settings remember it.
#include "ui/views/chart_area.h"
#include "ui/views/claim_editor.h"
#include "ui/views/claims_panel.h"
#include "ui/views/elided_label.h"
#include "ui/views/file_guard.h"
#include "ui/views/findings_panel.h"
#include "ui/views/main_window.h"
#include "ui/views/message_bar.h"
#include "ui/views/number_choice.h"
#include "ui/views/scenario_panel.h"
#include "ui/views/search_panel.h"
#include "ui/views/source_viewer.h"
#include "ui/views/sources_panel.h"
#include "ui/views/start_page.h"
#include "ui/views/tab_pane.h"
#include "ui/views/tour.h"

#include <QtGui/QAction>
#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStatusBar>

namespace assay {

namespace {

constexpr int gutter = 8; // px between panes: what one grabs to resize them

} // namespace

void MainWindow::build() {
    m_pages = new QStackedWidget;
    m_start = new StartPage(m_bench.recent);
    m_messages = new MessageBar;
    m_tour = new Tour(m_bench.store, m_bench.selection);
    m_guard = new FileGuard(m_bench, *m_messages, *this);
    m_start->setFirst(m_guard->recovery());
    m_pages->addWidget(m_start);
    m_pages->addWidget(buildWork());
    auto* central = new QWidget;
    auto* rows = new QVBoxLayout(central);
    rows->setContentsMargins(gutter, gutter, gutter, 0);
    rows->setSpacing(gutter);
    rows->addWidget(m_tour);
    rows->addWidget(m_pages, 1);
    rows->addWidget(m_guard->conflicts());
    rows->addWidget(m_messages);
    setCentralWidget(central);
    m_state = new ElidedLabel(ElidedLabel::Kind::text);
    m_state->setTone(ElidedLabel::Tone::quiet);
    m_state->setObjectName(QStringLiteral("state"));
    m_state->setAccessibleName(tr("What goes on"));
    m_counts = new QLabel;
    for (QLabel* label : {m_counts, m_guard->mark()}) {
        label->setTextFormat(Qt::PlainText);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setContentsMargins(largeGap, 0, largeGap, 0);
    }
    statusBar()->addWidget(m_state, 1);
    statusBar()->addPermanentWidget(m_guard->mark());
    statusBar()->addPermanentWidget(m_counts);
    statusBar()->setSizeGripEnabled(false);
}

QWidget* MainWindow::buildWork() {
    m_sources = new SourcesPanel(m_bench.store, m_bench.selection);
    m_claims = new ClaimsPanel(m_bench.store, m_bench.selection, m_bench.findings, m_bench.questions);
    m_findings = new FindingsPanel(m_bench.store, m_bench.selection, m_bench.findings, m_bench.questions);
    m_search = new SearchPanel(m_bench.store, m_bench.selection);
    m_evidence = new TabPane(QStringLiteral("evidencePane"));
    m_evidence->addTab(*m_claims);
    m_evidence->addTab(*m_findings);
    m_evidence->addTab(*m_search);
    m_editor = new ClaimEditor(m_bench.store, m_bench.selection);
    m_viewer = new SourceViewer(m_bench.store, m_bench.selection);
    m_scenario = new ScenarioPanel(m_bench.store, m_bench.selection, m_bench.runs, m_bench.questions);
    m_charts = new ChartArea(m_bench.store, m_bench.selection, m_bench.runs, m_bench.questions, m_bench.settings);
    auto* scenarioPane = new Pane(QStringLiteral("scenarioPane"), {});
    scenarioPane->setAccessibleName(tr("Scenarios"));
    scenarioPane->addContent(m_scenario, 1);
    auto* chartsPane = new Pane(QStringLiteral("chartsPane"), {});
    chartsPane->setAccessibleName(tr("Charts"));
    chartsPane->addContent(m_charts, 1);
    m_columns = new QSplitter(Qt::Horizontal);
    m_left = new QSplitter(Qt::Vertical);
    m_middle = new QSplitter(Qt::Vertical);
    for (QWidget* pane : std::initializer_list<QWidget*>{m_sources, m_evidence, m_editor})
        m_left->addWidget(pane);
    m_middle->addWidget(m_viewer);
    m_middle->addWidget(scenarioPane);
    m_columns->addWidget(m_left);
    m_columns->addWidget(m_middle);
    m_columns->addWidget(chartsPane);
    resetLayout();
    return m_columns;
}

void MainWindow::nameSplitter(QSplitter& splitter, const QString& objectName, const QList<int>& sizes) {
    splitter.setObjectName(objectName);
    splitter.setHandleWidth(gutter);
    splitter.setChildrenCollapsible(false);
    splitter.setSizes(sizes);
    for (int i = 0; i < splitter.count(); ++i)
        splitter.setStretchFactor(i, sizes.at(i));
}

/// Proportions that suit 1280 x 800 and grow with the window.
void MainWindow::resetLayout() {
    nameSplitter(*m_columns, QStringLiteral("columns"), {350, 420, 490});
    nameSplitter(*m_left, QStringLiteral("leftColumn"), {190, 330, 300});
    nameSplitter(*m_middle, QStringLiteral("middleColumn"), {250, 500});
    m_editor->hide();
}

void MainWindow::setAppearance(Appearance appearance) {
    m_bench.settings.setValue(QStringLiteral("appearance"), static_cast<int>(appearance));
    applyAppearance(*static_cast<QApplication*>(QApplication::instance()), appearance, m_system);
}

/// As chosen, in every picture of the window.
void MainWindow::showNumbers() {
    const NumberChoice choice = rememberedNumbers(m_bench.settings);
    m_actions.numbers.at(static_cast<int>(choice))->setChecked(true);
    const NumberScript script = scriptOf(choice, QLocale());
    m_charts->setNumbers(script);
    m_scenario->setNumbers(script);
}

void MainWindow::restoreLayout() {
    const QSettings& settings = m_bench.settings;
    resize(1280, 800);
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    for (QSplitter* splitter : {m_columns, m_left, m_middle})
        splitter->restoreState(settings.value(QStringLiteral("window/") + splitter->objectName()).toByteArray());
    m_claims->restoreHeader(settings.value(QStringLiteral("window/claimsColumns")).toByteArray());
    const auto appearance = static_cast<Appearance>(settings.value(QStringLiteral("appearance"), 0).toInt());
    (appearance == Appearance::dark           ? m_actions.dark
     : appearance == Appearance::light        ? m_actions.light
     : appearance == Appearance::highContrast ? m_actions.highContrast
                                              : m_actions.followSystem)
        ->setChecked(true);
    showNumbers();
    setStyleSheet(windowStyleSheet(palette()));
}

void MainWindow::saveLayout() {
    QSettings& settings = m_bench.settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    for (const QSplitter* splitter : {m_columns, m_left, m_middle})
        settings.setValue(QStringLiteral("window/") + splitter->objectName(), splitter->saveState());
    settings.setValue(QStringLiteral("window/claimsColumns"), m_claims->headerState());
}

} // namespace assay

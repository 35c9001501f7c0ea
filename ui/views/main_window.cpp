// MainWindow: what stands where, and which action calls whom.
#include "ui/views/main_window.h"

#include "core/document/edit.h"
#include "ui/store/import_sources.h"
#include "ui/text/error_text.h"
#include "ui/text/paths.h"
#include "ui/views/chart_area.h"
#include "ui/views/claim_editor.h"
#include "ui/views/claims_panel.h"
#include "ui/views/help_dialogs.h"
#include "ui/views/message_bar.h"
#include "ui/views/scenario_panel.h"
#include "ui/views/source_viewer.h"
#include "ui/views/sources_panel.h"
#include "ui/views/start_page.h"

#include <QtCore/QDate>
#include <QtCore/QMimeData>
#include <QtGui/QAction>
#include <QtGui/QCloseEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStatusBar>

namespace assay {

namespace {

constexpr int gutter = 8; // px between panes: what one grabs to resize them

std::vector<std::filesystem::path> localFiles(const QMimeData& mime) {
    std::vector<std::filesystem::path> files;
    for (const QUrl& url : mime.urls())
        if (url.isLocalFile())
            files.push_back(toPath(url.toLocalFile()));
    return files;
}

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
    connectClaims();
    connectScenario();
    connectView();
    connectSession();
    restoreLayout();
    showProject();
}

void MainWindow::build() {
    m_pages = new QStackedWidget;
    m_start = new StartPage(m_bench.recent);
    m_messages = new MessageBar;
    m_pages->addWidget(m_start);
    m_pages->addWidget(buildWork());
    auto* central = new QWidget;
    auto* rows = new QVBoxLayout(central);
    rows->setContentsMargins(gutter, gutter, gutter, 0);
    rows->setSpacing(gutter);
    rows->addWidget(m_pages, 1);
    rows->addWidget(m_messages);
    setCentralWidget(central);
    m_state = new QLabel;
    m_counts = new QLabel;
    for (QLabel* label : {m_state, m_counts}) {
        label->setTextFormat(Qt::PlainText);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setContentsMargins(largeGap, 0, largeGap, 0);
    }
    statusBar()->addWidget(m_state);
    statusBar()->addPermanentWidget(m_counts);
    statusBar()->setSizeGripEnabled(false);
}

QWidget* MainWindow::buildWork() {
    m_sources = new SourcesPanel(m_bench.store, m_bench.selection);
    m_claims = new ClaimsPanel(m_bench.store, m_bench.selection);
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
    for (QWidget* pane : std::initializer_list<QWidget*>{m_sources, m_claims, m_editor})
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

void MainWindow::connectFile() {
    Session& session = m_bench.session;
    connect(m_actions.newProject, &QAction::triggered, &session, &Session::newProject);
    connect(m_actions.open, &QAction::triggered, &session, &Session::openAsking);
    connect(m_actions.sample, &QAction::triggered, &session, &Session::openSample);
    connect(m_actions.save, &QAction::triggered, &session, &Session::save);
    connect(m_actions.saveAs, &QAction::triggered, &session, &Session::saveAs);
    connect(m_actions.quit, &QAction::triggered, this, &MainWindow::close);
    connect(m_start, &StartPage::newWanted, &session, &Session::newProject);
    connect(m_start, &StartPage::openWanted, &session, &Session::openAsking);
    connect(m_start, &StartPage::sampleWanted, &session, &Session::openSample);
    connect(m_start, &StartPage::recentWanted, &session, &Session::open);
    const auto import = [this] { importSources(m_bench.questions.sourcesToImport({})); };
    connect(m_actions.importSource, &QAction::triggered, this, import);
    connect(m_sources, &SourcesPanel::importWanted, this, import);
    connect(&m_bench.recent, &RecentFiles::changed, this, &MainWindow::showRecent);
    connect(m_actions.recent, &QMenu::aboutToShow, this, &MainWindow::showRecent);
    showRecent();
}

void MainWindow::connectClaims() {
    for (QAction* action : {m_actions.newClaim, m_actions.nextMention, m_actions.previousMention}) {
        m_viewer->addAction(action);
        m_claims->addAction(action);
    }
    m_claims->addAction(m_actions.deleteClaims);
    m_claims->setContextActions({m_actions.editClaim, m_actions.showWords, m_actions.deleteClaims});
    connect(m_actions.find, &QAction::triggered, m_viewer, &SourceViewer::openFind);
    connect(m_actions.filter, &QAction::triggered, m_claims, &ClaimsPanel::focusFilter);
    connect(m_actions.newClaim, &QAction::triggered, m_viewer, &SourceViewer::claimFromSelection);
    connect(m_actions.nextMention, &QAction::triggered, m_viewer, [this] { m_viewer->stepMention(1); });
    connect(m_actions.previousMention, &QAction::triggered, m_viewer, [this] { m_viewer->stepMention(-1); });
    connect(m_actions.showWords, &QAction::triggered, &m_bench.selection, &Selection::wantWords);
    connect(m_actions.deleteClaims, &QAction::triggered, this, &MainWindow::deleteClaims);
    const auto edit = [this] {
        setEditorShown(Qt::Checked);
        m_editor->edit();
    };
    connect(m_actions.editClaim, &QAction::triggered, this, edit);
    connect(m_claims, &ClaimsPanel::editWanted, this, edit);
    connect(m_editor, &ClaimEditor::closeWanted, this, [this] { setEditorShown(Qt::Unchecked); });
    connect(m_viewer, &SourceViewer::wordsMissing, this,
            [this] { m_messages->showDone(tr("Select the words in the source first, then press N.")); });
}

void MainWindow::connectScenario() {
    connect(m_actions.nextScenario, &QAction::triggered, m_scenario, &ScenarioPanel::nextScenario);
    connect(m_actions.previousScenario, &QAction::triggered, m_scenario, &ScenarioPanel::previousScenario);
    connect(m_actions.duplicateScenario, &QAction::triggered, m_scenario, &ScenarioPanel::duplicateScenario);
    connect(m_actions.renameScenario, &QAction::triggered, m_scenario, &ScenarioPanel::renameScenario);
    connect(m_actions.deleteScenario, &QAction::triggered, m_scenario, &ScenarioPanel::deleteScenario);
    connect(m_actions.bindClaim, &QAction::triggered, m_scenario, &ScenarioPanel::bindSelectedClaim);
    m_claims->addAction(m_actions.bindClaim);
    const auto undoable = [this](const QString& sentence) {
        m_messages->showDone(sentence, tr("Undo"), [this] { m_bench.store.undoStack().undo(); });
    };
    connect(m_scenario, &ScenarioPanel::done, this, undoable);
    for (QAction* chart : m_actions.charts)
        connect(chart, &QAction::triggered, m_charts, [this, chart] { m_charts->showChart(chart->data().toString()); });
    connect(m_actions.exportChart, &QAction::triggered, m_charts, &ChartArea::exportChart);
    connect(m_actions.copyChart, &QAction::triggered, m_charts, &ChartArea::copyChart);
    connect(m_charts, &ChartArea::done, this, [this](const QString& sentence) { m_messages->showDone(sentence); });
    connect(m_charts, &ChartArea::hovered, m_state, &QLabel::setText);
    connect(m_charts, &ChartArea::scenarioWanted, m_scenario,
            [this] { firstFocus(*m_scenario).setFocus(Qt::OtherFocusReason); });
}

void MainWindow::connectView() {
    connect(m_actions.nextPane, &QAction::triggered, this, [this] { goToPane(1); });
    connect(m_actions.previousPane, &QAction::triggered, this, [this] { goToPane(-1); });
    connect(m_actions.resetLayout, &QAction::triggered, this, &MainWindow::resetLayout);
    connect(m_actions.fullScreen, &QAction::toggled, this, [this](auto on) { on ? showFullScreen() : showNormal(); });
    connect(m_actions.followSystem, &QAction::triggered, this, [this] { setAppearance(Appearance::followSystem); });
    connect(m_actions.light, &QAction::triggered, this, [this] { setAppearance(Appearance::light); });
    connect(m_actions.dark, &QAction::triggered, this, [this] { setAppearance(Appearance::dark); });
    connect(m_actions.shortcuts, &QAction::triggered, this, [this] { showShortcuts(*this); });
    connect(m_actions.about, &QAction::triggered, this, [this] { showAbout(*this); });
}

void MainWindow::connectSession() {
    const auto showError = [this](const Error& error) { m_messages->showError(errorText(error)); };
    connect(&m_bench.session, &Session::failed, this, showError);
    connect(&m_bench.store, &DocumentStore::failed, this, showError);
    connect(&m_bench.session, &Session::opened, this, [this] {
        m_messages->clear();
        showProject();
        m_claims->setFocus(Qt::OtherFocusReason);
    });
    connect(&m_bench.session, &Session::fileChanged, this, &MainWindow::showTitle);
    connect(&m_bench.session, &Session::saved, this,
            [this] { m_messages->showDone(tr("Saved %1").arg(m_bench.session.name())); });
    connect(&m_bench.session, &Session::closeAllowed, this, &MainWindow::close);
    connect(&m_bench.session, &Session::busyChanged, this, [this] {
        m_pages->setEnabled(!m_bench.session.isBusy());
        m_state->setText(m_bench.session.isBusy() ? tr("Reading or writing the project\u2026") : QString());
    });
    connect(&m_bench.session, &Session::newerMinorOpened, this, [this] {
        m_messages->showDone(
            tr("A newer version of Assay wrote this project: what this version does not know is kept when you save."));
    });
    connect(&m_bench.store.undoStack(), &QUndoStack::cleanChanged, this, &MainWindow::showTitle);
    connect(&m_bench.store, &DocumentStore::changed, this, &MainWindow::showCounts);
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

void MainWindow::deleteClaims() {
    const std::vector<ClaimId> claims = m_bench.selection.now().claims;
    const int count = static_cast<int>(claims.size());
    const QString which =
        count == 1 ? tr("claim %1").arg(QString::fromStdString(claims.front().value)) : tr("%n claims", nullptr, count);
    if (m_bench.store.apply(tr("Delete %1").arg(which), removeClaims(m_bench.store.document(), claims)))
        m_messages->showDone(tr("Deleted %1.").arg(which), tr("Undo"), [this] { m_bench.store.undoStack().undo(); });
}

void MainWindow::importSources(const std::vector<std::filesystem::path>& files) {
    const std::string today = QDate::currentDate().toString(Qt::ISODate).toStdString();
    for (const std::filesystem::path& file : files) {
        const Result<Document> next = withImported(m_bench.store.document(), file, today, m_bench.importing);
        if (!m_bench.store.apply(tr("Import %1").arg(fromPath(file.filename())), next))
            return;
        m_bench.selection.selectSource(next->sources.back()->id);
    }
}

void MainWindow::setEditorShown(Qt::CheckState shown) {
    m_editor->setVisible(shown == Qt::Checked);
    if (shown == Qt::Unchecked)
        m_claims->setFocus(Qt::OtherFocusReason);
}

void MainWindow::goToPane(int step) {
    QList<QWidget*> panes{m_sources, m_claims, m_editor, m_viewer, m_scenario, m_charts};
    panes.removeIf([](const QWidget* pane) { return !pane->isVisible(); });
    if (panes.isEmpty())
        return;
    const QWidget* focus = QApplication::focusWidget();
    qsizetype here = -1;
    for (qsizetype i = 0; i < panes.size(); ++i)
        if (focus && (panes[i] == focus || panes[i]->isAncestorOf(focus)))
            here = i;
    QWidget* next = panes[(here + step + panes.size() + (here < 0 && step < 0 ? 1 : 0)) % panes.size()];
    firstFocus(*next).setFocus(Qt::TabFocusReason);
}

void MainWindow::setAppearance(Appearance appearance) {
    m_bench.settings.setValue(QStringLiteral("appearance"), static_cast<int>(appearance));
    applyAppearance(*static_cast<QApplication*>(QApplication::instance()), appearance, m_system);
}

void MainWindow::restoreLayout() {
    const QSettings& settings = m_bench.settings;
    resize(1280, 800);
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    for (QSplitter* splitter : {m_columns, m_left, m_middle})
        splitter->restoreState(settings.value(QStringLiteral("window/") + splitter->objectName()).toByteArray());
    m_claims->restoreHeader(settings.value(QStringLiteral("window/claimsHeader")).toByteArray());
    const auto appearance = static_cast<Appearance>(settings.value(QStringLiteral("appearance"), 0).toInt());
    (appearance == Appearance::dark    ? m_actions.dark
     : appearance == Appearance::light ? m_actions.light
                                       : m_actions.followSystem)
        ->setChecked(true);
    setStyleSheet(windowStyleSheet(palette()));
}

void MainWindow::saveLayout() {
    QSettings& settings = m_bench.settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    for (const QSplitter* splitter : {m_columns, m_left, m_middle})
        settings.setValue(QStringLiteral("window/") + splitter->objectName(), splitter->saveState());
    settings.setValue(QStringLiteral("window/claimsHeader"), m_claims->headerState());
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!m_bench.session.mayClose()) {
        event->ignore();
        return;
    }
    saveLayout();
    event->accept();
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_pages)
        setStyleSheet(windowStyleSheet(palette()));
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!localFiles(*event->mimeData()).empty())
        event->acceptProposedAction();
}

/// A project is opened; anything else becomes a source of the open project.
void MainWindow::dropEvent(QDropEvent* event) {
    const std::vector<std::filesystem::path> files = localFiles(*event->mimeData());
    event->acceptProposedAction();
    if (files.size() == 1 && files.front().extension() == ".assay")
        m_bench.session.open(files.front());
    else if (m_bench.session.isOpen())
        importSources(files);
}

} // namespace assay

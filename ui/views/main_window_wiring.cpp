// MainWindow: which action and which signal calls whom.
#include "ui/text/error_text.h"
#include "ui/views/chart_area.h"
#include "ui/views/claim_editor.h"
#include "ui/views/claims_panel.h"
#include "ui/views/elided_label.h"
#include "ui/views/findings_panel.h"
#include "ui/views/help_dialogs.h"
#include "ui/views/main_window.h"
#include "ui/views/message_bar.h"
#include "ui/views/number_choice.h"
#include "ui/views/picture_drop.h"
#include "ui/views/scenario_panel.h"
#include "ui/views/search_panel.h"
#include "ui/views/side_by_side.h"
#include "ui/views/source_viewer.h"
#include "ui/views/sources_panel.h"
#include "ui/views/start_page.h"
#include "ui/views/suggestions.h"
#include "ui/views/tab_pane.h"

#include <QtGui/QAction>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QStackedWidget>

namespace assay {

void MainWindow::connectFile() {
    Session& session = m_bench.session;
    connect(m_actions.newProject, &QAction::triggered, &session, &Session::newProject);
    connect(m_actions.open, &QAction::triggered, &session, &Session::openAsking);
    connect(m_actions.sample, &QAction::triggered, &session, &Session::openSample);
    connect(m_actions.save, &QAction::triggered, &session, &Session::save);
    connect(m_actions.saveAs, &QAction::triggered, &session, &Session::saveAs);
    connect(m_actions.merge, &QAction::triggered, &session, &Session::mergeAsking);
    connect(m_actions.eraseTraces, &QAction::triggered, this, &MainWindow::eraseTraces);
    connect(m_actions.quit, &QAction::triggered, this, &MainWindow::close);
    connect(m_start, &StartPage::newWanted, &session, &Session::newProject);
    connect(m_start, &StartPage::openWanted, &session, &Session::openAsking);
    connect(m_start, &StartPage::sampleWanted, &session, &Session::openSample);
    connect(m_start, &StartPage::recentWanted, &session, &Session::open);
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
    m_claims->setContextActions({m_actions.editClaim, m_actions.showWords, m_actions.reading.sideBySide,
                                 m_actions.evidence.linkClaims, m_actions.deleteClaims});
    connectTable(m_actions.table, *m_claims);
    connect(m_claims, &ClaimsPanel::done, this, [this](const QString& sentence) { m_messages->showDone(sentence); });
    connect(m_claims, &ClaimsPanel::changed, this, [this](const QString& sentence) {
        m_messages->showDone(sentence, tr("Undo"), [this] { m_bench.store.undoStack().undo(); });
    });
    connect(m_actions.find, &QAction::triggered, m_viewer, &SourceViewer::openFind);
    connect(m_actions.findNext, &QAction::triggered, m_viewer, [this] { m_viewer->stepHit(1); });
    connect(m_actions.findPrevious, &QAction::triggered, m_viewer, [this] { m_viewer->stepHit(-1); });
    connect(m_actions.filter, &QAction::triggered, this, [this] {
        m_evidence->show(*m_claims);
        m_claims->focusFilter();
    });
    connect(m_actions.findings, &QAction::triggered, this, [this] {
        m_evidence->show(*m_findings);
        goTo(*m_findings);
    });
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
    connectReading(m_actions.reading, *m_viewer);
    connectEvidence(m_actions.evidence, m_bench, *m_editor, *m_messages, *this);
    connect(m_actions.reading.sideBySide, &QAction::triggered, this,
            [this] { (new SideBySide(m_bench.store, m_bench.selection, *this))->show(); });
    connect(m_viewer, &SourceViewer::said, this, [this](const QString& sentence) { m_messages->showDone(sentence); });
    connect(m_viewer, &SourceViewer::wordsMissing, this,
            [this] { m_messages->showDone(tr("Select the words in the source first, then press N.")); });
}

void MainWindow::connectSuggestions() {
    Suggestions& suggestions = m_viewer->suggestions();
    m_viewer->text().addActions({m_actions.nextSuggestion, m_actions.previousSuggestion, m_actions.acceptSuggestion,
                                 m_actions.dismissSuggestion, m_actions.showDismissed});
    connect(m_actions.nextSuggestion, &QAction::triggered, &suggestions, [&suggestions] { suggestions.step(1); });
    connect(m_actions.previousSuggestion, &QAction::triggered, &suggestions, [&suggestions] { suggestions.step(-1); });
    connect(m_actions.acceptSuggestion, &QAction::triggered, &suggestions, &Suggestions::accept);
    connect(m_actions.dismissSuggestion, &QAction::triggered, &suggestions, &Suggestions::dismiss);
    connect(m_actions.showDismissed, &QAction::toggled, &suggestions, [this, &suggestions](bool on) {
        suggestions.setDismissedShown(on ? Qt::Checked : Qt::Unchecked);
        if (on && suggestions.dismissedCount() == 0)
            m_messages->showDone(tr("No number of this source was dismissed."));
    });
    connectSearch();
    connect(&suggestions, &Suggestions::done, this, [this](const QString& sentence) {
        m_messages->showDone(sentence, tr("Undo"), [this] { m_bench.store.undoStack().undo(); });
    });
    connect(&suggestions, &Suggestions::nothingLeft, this,
            [this] { m_messages->showDone(tr("Every number of this source is a claim or was dismissed.")); });
}

void MainWindow::connectSearch() {
    connect(m_actions.reading.findEverywhere, &QAction::triggered, this, [this] {
        m_evidence->show(*m_search);
        m_search->open(m_viewer->text().textCursor().selectedText().section(QChar::ParagraphSeparator, 0, 0));
    });
    connect(m_search, &SearchPanel::hitChosen, m_viewer, [this](const SourceId& source, TextRange range) {
        m_bench.selection.selectSource(source);
        m_viewer->text().select(range);
    });
    connect(m_search, &SearchPanel::textWanted, m_viewer, [this] { m_viewer->text().setFocus(Qt::OtherFocusReason); });
    connect(m_search, &SearchPanel::said, this, [this](const QString& sentence) { m_messages->showDone(sentence); });
    connect(m_search, &SearchPanel::done, this, [this](const QString& sentence) {
        m_messages->showDone(sentence, tr("Undo"), [this] { m_bench.store.undoStack().undo(); });
    });
}

void MainWindow::connectScenario() {
    connect(m_actions.nextScenario, &QAction::triggered, m_scenario, &ScenarioPanel::nextScenario);
    connect(m_actions.previousScenario, &QAction::triggered, m_scenario, &ScenarioPanel::previousScenario);
    connect(m_actions.duplicateScenario, &QAction::triggered, m_scenario, &ScenarioPanel::duplicateScenario);
    connect(m_actions.renameScenario, &QAction::triggered, m_scenario, &ScenarioPanel::renameScenario);
    connect(m_actions.deleteScenario, &QAction::triggered, m_scenario, &ScenarioPanel::deleteScenario);
    connect(m_actions.bindClaim, &QAction::triggered, m_scenario, &ScenarioPanel::bindSelectedClaim);
    connect(m_actions.bindClaims, &QAction::triggered, m_scenario, &ScenarioPanel::bindClaims);
    connect(m_actions.weighClaims, &QAction::triggered, m_scenario, &ScenarioPanel::weighClaims);
    connect(m_actions.whatMustBe, &QAction::triggered, m_scenario, [this] { m_scenario->showMustBe({}); });
    connect(m_actions.browseCatalogues, &QAction::triggered, m_scenario, &ScenarioPanel::browseCatalogues);
    m_claims->addAction(m_actions.bindClaim);
    const auto undoable = [this](const QString& sentence) {
        m_messages->showDone(sentence, tr("Undo"), [this] { m_bench.store.undoStack().undo(); });
    };
    connect(m_scenario, &ScenarioPanel::done, this, undoable);
    connect(m_scenario, &ScenarioPanel::staleChanged, m_charts, &ChartArea::setStale);
    for (QAction* chart : m_actions.charts)
        connect(chart, &QAction::triggered, m_charts, [this, chart] { m_charts->showChart(chart->data().toString()); });
    connect(m_actions.exportChart, &QAction::triggered, m_charts, &ChartArea::exportChart);
    connect(m_actions.copyChart, &QAction::triggered, m_charts, &ChartArea::copyChart);
    connect(m_actions.titleChart, &QAction::triggered, m_charts, &ChartArea::editTitle);
    m_pictures = new PictureDrop(m_bench, *m_charts, *m_messages, this);
    connect(m_actions.openPicture, &QAction::triggered, m_pictures, &PictureDrop::openAsking);
    connect(m_charts, &ChartArea::done, this, [this](const QString& sentence) { m_messages->showDone(sentence); });
    connect(m_charts, &ChartArea::edited, this, undoable);
    connect(m_charts, &ChartArea::hovered, this, [this](QString words) { // one line: nothing moves under the hand
        m_state->setText(words.replace(QLatin1Char('\n'), QStringLiteral(" · ")));
    });
    connect(m_charts, &ChartArea::remedyWanted, this, &MainWindow::remedy);
    connect(m_charts, &ChartArea::inputWanted, m_scenario, &ScenarioPanel::focusInput);
}

void MainWindow::connectView() {
    connect(m_actions.nextPane, &QAction::triggered, this, [this] { goToPane(1); });
    connect(m_actions.previousPane, &QAction::triggered, this, [this] { goToPane(-1); });
    connect(m_actions.resetLayout, &QAction::triggered, this, &MainWindow::resetLayout);
    connect(m_actions.fullScreen, &QAction::toggled, this, [this](auto on) { on ? showFullScreen() : showNormal(); });
    connect(m_actions.followSystem, &QAction::triggered, this, [this] { setAppearance(Appearance::followSystem); });
    connect(m_actions.light, &QAction::triggered, this, [this] { setAppearance(Appearance::light); });
    connect(m_actions.dark, &QAction::triggered, this, [this] { setAppearance(Appearance::dark); });
    connect(m_actions.highContrast, &QAction::triggered, this, [this] { setAppearance(Appearance::highContrast); });
    for (QAction* choice : m_actions.numbers)
        connect(choice, &QAction::triggered, this, [this, choice] {
            rememberNumbers(m_bench.settings, static_cast<NumberChoice>(choice->data().toInt()));
            showNumbers();
        });
    connect(m_actions.shortcuts, &QAction::triggered, this, [this] { showShortcuts(*this); });
    connect(m_actions.about, &QAction::triggered, this, [this] { showAbout(*this); });
}

void MainWindow::connectSession() {
    const auto showError = [this](const Error& error) { m_messages->showError(errorText(error)); };
    connect(&m_bench.session, &Session::failed, this, showError);
    connect(&m_bench.store, &DocumentStore::failed, this, showError);
    connect(&m_bench.session, &Session::opened, this, [this] {
        m_bench.imports.cancel(); // its files were meant for the project that was here
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

} // namespace assay

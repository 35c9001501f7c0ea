// The actions of the window, menu by menu.
#include "ui/views/window_actions.h"

#include "core/chart/chart.h"
#include "ui/charts/chart_keys.h"
#include "ui/views/menu_action.h"
#include "ui/views/number_choice.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QAction>
#include <QtGui/QActionGroup>
#include <QtGui/QUndoStack>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>

namespace assay {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("WindowActions", text); }

QMenu* menu(QMainWindow& window, const char* objectName, const QString& title) {
    QMenu* made = window.menuBar()->addMenu(title);
    made->setObjectName(QLatin1String(objectName));
    made->setToolTipsVisible(true);
    return made;
}

void addFile(QMainWindow& window, WindowActions& a) {
    QMenu& file = *menu(window, "fileMenu", tr("&File"));
    a.newProject = menuAction(file, "newProject", tr("&New project"), QKeySequence::New);
    a.open = menuAction(file, "open", tr("&Open\u2026"), QKeySequence::Open);
    a.recent = file.addMenu(tr("Open &recent"));
    a.recent->setObjectName(QStringLiteral("recentMenu"));
    a.sample = menuAction(file, "openSample", tr("Open the sa&mple project"));
    file.addSeparator();
    a.save = menuAction(file, "save", tr("&Save"), QKeySequence::Save);
    a.saveAs = menuAction(file, "saveAs", tr("Save &as\u2026"), Qt::CTRL | Qt::SHIFT | Qt::Key_S);
    file.addSeparator();
    a.merge = menuAction(file, "merge", tr("&Merge another version\u2026"));
    file.addSeparator();
    a.importSource = menuAction(file, "importSource", tr("&Import sources\u2026"), Qt::CTRL | Qt::Key_I);
    a.importFolder = menuAction(file, "importFolder", tr("Import a fol&der\u2026"), Qt::CTRL | Qt::ALT | Qt::Key_I);
    a.pasteSource = menuAction(file, "pasteSource", tr("&Paste as a source"), QKeySequence::Paste);
    a.newVersion = menuAction(file, "newVersion", tr("Import a newer &version of this source\u2026"),
                              Qt::CTRL | Qt::SHIFT | Qt::Key_I);
    a.sourceDetails = menuAction(file, "sourceDetails", tr("Source de&tails\u2026"), Qt::ALT | Qt::Key_Return);
    a.keepOriginals = menuAction(file, "keepOriginals", tr("&Keep imported files in the project"));
    a.keepOriginals->setCheckable(true);
    file.addSeparator();
    addEvidenceExport(a.evidence, file);
    file.addSeparator();
    a.eraseTraces = menuAction(file, "eraseTraces", tr("&Erase traces on this computer\u2026"));
    a.quit = menuAction(file, "quit", tr("&Quit"), Qt::CTRL | Qt::Key_Q);
}

void addEdit(QMainWindow& window, QUndoStack& undo, WindowActions& a) {
    QMenu& edit = *menu(window, "editMenu", tr("&Edit"));
    a.undo = undo.createUndoAction(&window, tr("&Undo"));
    a.undo->setObjectName(QStringLiteral("undo"));
    a.undo->setShortcut(QKeySequence::Undo);
    a.redo = undo.createRedoAction(&window, tr("&Redo"));
    a.redo->setObjectName(QStringLiteral("redo"));
    a.redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    edit.addActions({a.undo, a.redo});
    edit.addSeparator();
    a.find = menuAction(edit, "find", tr("&Find in this source"), QKeySequence::Find);
    a.findNext = menuAction(edit, "findNextHit", tr("Find &next"), Qt::Key_F3);
    a.findPrevious = menuAction(edit, "findPreviousHit", tr("Find pre&vious"), Qt::SHIFT | Qt::Key_F3);
    a.filter = menuAction(edit, "filterClaims", tr("Fi&lter claims"), Qt::CTRL | Qt::Key_L);
}

void addClaim(QMainWindow& window, WindowActions& a) {
    a.claim = menu(window, "claimMenu", tr("&Claim"));
    a.newClaim = localAction(*a.claim, "newClaim", tr("&New from the selected words"), Qt::Key_N);
    a.editClaim = menuAction(*a.claim, "editClaim", tr("&Edit"), Qt::Key_F2);
    a.deleteClaims = localAction(*a.claim, "deleteClaims", tr("&Delete"), QKeySequence::Delete);
    a.claim->addSeparator();
    a.showWords = menuAction(*a.claim, "showWords", tr("Show its &words"), Qt::CTRL | Qt::Key_J);
    a.nextMention = localAction(*a.claim, "nextMention", tr("Ne&xt mention in this source"), Qt::Key_BracketRight);
    a.previousMention =
        localAction(*a.claim, "previousMention", tr("&Previous mention in this source"), Qt::Key_BracketLeft);
    a.claim->addSeparator();
    a.nextSuggestion = localAction(*a.claim, "nextSuggestion", tr("Next &suggestion"), Qt::Key_G);
    a.previousSuggestion =
        localAction(*a.claim, "previousSuggestion", tr("Pre&vious suggestion"), Qt::SHIFT | Qt::Key_G);
    a.acceptSuggestion = localAction(*a.claim, "acceptSuggestion", tr("&Add the suggested claim"), Qt::Key_Space);
    a.dismissSuggestion = localAction(*a.claim, "dismissSuggestion", tr("Dismiss the s&uggestion"), Qt::Key_X);
    a.showDismissed = localAction(*a.claim, "showDismissed", tr("S&how dismissed suggestions"), Qt::SHIFT | Qt::Key_X);
    a.showDismissed->setCheckable(true);
    addEvidenceActions(a.evidence, *a.claim);
}

void addScenario(QMainWindow& window, WindowActions& a) {
    a.scenario = menu(window, "scenarioMenu", tr("&Scenario"));
    a.nextScenario = menuAction(*a.scenario, "nextScenario", tr("&Next scenario"), Qt::CTRL | Qt::Key_PageDown);
    a.previousScenario =
        menuAction(*a.scenario, "previousScenario", tr("&Previous scenario"), Qt::CTRL | Qt::Key_PageUp);
    a.scenario->addSeparator();
    a.duplicateScenario =
        menuAction(*a.scenario, "duplicateScenario", tr("D&uplicate"), Qt::CTRL | Qt::SHIFT | Qt::Key_D);
    a.renameScenario = menuAction(*a.scenario, "renameScenario", tr("&Rename\u2026"));
    a.deleteScenario = menuAction(*a.scenario, "deleteScenario", tr("&Delete"));
    a.scenario->addSeparator();
    a.bindClaim =
        localAction(*a.scenario, "bindClaim", tr("Selected claim as &basis of the selected input"), Qt::Key_B);
    a.bindClaims =
        menuAction(*a.scenario, "bindClaims", tr("Base the input on c&laims\u2026"), Qt::CTRL | Qt::SHIFT | Qt::Key_B);
    a.weighClaims = menuAction(*a.scenario, "weighClaims", tr("Which claim to chec&k next\u2026"),
                               Qt::CTRL | Qt::SHIFT | Qt::Key_L);
    a.whatMustBe =
        menuAction(*a.scenario, "whatMustBe", tr("What &must be true\u2026"), Qt::CTRL | Qt::SHIFT | Qt::Key_G);
    a.browseCatalogues = menuAction(*a.scenario, "browseCatalogues", tr("&Catalogues\u2026"), Qt::CTRL | Qt::Key_K);
}

void addChart(QMainWindow& window, WindowActions& a) {
    a.chart = menu(window, "chartMenu", tr("C&hart"));
    for (const ChartKind& kind : chartKinds()) {
        const QString id = QString::fromUtf8(kind.id.data(), static_cast<qsizetype>(kind.id.size()));
        QAction* chart =
            a.chart->addAction(QString::fromUtf8(kind.title.data(), static_cast<qsizetype>(kind.title.size())));
        chart->setObjectName(QStringLiteral("chart:") + id);
        chart->setData(id);
        a.charts.append(chart);
    }
    a.chart->addSeparator();
    a.exportChart = menuAction(*a.chart, "exportChart", tr("&Export\u2026"), Qt::CTRL | Qt::Key_E);
    a.copyChart = menuAction(*a.chart, "copyChart", tr("&Copy"), Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    a.titleChart = menuAction(*a.chart, "titleChart", tr("Change its &title\u2026"), Qt::CTRL | Qt::SHIFT | Qt::Key_T);
    a.openPicture = menuAction(*a.chart, "openPicture", tr("Open the scenario of a &picture\u2026"));
}

void makeExclusive(const QList<QAction*>& choices, QMainWindow& window) {
    auto* group = new QActionGroup(&window);
    for (QAction* choice : choices) {
        choice->setCheckable(true);
        group->addAction(choice);
    }
}

void addNumbers(QMainWindow& window, QMenu& view, WindowActions& a) {
    QMenu& numbers = *view.addMenu(tr("Num&bers in charts"));
    numbers.setObjectName(QStringLiteral("numbersMenu"));
    for (const NumberChoiceEntry& entry : numberChoices()) {
        QAction* made = menuAction(numbers, entry.name, entry.text);
        made->setData(static_cast<int>(entry.choice));
        a.numbers.append(made);
    }
    makeExclusive(a.numbers, window);
}

void addView(QMainWindow& window, WindowActions& a) {
    QMenu& view = *menu(window, "viewMenu", tr("&View"));
    a.findings = menuAction(view, "showFindings", tr("F&indings"), Qt::CTRL | Qt::SHIFT | Qt::Key_J);
    view.addSeparator();
    a.nextPane = menuAction(view, "nextPane", tr("&Next pane"), Qt::Key_F6);
    a.previousPane = menuAction(view, "previousPane", tr("&Previous pane"), Qt::SHIFT | Qt::Key_F6);
    view.addSeparator();
    QMenu& appearance = *view.addMenu(tr("&Appearance"));
    appearance.setObjectName(QStringLiteral("appearanceMenu"));
    a.followSystem = menuAction(appearance, "followSystem", tr("&Follow the system"));
    a.light = menuAction(appearance, "light", tr("&Light"));
    a.dark = menuAction(appearance, "dark", tr("&Dark"));
    a.highContrast = menuAction(appearance, "highContrast", tr("&High contrast"));
    makeExclusive({a.followSystem, a.light, a.dark, a.highContrast}, window);
    addNumbers(window, view, a);
    a.fullScreen = menuAction(view, "fullScreen", tr("F&ull screen"), Qt::Key_F11);
    a.fullScreen->setCheckable(true);
    view.addSeparator();
    a.resetLayout = menuAction(view, "resetLayout", tr("&Reset layout"));
}

void addHelp(QMainWindow& window, WindowActions& a) {
    QMenu& help = *menu(window, "helpMenu", tr("&Help"));
    a.tour = menuAction(help, "tour", tr("&Tour of the sample project"));
    a.shortcuts = menuAction(help, "shortcuts", tr("&Keyboard shortcuts"));
    a.shortcuts->setShortcuts({QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)});
    a.about = menuAction(help, "about", tr("&About Assay"));
}

void collect(const QMenu& menu, const QString& title, QList<ShortcutRow>& rows) {
    for (const QAction* action : menu.actions()) {
        if (action->menu())
            collect(*action->menu(), title, rows);
        else if (!action->shortcut().isEmpty())
            rows.append(ShortcutRow{title, QString(action->text()).remove(QLatin1Char('&')),
                                    QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText)
                                        .replace(QStringLiteral("; "), QStringLiteral(", "))});
    }
}

} // namespace

QList<QAction*> WindowActions::ofProject() const {
    QList<QAction*> all{save,
                        saveAs,
                        merge,
                        importSource,
                        importFolder,
                        pasteSource,
                        newVersion,
                        sourceDetails,
                        find,
                        findNext,
                        findPrevious,
                        filter,
                        newClaim,
                        editClaim,
                        deleteClaims,
                        showWords,
                        nextMention,
                        previousMention,
                        nextSuggestion,
                        previousSuggestion,
                        acceptSuggestion,
                        dismissSuggestion,
                        showDismissed,
                        nextScenario,
                        previousScenario,
                        duplicateScenario,
                        renameScenario,
                        deleteScenario,
                        bindClaim,
                        bindClaims,
                        weighClaims,
                        whatMustBe,
                        browseCatalogues,
                        exportChart,
                        titleChart,
                        openPicture,
                        copyChart,
                        findings,
                        nextPane,
                        previousPane};
    return all + reading.all() + table.all() + evidence.all();
}

WindowActions makeActions(QMainWindow& window, QUndoStack& undo) {
    WindowActions a{};
    addFile(window, a);
    addEdit(window, undo, a);
    a.reading = makeReadingActions(window);
    addClaim(window, a);
    a.table = makeTableActions(*a.claim);
    addScenario(window, a);
    addChart(window, a);
    addView(window, a);
    addHelp(window, a);
    return a;
}

QList<ShortcutRow> shortcutRows(const QMainWindow& window) {
    QList<ShortcutRow> rows;
    for (const QAction* top : window.menuBar()->actions())
        if (top->menu())
            collect(*top->menu(), QString(top->text()).remove(QLatin1Char('&')), rows);
    return rows;
}

QList<ShortcutRow> chartKeyRows() {
    QList<ShortcutRow> rows;
    for (const ChartKey& each : chartKeys()) {
        QStringList names;
        for (const QKeyCombination& key : each.keys)
            names << QKeySequence(key).toString(QKeySequence::NativeText);
        rows.append(ShortcutRow{tr("In a chart"), each.text, names.join(QStringLiteral(", "))});
    }
    return rows;
}

} // namespace assay

// The actions of the window and the menus they stand in. Names, shortcuts and order are here; what they do is connected
// by the window.
#pragma once

#include "ui/views/evidence_actions.h"
#include "ui/views/reading_actions.h"
#include "ui/views/table_actions.h"

#include <QtCore/QList>
#include <QtCore/QObject>

class QAction;
class QMainWindow;
class QMenu;
class QUndoStack;
class QWidget;

namespace assay {

struct WindowActions {
    QAction *newProject, *open, *sample, *save, *saveAs, *merge, *importSource, *importFolder, *pasteSource,
        *newVersion, *sourceDetails, *keepOriginals, *eraseTraces, *quit;
    QAction *undo, *redo, *find, *findNext, *findPrevious, *filter;
    QAction *newClaim, *editClaim, *deleteClaims, *showWords, *nextMention, *previousMention;
    QAction *acceptSuggestion, *dismissSuggestion, *showDismissed, *nextSuggestion, *previousSuggestion;
    QAction *nextScenario, *previousScenario, *duplicateScenario, *renameScenario, *deleteScenario, *bindClaim,
        *browseCatalogues, *bindClaims, *weighClaims, *whatMustBe;
    QAction *exportChart, *copyChart, *titleChart, *openPicture;
    QList<QAction*> charts; ///< one a kind of chart in registry order; its data is the chart's id
    QAction *findings, *nextPane, *previousPane, *fullScreen, *resetLayout, *followSystem, *light, *dark, *highContrast;
    QList<QAction*> numbers; ///< one a NumberChoice, its data
    QAction *tour, *shortcuts, *about;
    ReadingActions reading;
    EvidenceActions evidence;
    TableActions table;
    QMenu *recent, *claim, *scenario, *chart;

    /// Those that need an open project.
    QList<QAction*> ofProject() const;
};

/// Fills the window's menu bar. Single-letter shortcuts act only inside the widgets that they are added to.
WindowActions makeActions(QMainWindow& window, QUndoStack& undo);

/// Every action of the menu bar that has a shortcut: menu, text and keys, in menu order.
struct ShortcutRow {
    QString menu;
    QString text;
    QString keys;
};
QList<ShortcutRow> shortcutRows(const QMainWindow& window);
/// The keys of a chart, in the same form: they act only where a chart has the keyboard.
QList<ShortcutRow> chartKeyRows();

} // namespace assay

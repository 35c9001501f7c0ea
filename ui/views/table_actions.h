// The actions of the claims table: copying, filling down and changing many claims. What they do is connected here too.
#pragma once

#include <QtCore/QList>

class QAction;
class QMenu;

namespace assay {

class ClaimsPanel;

struct TableActions {
    QAction *copy, *fillDown, *change;
    QMenu* copyAs;
    QAction *copyCsv, *copyMarkdown, *copyJson, *copyCitation;

    QList<QAction*> all() const;
};

/// Adds them at the end of the menu.
TableActions makeTableActions(QMenu& claim);

/// Their keys act in the panel alone; they stand in the context menu of its table too.
void connectTable(const TableActions& actions, ClaimsPanel& panel);

} // namespace assay

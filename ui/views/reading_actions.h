// The actions of reading: the menu "Source" with its keys. What they do is connected to the viewer here too.
#pragma once

#include <QtCore/QList>

class QAction;
class QMainWindow;
class QMenu;
class QWidget;

namespace assay {

class SourceViewer;

struct ReadingActions {
    QMenu* menu;
    QAction *back, *forward, *linkedMention, *sideBySide, *findEverywhere;
    QAction *addMention, *startEarlier, *startLater, *endEarlier, *endLater;

    QList<QAction*> all() const;
};

ReadingActions makeReadingActions(QMainWindow& window);

/// Those that the viewer alone needs; the single keys act in its text.
void connectReading(const ReadingActions& actions, SourceViewer& viewer);

} // namespace assay

// The menu "Source", line by line.
#include "ui/views/reading_actions.h"

#include "ui/views/linked_mentions.h"
#include "ui/views/mention_ends.h"
#include "ui/views/menu_action.h"
#include "ui/views/reading_history.h"
#include "ui/views/source_viewer.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QAction>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>

namespace assay {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("ReadingActions", text); }

} // namespace

QList<QAction*> ReadingActions::all() const {
    return {back,       forward,      linkedMention, sideBySide, findEverywhere,
            addMention, startEarlier, startLater,    endEarlier, endLater};
}

ReadingActions makeReadingActions(QMainWindow& window) {
    ReadingActions a{};
    a.menu = window.menuBar()->addMenu(tr("S&ource"));
    a.menu->setObjectName(QStringLiteral("sourceMenu"));
    QMenu& menu = *a.menu;
    a.back = localAction(menu, "readingBack", tr("&Back to where you were"), Qt::ALT | Qt::Key_Left);
    a.forward = localAction(menu, "readingForward", tr("For&ward again"), Qt::ALT | Qt::Key_Right);
    a.linkedMention = localAction(menu, "linkedMention", tr("Go to the &linked mention"), Qt::Key_L);
    menu.addSeparator();
    a.addMention = localAction(menu, "addMention", tr("Selected words as &mention of the claim"), Qt::Key_M);
    a.startEarlier = localAction(menu, "startEarlier", tr("&Start of the mention earlier"), Qt::Key_Comma);
    a.startLater = localAction(menu, "startLater", tr("S&tart of the mention later"), Qt::Key_Period);
    a.endEarlier = localAction(menu, "endEarlier", tr("&End of the mention earlier"), Qt::Key_Less);
    a.endLater = localAction(menu, "endLater", tr("E&nd of the mention later"), Qt::Key_Greater);
    menu.addSeparator();
    a.sideBySide = menuAction(menu, "sideBySide", tr("S&ide by side\u2026"), Qt::Key_F8);
    a.findEverywhere = menuAction(menu, "findEverywhere", tr("&Find in all sources"), Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    return a;
}

void connectReading(const ReadingActions& a, SourceViewer& viewer) {
    ReadingHistory& history = viewer.history();
    LinkedMentions& links = viewer.links();
    MentionEnds& ends = viewer.ends();
    const auto on = [&viewer](QAction* action, const auto& act) {
        viewer.text().addAction(action);
        QObject::connect(action, &QAction::triggered, &viewer, act);
    };
    on(a.back, [&history] { history.go(-1); });
    on(a.forward, [&history] { history.go(1); });
    on(a.linkedMention, [&links] { links.go(); });
    on(a.addMention, [&viewer] { viewer.addToClaim(); });
    on(a.startEarlier, [&ends] { ends.move(MentionEnd::start, -1); });
    on(a.startLater, [&ends] { ends.move(MentionEnd::start, 1); });
    on(a.endEarlier, [&ends] { ends.move(MentionEnd::end, -1); });
    on(a.endLater, [&ends] { ends.move(MentionEnd::end, 1); });
}

} // namespace assay

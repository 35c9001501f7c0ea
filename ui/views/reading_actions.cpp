// The menu "Source", line by line.
#include "ui/views/reading_actions.h"

#include "ui/views/linked_mentions.h"
#include "ui/views/mention_ends.h"
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

QAction* action(QMenu& menu, const char* objectName, const QString& text, const QKeySequence& keys,
                Qt::ShortcutContext context) {
    QAction* made = menu.addAction(text);
    made->setObjectName(QLatin1String(objectName));
    made->setShortcut(keys);
    made->setShortcutContext(context);
    return made;
}

} // namespace

QList<QAction*> ReadingActions::all() const {
    return {back,       forward,      linkedMention, sideBySide, findEverywhere,
            addMention, startEarlier, startLater,    endEarlier, endLater};
}

ReadingActions makeReadingActions(QMainWindow& window) {
    constexpr Qt::ShortcutContext here = Qt::WidgetWithChildrenShortcut; // in the text alone
    constexpr Qt::ShortcutContext everywhere = Qt::WindowShortcut;
    ReadingActions a{};
    a.menu = window.menuBar()->addMenu(tr("S&ource"));
    a.menu->setObjectName(QStringLiteral("sourceMenu"));
    QMenu& menu = *a.menu;
    a.back = action(menu, "readingBack", tr("&Back to where you were"), Qt::ALT | Qt::Key_Left, here);
    a.forward = action(menu, "readingForward", tr("For&ward again"), Qt::ALT | Qt::Key_Right, here);
    a.linkedMention = action(menu, "linkedMention", tr("Go to the &linked mention"), Qt::Key_L, here);
    menu.addSeparator();
    a.addMention = action(menu, "addMention", tr("Selected words as &mention of the claim"), Qt::Key_M, here);
    a.startEarlier = action(menu, "startEarlier", tr("&Start of the mention earlier"), Qt::Key_Comma, here);
    a.startLater = action(menu, "startLater", tr("S&tart of the mention later"), Qt::Key_Period, here);
    a.endEarlier = action(menu, "endEarlier", tr("&End of the mention earlier"), Qt::Key_Less, here);
    a.endLater = action(menu, "endLater", tr("E&nd of the mention later"), Qt::Key_Greater, here);
    menu.addSeparator();
    a.sideBySide = action(menu, "sideBySide", tr("S&ide by side\u2026"), Qt::Key_F8, everywhere);
    a.findEverywhere =
        action(menu, "findEverywhere", tr("&Find in all sources"), Qt::CTRL | Qt::SHIFT | Qt::Key_F, everywhere);
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

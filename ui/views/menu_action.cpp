// The object name is what tests, settings and the robot find an action by.
#include "ui/views/menu_action.h"

#include <QtGui/QAction>
#include <QtWidgets/QMenu>

namespace assay {

QAction* menuAction(QMenu& menu, const char* objectName, const QString& text, const QKeySequence& keys) {
    QAction* made = menu.addAction(text);
    made->setObjectName(QLatin1String(objectName));
    made->setShortcut(keys);
    return made;
}

QAction* localAction(QMenu& menu, const char* objectName, const QString& text, const QKeySequence& keys) {
    QAction* made = menuAction(menu, objectName, text, keys);
    made->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    return made;
}

} // namespace assay

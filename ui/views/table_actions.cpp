// The actions of the claims table.
#include "ui/views/table_actions.h"

#include "ui/views/claims_panel.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QAction>
#include <QtWidgets/QMenu>

namespace assay {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("TableActions", text); }

QAction* action(QMenu& menu, const char* objectName, const QString& text, const QKeySequence& keys = {}) {
    QAction* made = menu.addAction(text);
    made->setObjectName(QLatin1String(objectName));
    made->setShortcut(keys);
    made->setShortcutContext(Qt::WidgetWithChildrenShortcut); // a text field keeps its own Ctrl+C
    return made;
}

} // namespace

QList<QAction*> TableActions::all() const {
    return {copy, copyCsv, copyMarkdown, copyJson, copyCitation, fillDown, change};
}

TableActions makeTableActions(QMenu& claim) {
    TableActions a{};
    claim.addSeparator();
    a.copy = action(claim, "copyClaims", tr("&Copy as a table"), QKeySequence::Copy);
    a.copyAs = claim.addMenu(tr("Copy &as"));
    a.copyAs->setObjectName(QStringLiteral("copyAsMenu"));
    a.copyCsv = action(*a.copyAs, "copyCsv", tr("&CSV"));
    a.copyMarkdown = action(*a.copyAs, "copyMarkdown", tr("&Markdown"));
    a.copyJson = action(*a.copyAs, "copyJson", tr("&JSON, the claims whole"));
    a.copyCitation = action(*a.copyAs, "copyCitation", tr("Ci&tation"));
    a.fillDown = action(claim, "fillDown", tr("&Fill down"), Qt::CTRL | Qt::Key_D);
    a.change = action(claim, "changeClaims", tr("Change all &selected\u2026"), Qt::SHIFT | Qt::Key_F2);
    return a;
}

void connectTable(const TableActions& actions, ClaimsPanel& panel) {
    panel.addActions(actions.all());
    panel.setContextActions({actions.copy, actions.copyAs->menuAction(), actions.fillDown, actions.change});
    const auto copying = [&panel](QAction* action, ClaimsCopy format) {
        QObject::connect(action, &QAction::triggered, &panel, [&panel, format] { panel.copy(format); });
    };
    copying(actions.copy, ClaimsCopy::table);
    copying(actions.copyCsv, ClaimsCopy::csv);
    copying(actions.copyMarkdown, ClaimsCopy::markdown);
    copying(actions.copyJson, ClaimsCopy::json);
    copying(actions.copyCitation, ClaimsCopy::citation);
    QObject::connect(actions.fillDown, &QAction::triggered, &panel, &ClaimsPanel::fillDown);
    QObject::connect(actions.change, &QAction::triggered, &panel, &ClaimsPanel::changeSelected);
}

} // namespace assay

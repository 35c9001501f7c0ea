// The actions of the claims table.
#include "ui/views/table_actions.h"

#include "ui/views/claims_panel.h"
#include "ui/views/menu_action.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QAction>
#include <QtWidgets/QMenu>

namespace assay {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("TableActions", text); }

} // namespace

QList<QAction*> TableActions::all() const {
    return {copy, copyCsv, copyMarkdown, copyJson, copyCitation, fillDown, change};
}

TableActions makeTableActions(QMenu& claim) {
    TableActions a{}; // local: a text field keeps its own Ctrl+C
    claim.addSeparator();
    a.copy = localAction(claim, "copyClaims", tr("&Copy as a table"), QKeySequence::Copy);
    a.copyAs = claim.addMenu(tr("Copy &as"));
    a.copyAs->setObjectName(QStringLiteral("copyAsMenu"));
    a.copyCsv = localAction(*a.copyAs, "copyCsv", tr("&CSV"));
    a.copyMarkdown = localAction(*a.copyAs, "copyMarkdown", tr("&Markdown"));
    a.copyJson = localAction(*a.copyAs, "copyJson", tr("&JSON, the claims whole"));
    a.copyCitation = localAction(*a.copyAs, "copyCitation", tr("Ci&tation"));
    a.fillDown = localAction(claim, "fillDown", tr("&Fill down"), Qt::CTRL | Qt::Key_D);
    a.change = localAction(claim, "changeClaims", tr("Change all &selected\u2026"), Qt::SHIFT | Qt::Key_F2);
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

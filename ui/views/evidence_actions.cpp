// Which action opens which dialog.
#include "ui/views/evidence_actions.h"

#include "ui/views/claim_editor.h"
#include "ui/views/claims_export_dialog.h"
#include "ui/views/codebook_dialog.h"
#include "ui/views/link_dialog.h"
#include "ui/views/menu_action.h"
#include "ui/views/message_bar.h"
#include "ui/views/scales_dialog.h"
#include "ui/views/speakers_dialog.h"
#include "ui/views/workbench.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QAction>
#include <QtWidgets/QMenu>

namespace assay {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("EvidenceActions", text); }

/// From the current claim to the next selected one, or to one that is chosen in the dialog.
Link draftOf(const Selection& selection) {
    const std::vector<ClaimId>& claims = selection.now().claims;
    Link draft;
    if (!claims.empty())
        draft.from = claims[0];
    if (claims.size() > 1)
        draft.to = claims[1];
    return draft;
}

} // namespace

QList<QAction*> EvidenceActions::all() const { return {exportClaims, linkClaims, speakers, codebook, scales}; }

void addEvidenceExport(EvidenceActions& actions, QMenu& file) {
    actions.exportClaims =
        menuAction(file, "exportClaims", tr("E&xport claims\u2026"), Qt::CTRL | Qt::SHIFT | Qt::Key_E);
}

void addEvidenceActions(EvidenceActions& actions, QMenu& claim) {
    claim.addSeparator();
    actions.linkClaims = menuAction(claim, "linkClaims", tr("&Link claims\u2026"), Qt::CTRL | Qt::ALT | Qt::Key_L);
    actions.speakers = menuAction(claim, "speakers", tr("Spea&kers\u2026"), Qt::CTRL | Qt::ALT | Qt::Key_P);
    actions.codebook = menuAction(claim, "codebook", tr("&Codebook\u2026"), Qt::CTRL | Qt::ALT | Qt::Key_B);
    actions.scales = menuAction(claim, "scales", tr("&Grading scales\u2026"));
}

void connectEvidence(const EvidenceActions& actions, Workbench& bench, ClaimEditor& editor, MessageBar& messages,
                     QWidget& window) {
    const auto link = [&bench, &window] { (new LinkDialog(bench.store, draftOf(bench.selection), &window))->show(); };
    QObject::connect(actions.linkClaims, &QAction::triggered, &window, link);
    QObject::connect(&editor, &ClaimEditor::linkWanted, &window, link);
    QObject::connect(&editor, &ClaimEditor::linkChangeWanted, &window, [&bench, &window](const LinkId& id) {
        if (const Link* chosen = find(bench.store.document().links, id))
            (new LinkDialog(bench.store, *chosen, &window))->show();
    });
    QObject::connect(actions.speakers, &QAction::triggered, &window,
                     [&bench, &window] { (new SpeakersDialog(bench.store, &window))->show(); });
    QObject::connect(actions.codebook, &QAction::triggered, &window, [&bench, &window] {
        (new CodebookDialog(bench.store, bench.selection.now().attribute, &window))->show();
    });
    QObject::connect(actions.scales, &QAction::triggered, &window,
                     [&bench, &window] { (new ScalesDialog(bench.store, &window))->show(); });
    QObject::connect(actions.exportClaims, &QAction::triggered, &window, [&bench, &messages, &window] {
        auto* dialog =
            new ClaimsExportDialog(bench.store.document(), bench.session.path().value_or(std::filesystem::path()),
                                   bench.questions, bench.settings, &window);
        QObject::connect(dialog, &ClaimsExportDialog::exported, &messages,
                         [&messages](const QString& path) { messages.showDone(tr("Exported %1").arg(path)); });
        dialog->show();
    });
}

} // namespace assay

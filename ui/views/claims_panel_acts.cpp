// ClaimsPanel: what one does with the selected claims.
#include "ui/text/utf8_text.h"
#include "ui/views/cell_editor.h"
#include "ui/views/change_dialog.h"
#include "ui/views/claims_panel.h"
#include "ui/views/claims_table.h"

#include <QtCore/QMimeData>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

namespace assay {

void ClaimsPanel::type(const std::vector<ClaimId>& claims, ClaimField field, const QString& text) {
    const Result<Document> next = setClaimField(m_store.document(), claims, field, text.toStdString());
    if (m_store.apply(fieldChangeTitle(field), next) && claims.size() > 1)
        emit changed(tr("Changed %n claim(s).", nullptr, static_cast<int>(claims.size())));
}

std::vector<ClaimId> ClaimsPanel::selectedOrSay() {
    std::vector<ClaimId> claims = m_table->chosenClaims();
    if (claims.empty())
        emit done(tr("Select claims in the table first."));
    return claims;
}

void ClaimsPanel::fillDown() {
    const std::vector<ClaimId> claims = selectedOrSay();
    const std::optional<ClaimField> field = claimColumn(m_table->currentColumn()).field;
    if (claims.empty())
        return;
    if (claims.size() < 2 || !field) {
        emit done(field ? tr("Select the claims below too that are to be filled.")
                        : tr("%1 can't be filled: go to a column that one types into.")
                              .arg(claimColumn(m_table->currentColumn()).title));
        return;
    }
    const Result<Document> next = fillClaimField(m_store.document(), claims.front(), claims, *field);
    if (m_store.apply(tr("Fill down"), next))
        emit changed(tr("Filled %1 of %n claim(s) from the first.", nullptr, static_cast<int>(claims.size()) - 1)
                         .arg(fieldTitle(*field)));
}

void ClaimsPanel::changeSelected() {
    const std::vector<ClaimId> claims = selectedOrSay();
    if (claims.empty())
        return;
    auto* dialog =
        new ChangeDialog(m_store.document(), claims,
                         claimColumn(m_table->currentColumn()).field.value_or(ClaimField::subject), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ChangeDialog::changeWanted, this, &ClaimsPanel::type);
    dialog->open();
}

void ClaimsPanel::copy(ClaimsCopy format) {
    const std::vector<ClaimId> ids = selectedOrSay();
    if (ids.empty())
        return;
    std::vector<const Claim*> claims;
    for (const ClaimId& id : ids)
        claims.push_back(assay::find(m_store.document().claims, id));
    auto mime = std::make_unique<QMimeData>();
    switch (format) {
    case ClaimsCopy::table:
        mime->setText(text(tableTsv(m_table->chosenCells())));
        mime->setHtml(text(tableHtml(m_table->chosenCells())));
        break;
    case ClaimsCopy::csv: mime->setText(text(tableCsv(m_table->chosenCells()))); break;
    case ClaimsCopy::markdown: mime->setText(text(tableMarkdown(m_table->chosenCells()))); break;
    case ClaimsCopy::json: mime->setText(text(claimsJson(claims))); break;
    case ClaimsCopy::citation: {
        std::string all;
        for (const Claim* claim : claims)
            all += citation(m_store.document(), *claim);
        mime->setText(text(all));
        break;
    }
    }
    QGuiApplication::clipboard()->setMimeData(mime.release());
    emit done(tr("Copied %n claim(s).", nullptr, static_cast<int>(ids.size())));
}

} // namespace assay

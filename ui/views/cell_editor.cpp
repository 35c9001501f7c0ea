// CellEditor, and what is the same for a cell and for the dialog that changes many claims.
#include "ui/views/cell_editor.h"

#include "core/document/words.h"
#include "ui/text/claim_text.h"
#include "ui/text/error_text.h"
#include "ui/text/utf8_text.h"
#include "ui/views/claim_form.h"
#include "ui/views/fonts.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QToolTip>

namespace assay {

namespace {

QString tr(const char* words) { return QCoreApplication::translate("CellEditor", words); }

} // namespace

CellEditor::CellEditor(std::function<QString(const QString&)> check, const QStringList& completions, QWidget* parent)
    : QLineEdit(parent),
      m_check(std::move(check)) {
    setObjectName(QStringLiteral("cellEditor"));
    setFrame(false);
    if (!completions.isEmpty()) {
        auto* completer = new QCompleter(completions, this);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        setCompleter(completer);
    }
    connect(this, &QLineEdit::textChanged, this, &CellEditor::checkText);
}

void CellEditor::checkText() {
    m_reason = m_check(text().trimmed());
    setToolTip(tipHtml(m_reason));
    setAccessibleDescription(m_reason);
    update();
}

void CellEditor::showReason() {
    if (isRefused())
        QToolTip::showText(mapToGlobal(QPoint(0, height())), tipHtml(m_reason), this);
}

void CellEditor::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    painter.setPen(QPen(isRefused() ? refusedColor(palette()) : palette().color(QPalette::Highlight), 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

QString refusalOf(const Document& document, const Claim& claim, ClaimField field, const QString& typed) {
    const Result<> checked = checkClaimField(document, claim, field, typed.toStdString());
    return checked ? QString() : errorText(checked.error());
}

QStringList completionsFor(const Document& document, ClaimField field) {
    if (field == ClaimField::subject)
        return subjectsOf(document);
    return field == ClaimField::attribute ? attributeTitles(document) : QStringList();
}

QList<std::pair<QString, QString>> choicesFor(ClaimField field) {
    QList<std::pair<QString, QString>> choices;
    if (field == ClaimField::assessment)
        for (const Assessment each : assessments)
            choices.append({assessmentText(each), text(wordOf(each))});
    if (field == ClaimField::verified)
        for (const Verified each : verifications)
            choices.append({verifiedText(each), text(wordOf(each))});
    return choices;
}

QString fieldTitle(ClaimField field) {
    switch (field) {
    case ClaimField::subject: return tr("Subject");
    case ClaimField::attribute: return tr("Attribute");
    case ClaimField::statement: return tr("Statement");
    case ClaimField::quantity: return tr("Quantity");
    case ClaimField::asOf: return tr("As of");
    case ClaimField::scope: return tr("Scope");
    case ClaimField::grade: return tr("Grade");
    case ClaimField::verified: return tr("Verified");
    case ClaimField::assessment: return tr("Assessment");
    case ClaimField::note: return tr("Note");
    }
    return {};
}

QString fieldChangeTitle(ClaimField field) {
    switch (field) {
    case ClaimField::subject: return tr("Change subject");
    case ClaimField::attribute: return tr("Change attribute");
    case ClaimField::statement: return tr("Change statement");
    case ClaimField::quantity: return tr("Change quantity");
    case ClaimField::asOf: return tr("Change date");
    case ClaimField::scope: return tr("Change scope");
    case ClaimField::grade: return tr("Change grade");
    case ClaimField::verified: return tr("Change verification");
    case ClaimField::assessment: return tr("Assess");
    case ClaimField::note: return tr("Change note");
    }
    return {};
}

} // namespace assay

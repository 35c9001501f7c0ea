// CellEditor: a line of text in a cell of the claims table. What can't be read gets a red frame, with the reason as
// tool tip and accessible description. It changes nothing itself.
#pragma once

#include "core/document/edit_claims.h"

#include <QtWidgets/QLineEdit>

#include <functional>

namespace assay {

class CellEditor : public QLineEdit {
    Q_OBJECT
public:
    /// `check` says why a text can't be taken; empty: it can.
    CellEditor(std::function<QString(const QString&)> check, const QStringList& completions, QWidget* parent);

    bool isRefused() const { return !m_reason.isEmpty(); }
    void showReason(); ///< as a tip at the editor

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void checkText();

    std::function<QString(const QString&)> m_check;
    QString m_reason;
};

/// Why the text can't be typed into the field of this claim, in words; empty: it can.
QString refusalOf(const Document& document, const Claim& claim, ClaimField field, const QString& typed);

/// Texts to choose from while one types into the field; empty: none.
QStringList completionsFor(const Document& document, ClaimField field);

/// The words of a field that has a short list of them, with the text to type for each; empty: it is typed freely.
QList<std::pair<QString, QString>> choicesFor(ClaimField field);

QString fieldTitle(ClaimField field);       ///< "Subject"
QString fieldChangeTitle(ClaimField field); ///< of an undo step: "Change subject"

} // namespace assay

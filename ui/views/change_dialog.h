// ChangeDialog: one field of many claims, typed once. A text that can't be read says why and can't be taken. It changes
// nothing itself.
#pragma once

#include "core/document/edit_claims.h"

#include <QtWidgets/QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace assay {

class CellEditor;

class ChangeDialog : public QDialog {
    Q_OBJECT
public:
    /// `first`: the field it begins with. The claims must be of the document.
    ChangeDialog(const Document& document, std::vector<ClaimId> claims, ClaimField first, QWidget* parent = nullptr);

signals:
    void changeWanted(const std::vector<assay::ClaimId>& claims, assay::ClaimField field, const QString& text);

private:
    void buildLayout();
    void showField();
    void check();
    QString typed() const;
    ClaimField field() const;

    Document m_document;
    std::vector<ClaimId> m_claims;
    QComboBox* m_field;
    QStackedWidget* m_values;
    CellEditor* m_text = nullptr;
    QComboBox* m_choice;
    QLabel* m_reason;
    QPushButton* m_change;
};

} // namespace assay

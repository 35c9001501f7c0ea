// CodebookDialog: the attributes that claims are about: what each means, its unit, what it can be at all, and the
// formulas it follows by. Every change is one undo step; what cannot be is said while it is typed and stays in its
// field.
#pragma once

#include "core/claims/claim.h"
#include "ui/store/document_store.h"

#include <QtWidgets/QDialog>

#include <functional>
#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace assay {

class CodebookDialog : public QDialog {
    Q_OBJECT
public:
    /// Opens on that attribute when there is one.
    CodebookDialog(DocumentStore& store, const std::optional<AttributeId>& chosen, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildForm();
    QWidget* buildFormulas();
    void connectForm();
    void showAll();
    void showAttribute();
    void showFormula();
    void showReading();
    const Attribute* current() const;
    Attribute typed(const Attribute& attribute) const; ///< with the fields as they stand
    Derivation typedFormula() const;
    int formulaIndex() const; ///< as many as there are: a new one
    void enter(const QString& name);
    void enterFormula();
    void removeFormula();
    void add();
    void remove();

    DocumentStore& m_store;
    std::string m_chosen; ///< id of the attribute that is shown
    QLineEdit* m_filter;
    QListWidget* m_list;
    QWidget* m_form = nullptr;
    QLineEdit* m_title;
    QLineEdit* m_unit;
    QPlainTextEdit* m_definition;
    QLineEdit* m_min;
    QLineEdit* m_max;
    QLabel* m_uses;
    QPushButton* m_remove;
    QComboBox* m_formulas;
    QLineEdit* m_formula;
    QPlainTextEdit* m_assumed;
    QLineEdit* m_note;
    QLabel* m_reading;
    QPushButton* m_enterFormula;
    QPushButton* m_removeFormula;
    QLabel* m_message;
    bool m_showing = false;
};

} // namespace assay

// ClaimEditor: the current claim as a form beside the table. Every field is one undo step when it is left; a value that
// can't be read stays in its field with the reason, and the claim stays as it was.
#pragma once

#include "ui/store/selection.h"
#include "ui/views/pane.h"

#include <functional>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace assay {

class GradeForm;
class LinksForm;
class MentionForm;

class ClaimEditor : public Pane {
    Q_OBJECT
public:
    ClaimEditor(DocumentStore& store, Selection& selection, QWidget* parent = nullptr);

    void edit(); ///< the keyboard goes to the first field
    void showDocument();

signals:
    void closeWanted();
    void linkWanted(); ///< from the current claim to another
    void linkChangeWanted(const assay::LinkId& link);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    using Change = std::function<Result<Document>(const Document&, const ClaimId&)>;

    QWidget* buildForm();
    void connectTexts();
    void connectChoices();
    void showClaim(const Claim& claim);
    void showQuantityReading();
    std::string language() const;
    void apply(const QString& name, const Change& change);
    void setField(const QString& name, const std::function<void(Claim&)>& change);

    DocumentStore& m_store;
    Selection& m_selection;
    QLineEdit* m_statement;
    QComboBox* m_subject;
    QComboBox* m_attribute;
    QLineEdit* m_quantity;
    QLabel* m_reading;
    QLineEdit* m_asOf;
    QLineEdit* m_scope;
    MentionForm* m_mention;
    GradeForm* m_grade;
    QComboBox* m_assessment;
    QComboBox* m_verified;
    QPlainTextEdit* m_note;
    LinksForm* m_links;
    QWidget* m_form;
    bool m_showing = false;
};

} // namespace assay

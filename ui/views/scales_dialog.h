// ScalesDialog: the words and the rule of each grading scale, as this project has them. Every change is one undo step;
// words that make no scale stay in their fields with the reason.
#pragma once

#include "core/claims/claim.h"
#include "ui/store/document_store.h"

#include <QtWidgets/QDialog>

#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace assay {

class ScalesDialog : public QDialog {
    Q_OBJECT
public:
    explicit ScalesDialog(DocumentStore& store, QWidget* parent = nullptr);

private:
    void build();
    void showScale();
    std::string chosen() const;
    GradeScale typed() const;
    void enter();
    void useOtherWords();
    void reset();

    DocumentStore& m_store;
    QComboBox* m_scale;
    QLabel* m_help;
    QWidget* m_steps = nullptr;
    std::vector<QLabel*> m_marks;
    std::vector<QLineEdit*> m_words;
    QLabel* m_ruleLabel;
    QSpinBox* m_originators;
    QLineEdit* m_note;
    QPushButton* m_other; ///< the second row of ICD 203
    QPushButton* m_reset;
    QPushButton* m_enter;
    QLabel* m_message;
};

} // namespace assay

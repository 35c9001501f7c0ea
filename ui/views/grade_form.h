// GradeForm: the four scales of a claim's grade, each by the project's words. A grade that the evidence does not bear
// is refused by the document, and the form shows what stands.
#pragma once

#include "core/claims/claim.h"
#include "core/document/document.h"

#include <QtWidgets/QWidget>

class QComboBox;

namespace assay {

class GradeForm : public QWidget {
    Q_OBJECT
public:
    explicit GradeForm(QWidget* parent = nullptr);

    void showGrade(const Document& document, const Grade& grade); ///< tells nobody

signals:
    void chosen(const QString& name, const assay::Grade& grade); ///< `name` for the undo step

private:
    QComboBox* addScale(const char* objectName, const QString& title, const QString& name, int place);

    Rows<GradeScale> m_words; ///< whose words the boxes show
    bool m_filled = false;
    Grade m_grade;
    QComboBox* m_reliability;
    QComboBox* m_credibility;
    QComboBox* m_likelihood;
    QComboBox* m_confidence;
};

} // namespace assay

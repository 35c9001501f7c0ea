// GradeForm: four boxes over one Grade.
#include "ui/views/grade_form.h"

#include "core/claims/grade.h"
#include "ui/text/grade_words.h"
#include "ui/views/claim_form.h"
#include "ui/views/look.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>

namespace assay {

namespace {

void fill(QComboBox& box, const std::vector<GradeChoice>& choices) {
    const QSignalBlocker silent(box);
    box.clear();
    for (const GradeChoice& choice : choices)
        box.addItem(choice.words, choice.value);
}

void choose(QComboBox& box, int value) { box.setCurrentIndex(box.findData(value)); }

} // namespace

GradeForm::GradeForm(QWidget* parent) : QWidget(parent) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(largeGap);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowMinimumHeight(2, smallGap);
    m_reliability = addScale("editReliability", tr("Source on this topic"), tr("Reliability of the source"), 0);
    m_credibility = addScale("editCredibility", tr("Information"), tr("Credibility of the information"), 1);
    m_likelihood = addScale("editLikelihood", tr("Likelihood"), tr("Likelihood"), 2);
    m_confidence = addScale("editConfidence", tr("Confidence"), tr("Confidence"), 3);
    const auto on = [this](QComboBox* box, const QString& name, auto set) {
        connect(box, &QComboBox::activated, this, [this, box, name, set] {
            Grade grade = m_grade;
            set(grade, box->currentData().toInt());
            emit chosen(name, grade);
        });
    };
    on(m_reliability, tr("Grade the source"),
       [](Grade& grade, int value) { grade.reliability = static_cast<char>(value); });
    on(m_credibility, tr("Grade the information"),
       [](Grade& grade, int value) { grade.credibility = static_cast<char>(value); });
    on(m_likelihood, tr("Judge the likelihood"),
       [](Grade& grade, int value) { grade.likelihood = static_cast<LikelihoodBand>(value); });
    on(m_confidence, tr("Judge the confidence"),
       [](Grade& grade, int value) { grade.confidence = static_cast<ConfidenceLevel>(value); });
}

QComboBox* GradeForm::addScale(const char* objectName, const QString& title, const QString& name, int place) {
    QComboBox* box = choiceCombo(objectName, name);
    auto* grid = static_cast<QGridLayout*>(layout());
    grid->addWidget(fieldLabel(title, box), place / 2 * 3, place % 2);
    grid->addWidget(box, place / 2 * 3 + 1, place % 2);
    return box;
}

void GradeForm::showGrade(const Document& document, const Grade& grade) {
    if (!m_filled || m_words != document.gradeScales) {
        m_words = document.gradeScales;
        m_filled = true;
        fill(*m_reliability, gradeChoices(m_words, reliabilityScale));
        fill(*m_credibility, gradeChoices(m_words, credibilityScale));
        fill(*m_likelihood, gradeChoices(m_words, likelihoodScale));
        fill(*m_confidence, gradeChoices(m_words, confidenceScale));
    }
    m_grade = grade;
    choose(*m_reliability, grade.reliability);
    choose(*m_credibility, grade.credibility);
    choose(*m_likelihood, static_cast<int>(grade.likelihood));
    choose(*m_confidence, static_cast<int>(grade.confidence));
}

} // namespace assay

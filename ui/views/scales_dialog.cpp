// ScalesDialog: one scale at a time, a line a step.
#include "ui/views/scales_dialog.h"

#include "core/claims/grade.h"
#include "core/document/edit.h"
#include "ui/text/error_text.h"
#include "ui/text/grade_words.h"
#include "ui/text/utf8_text.h"
#include "ui/views/claim_form.h"
#include "ui/views/fonts.h"
#include "ui/views/look.h"

#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

namespace assay {

namespace {

constexpr std::size_t mostSteps = 7; // the bands of ICD 203

QPushButton* button(const char* objectName, const QString& words) {
    auto* made = new QPushButton(words);
    made->setObjectName(QLatin1String(objectName));
    made->setAutoDefault(false);
    return made;
}

} // namespace

ScalesDialog::ScalesDialog(DocumentStore& store, QWidget* parent)
    : QDialog(parent),
      m_store(store),
      m_scale(choiceCombo("scale.choice", tr("Scale"))),
      m_help(new QLabel),
      m_ruleLabel(new QLabel),
      m_originators(new QSpinBox),
      m_note(new QLineEdit),
      m_other(button("scale.other", tr("&Other words of ICD 203"))),
      m_reset(button("scale.reset", tr("&Shipped words and rule"))),
      m_enter(button("scale.enter", tr("&Use these"))),
      m_message(new QLabel) {
    setObjectName(QStringLiteral("scalesDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Grading scales"));
    for (const GradeScale& scale : shippedScales())
        m_scale->addItem(scaleTitle(scale.id.value), text(scale.id.value));
    build();
    connect(m_scale, &QComboBox::currentIndexChanged, this, &ScalesDialog::showScale);
    connect(&store, &DocumentStore::changed, this, &ScalesDialog::showScale);
    connect(m_enter, &QPushButton::clicked, this, &ScalesDialog::enter);
    connect(m_reset, &QPushButton::clicked, this, &ScalesDialog::reset);
    connect(m_other, &QPushButton::clicked, this, &ScalesDialog::useOtherWords);
    resize(560, 520);
    showScale();
}

void ScalesDialog::build() {
    m_help->setTextFormat(Qt::PlainText);
    m_help->setWordWrap(true);
    m_help->setFont(smallFont(font()));
    m_help->setMinimumHeight(3 * m_help->fontMetrics().lineSpacing());
    m_help->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_message->setObjectName(QStringLiteral("scale.message"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->hide();
    m_originators->setObjectName(QStringLiteral("scale.originators"));
    m_originators->setAccessibleName(tr("Independent originators that the first step needs"));
    m_originators->setRange(0, 99);
    m_originators->setSpecialValueText(tr("no rule"));
    m_note->setObjectName(QStringLiteral("scale.note"));
    m_note->setAccessibleName(tr("Note"));
    m_ruleLabel->setTextFormat(Qt::PlainText);
    m_ruleLabel->setBuddy(m_originators);
    auto* steps = new QGridLayout;
    steps->setHorizontalSpacing(largeGap);
    steps->setVerticalSpacing(smallGap);
    steps->setColumnStretch(1, 1);
    for (std::size_t i = 0; i < mostSteps; ++i) {
        const int row = static_cast<int>(i);
        m_marks.push_back(new QLabel);
        m_words.push_back(new QLineEdit);
        m_words.back()->setObjectName(QStringLiteral("scale.word%1").arg(row + 1));
        m_words.back()->setAccessibleName(tr("Word of step %1").arg(row + 1));
        steps->addWidget(m_marks.back(), row, 0);
        steps->addWidget(m_words.back(), row, 1);
    }
    auto* rule = new QHBoxLayout;
    rule->addWidget(m_ruleLabel, 1);
    rule->addWidget(m_originators);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("scale.close"));
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    buttons->addButton(m_reset, QDialogButtonBox::ResetRole);
    buttons->addButton(m_other, QDialogButtonBox::ResetRole);
    buttons->addButton(m_enter, QDialogButtonBox::ApplyRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(largeGap, largeGap, largeGap, largeGap);
    column->setSpacing(smallGap);
    column->addWidget(m_scale);
    column->addWidget(m_help);
    column->addLayout(steps);
    column->addSpacing(smallGap);
    column->addLayout(rule);
    column->addWidget(fieldLabel(tr("Note"), m_note));
    column->addWidget(m_note);
    column->addWidget(m_message);
    column->addStretch();
    column->addWidget(buttons);
}

std::string ScalesDialog::chosen() const { return m_scale->currentData().toString().toStdString(); }

void ScalesDialog::showScale() {
    const std::string id = chosen();
    const Rows<GradeScale>& own = m_store.document().gradeScales;
    const GradeScale* row = assay::find(own, GradeScaleId{id});
    const GradeScale scale = scaleOf(own, id);
    const QStringList shipped = shippedWords(id);
    const auto hasOwnWords = row && row->words.size() == scale.words.size();
    m_help->setText(scaleHelp(id));
    for (std::size_t i = 0; i < mostSteps; ++i) {
        const bool isThere = i < scale.words.size();
        m_marks[i]->setVisible(isThere);
        m_words[i]->setVisible(isThere);
        if (!isThere)
            continue;
        m_marks[i]->setText(stepMark(id, i));
        m_words[i]->setText(hasOwnWords ? text(scale.words[i]) : shipped[static_cast<qsizetype>(i)]);
    }
    m_ruleLabel->setText(tr("Independent originators that \u201C%1\u201D needs").arg(m_words[0]->text()));
    m_originators->setValue(scale.originators);
    m_originators->setVisible(id != likelihoodScale); // its first band is no confirmation
    m_ruleLabel->setVisible(id != likelihoodScale);
    m_note->setText(row ? text(row->note) : QString());
    m_other->setVisible(id == likelihoodScale);
    m_reset->setEnabled(row != nullptr);
    m_message->hide();
}

GradeScale ScalesDialog::typed() const {
    const std::string id = chosen();
    const QStringList shipped = shippedWords(id);
    GradeScale scale{.id = {id}, .originators = m_originators->value(), .note = m_note->text().trimmed().toStdString()};
    QStringList words;
    for (qsizetype i = 0; i < shipped.size(); ++i)
        words += m_words[static_cast<std::size_t>(i)]->text().trimmed();
    if (words != shipped) // the shipped ones follow the language of whoever reads
        for (const QString& word : words)
            scale.words.push_back(word.toStdString());
    if (const GradeScale* row = assay::find(m_store.document().gradeScales, scale.id))
        scale.extra = row->extra;
    return scale;
}

void ScalesDialog::enter() {
    const Result<Document> next = setGradeScale(m_store.document(), typed());
    if (!next)
        showRefusal(*m_message, errorText(next.error()));
    else if (m_store.apply(tr("Change a grading scale"), next))
        m_message->hide();
}

/// All seven at once: the two rows are never mixed.
void ScalesDialog::useOtherWords() {
    const std::span<const std::string_view> words = otherLikelihoodWords();
    for (std::size_t i = 0; i < words.size(); ++i)
        m_words[i]->setText(text(words[i]));
    enter();
}

void ScalesDialog::reset() {
    static_cast<void>(
        m_store.apply(tr("Take the shipped scale"), resetGradeScale(m_store.document(), {chosen()}))); // it cannot fail
}

} // namespace assay

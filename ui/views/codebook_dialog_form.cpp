// CodebookDialog: where its parts stand, and which calls what.
#include "ui/views/claim_form.h"
#include "ui/views/codebook_dialog.h"
#include "ui/views/fonts.h"
#include "ui/views/look.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

namespace assay {

namespace {

template <class Edit>
Edit* named(Edit* edit, const char* objectName, const QString& name, const QString& placeholder = {}) {
    edit->setObjectName(QLatin1String(objectName));
    edit->setAccessibleName(name);
    edit->setPlaceholderText(placeholder);
    return edit;
}

QPushButton* button(const char* objectName, const QString& words) {
    auto* made = new QPushButton(words);
    made->setObjectName(QLatin1String(objectName));
    made->setAutoDefault(false);
    return made;
}

QPlainTextEdit* lines(const char* objectName, const QString& name, int count, const QString& placeholder = {}) {
    auto* edit = named(new QPlainTextEdit, objectName, name, placeholder);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight((count + 1) * edit->fontMetrics().lineSpacing());
    return edit;
}

QLabel* words(const char* objectName) {
    auto* label = new QLabel;
    label->setObjectName(QLatin1String(objectName));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

CodebookDialog::CodebookDialog(DocumentStore& store, const std::optional<AttributeId>& chosen, QWidget* parent)
    : QDialog(parent),
      m_store(store),
      m_chosen(chosen ? chosen->value : std::string()),
      m_filter(named(new QLineEdit, "codebook.filter", tr("Search the codebook"), tr("Search"))),
      m_list(new QListWidget),
      m_title(named(new QLineEdit, "codebook.title", tr("Attribute"))),
      m_unit(named(new QLineEdit, "codebook.unit", tr("Unit"), tr("USD/(GPU*h)"))),
      m_definition(lines("codebook.definition", tr("Definition"), 3, tr("What is in it and what is not"))),
      m_min(named(new QLineEdit, "codebook.min", tr("Least it can be"), tr("such as 0"))),
      m_max(named(new QLineEdit, "codebook.max", tr("Most it can be"), tr("such as 100%"))),
      m_uses(words("codebook.uses")),
      m_remove(button("codebook.remove", tr("&Remove"))),
      m_formulas(choiceCombo("codebook.formulas", tr("Formulas it follows by"))),
      m_formula(named(new QLineEdit, "codebook.formula", tr("Formula"), tr("gpu_hours * gpu_hour_price"))),
      m_assumed(lines("codebook.assumed", tr("Assumed values, one a line"), 2, tr("unit_price = 30000 in USD/GPU"))),
      m_note(named(new QLineEdit, "codebook.note", tr("What the formula takes for granted"))),
      m_reading(words("codebook.reading")),
      m_enterFormula(button("codebook.enterFormula", tr("&Add the formula"))),
      m_removeFormula(button("codebook.removeFormula", tr("Remove the &formula"))),
      m_message(words("codebook.message")) {
    setObjectName(QStringLiteral("codebookDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Codebook"));
    m_list->setObjectName(QStringLiteral("codebook.list"));
    m_list->setAccessibleName(tr("Attributes"));
    m_filter->setClearButtonEnabled(true);
    auto* fresh = button("codebook.add", tr("&New attribute"));
    auto* left = new QVBoxLayout;
    left->setSpacing(smallGap);
    left->addWidget(m_filter);
    left->addWidget(m_list, 1);
    left->addWidget(fresh);
    m_form = buildForm();
    auto* columns = new QHBoxLayout;
    columns->setSpacing(largeGap);
    columns->addLayout(left, 2);
    columns->addWidget(m_form, 4);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("codebook.close"));
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(largeGap, largeGap, largeGap, largeGap);
    rows->setSpacing(largeGap);
    rows->addLayout(columns, 1);
    rows->addWidget(m_message);
    rows->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(fresh, &QPushButton::clicked, this, &CodebookDialog::add);
    connectForm();
    resize(840, 600);
    showAll();
}

QWidget* CodebookDialog::buildForm() {
    auto* form = new QWidget;
    auto* grid = new QGridLayout(form);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(largeGap);
    grid->setVerticalSpacing(2);
    const auto field = [&](int row, int column, int span, const QString& title, QWidget* widget) {
        grid->addWidget(fieldLabel(title, widget), row, column, 1, span);
        grid->addWidget(widget, row + 1, column, 1, span);
    };
    m_uses->setFont(smallFont(font()));
    m_uses->setForegroundRole(QPalette::PlaceholderText);
    field(0, 0, 2, tr("Attribute"), m_title);
    field(0, 2, 1, tr("Unit"), m_unit);
    field(2, 0, 3, tr("Definition"), m_definition);
    field(4, 0, 1, tr("Least it can be"), m_min);
    field(4, 1, 1, tr("Most it can be"), m_max);
    grid->addWidget(m_uses, 6, 0, 1, 2);
    grid->addWidget(m_remove, 6, 2, Qt::AlignRight);
    grid->setRowMinimumHeight(7, largeGap);
    grid->addWidget(buildFormulas(), 8, 0, 1, 3);
    grid->setRowStretch(9, 1);
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);
    return form;
}

QWidget* CodebookDialog::buildFormulas() {
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    m_reading->setFont(smallFont(font()));
    m_reading->setMinimumHeight(2 * m_reading->fontMetrics().lineSpacing());
    m_reading->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    const auto field = [&](const QString& title, QWidget* widget) {
        column->addWidget(fieldLabel(title, widget));
        column->addWidget(widget);
    };
    field(tr("Formulas it follows by; claims of it are compared with what they give"), m_formulas);
    field(tr("Formula"), m_formula);
    column->addWidget(m_reading);
    field(tr("Assumed values, one a line: no claim says them"), m_assumed);
    field(tr("What the formula takes for granted"), m_note);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_removeFormula);
    buttons->addWidget(m_enterFormula);
    column->addSpacing(smallGap);
    column->addLayout(buttons);
    return part;
}

void CodebookDialog::connectForm() {
    connect(m_filter, &QLineEdit::textChanged, this, &CodebookDialog::showAll);
    connect(m_list, &QListWidget::currentRowChanged, this, &CodebookDialog::showAttribute);
    connect(&m_store, &DocumentStore::changed, this, &CodebookDialog::showAll);
    const auto onLine = [this](QLineEdit* edit, const QString& name) {
        connect(edit, &QLineEdit::editingFinished, this, [this, name] { enter(name); });
    };
    onLine(m_title, tr("Rename an attribute"));
    onLine(m_unit, tr("Change a unit"));
    onLine(m_min, tr("Change what is possible"));
    onLine(m_max, tr("Change what is possible"));
    m_definition->installEventFilter(this);
    connect(m_remove, &QPushButton::clicked, this, &CodebookDialog::remove);
    connect(m_formulas, &QComboBox::currentIndexChanged, this, &CodebookDialog::showFormula);
    const auto read = [this] {
        if (!m_showing)
            showReading();
    };
    connect(m_formula, &QLineEdit::textChanged, this, read);
    connect(m_note, &QLineEdit::textChanged, this, read);
    connect(m_assumed, &QPlainTextEdit::textChanged, this, read);
    connect(m_formula, &QLineEdit::returnPressed, this, &CodebookDialog::enterFormula);
    connect(m_note, &QLineEdit::returnPressed, this, &CodebookDialog::enterFormula);
    connect(m_enterFormula, &QPushButton::clicked, this, &CodebookDialog::enterFormula);
    connect(m_removeFormula, &QPushButton::clicked, this, &CodebookDialog::removeFormula);
}

} // namespace assay

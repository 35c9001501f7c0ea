// ChangeDialog: a field, a value, and what the value reads as.
#include "ui/views/change_dialog.h"

#include "ui/text/error_text.h"
#include "ui/views/cell_editor.h"
#include "ui/views/claim_form.h"
#include "ui/views/look.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>

#include <array>

namespace assay {

namespace {

constexpr std::array fields{ClaimField::subject,   ClaimField::attribute, ClaimField::quantity, ClaimField::asOf,
                            ClaimField::scope,     ClaimField::grade,     ClaimField::verified, ClaimField::assessment,
                            ClaimField::statement, ClaimField::note};
constexpr std::size_t mostChecked = 100; // claims that a text is tried on while it is typed; all are when it is taken

} // namespace

ChangeDialog::ChangeDialog(const Document& document, std::vector<ClaimId> claims, ClaimField first, QWidget* parent)
    : QDialog(parent),
      m_document(document),
      m_claims(std::move(claims)),
      m_field(new QComboBox),
      m_values(new QStackedWidget),
      m_choice(new QComboBox),
      m_reason(new QLabel),
      m_change(new QPushButton) {
    setObjectName(QStringLiteral("changeClaims"));
    setWindowTitle(tr("Change %n claim(s)", nullptr, static_cast<int>(m_claims.size())));
    m_field->setObjectName(QStringLiteral("change.field"));
    m_field->setAccessibleName(tr("Field"));
    for (const ClaimField each : fields)
        m_field->addItem(fieldTitle(each), static_cast<int>(each));
    m_field->setCurrentIndex(m_field->findData(static_cast<int>(first)));
    m_choice->setObjectName(QStringLiteral("change.choice"));
    m_choice->setAccessibleName(tr("New value"));
    m_reason->setObjectName(QStringLiteral("change.reason"));
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    m_reason->setMinimumHeight(3 * fontMetrics().lineSpacing());
    m_reason->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_change->setObjectName(QStringLiteral("change.take"));
    buildLayout();
    connect(m_field, &QComboBox::currentIndexChanged, this, &ChangeDialog::showField);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &ChangeDialog::check);
    connect(m_change, &QPushButton::clicked, this, [this] {
        emit changeWanted(m_claims, field(), typed());
        accept();
    });
    showField();
}

void ChangeDialog::buildLayout() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(largeGap, largeGap, largeGap, largeGap);
    layout->setSpacing(smallGap);
    layout->addWidget(fieldLabel(tr("Field"), m_field));
    layout->addWidget(m_field);
    layout->addWidget(fieldLabel(tr("New value for all of them"), m_values));
    layout->addWidget(m_values);
    layout->addWidget(m_reason);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_change, QDialogButtonBox::AcceptRole);
    m_change->setText(tr("Change %n claim(s)", nullptr, static_cast<int>(m_claims.size())));
    m_change->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    m_values->addWidget(m_choice);
    m_values->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMinimumWidth(420);
}

void ChangeDialog::showField() {
    if (m_text) {
        m_values->removeWidget(m_text);
        delete m_text;
        m_text = nullptr;
    }
    const auto choices = choicesFor(field());
    if (choices.isEmpty()) {
        m_text =
            new CellEditor([](const QString&) { return QString(); }, completionsFor(m_document, field()), m_values);
        m_text->setObjectName(QStringLiteral("change.text"));
        m_text->setAccessibleName(tr("New value"));
        m_values->addWidget(m_text);
        m_values->setCurrentWidget(m_text);
        connect(m_text, &QLineEdit::textChanged, this, &ChangeDialog::check);
    } else {
        m_choice->clear();
        for (const auto& [words, word] : choices)
            m_choice->addItem(words, word);
        m_values->setCurrentWidget(m_choice);
    }
    check();
}

ClaimField ChangeDialog::field() const { return static_cast<ClaimField>(m_field->currentData().toInt()); }

QString ChangeDialog::typed() const { return m_text ? m_text->text().trimmed() : m_choice->currentData().toString(); }

void ChangeDialog::check() {
    std::vector<ClaimId> tried(m_claims.begin(),
                               m_claims.begin() + static_cast<std::ptrdiff_t>(std::min(m_claims.size(), mostChecked)));
    const Result<Document> next = setClaimField(m_document, tried, field(), typed().toStdString());
    FieldReading reading{next ? QString() : errorText(next.error()), !next};
    if (next && field() == ClaimField::quantity)
        reading = readingOf(typed(), {});
    QWidget& shown = m_text ? static_cast<QWidget&>(*m_text) : *m_choice;
    showReading(*m_reason, shown, {reading.text, !next});
    m_change->setEnabled(next.has_value());
}

} // namespace assay

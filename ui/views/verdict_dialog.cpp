// VerdictDialog: what is computed, what the analyst says, and why.
#include "ui/views/verdict_dialog.h"

#include "ui/text/error_text.h"
#include "ui/text/link_text.h"
#include "ui/text/utf8_text.h"
#include "ui/views/claim_form.h"
#include "ui/views/look.h"

#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

#include <array>

namespace assay {

namespace {

constexpr std::array places{Place::inside, Place::tail, Place::excluded, Place::notComparable};

QString placeName(Place place) {
    switch (place) {
    case Place::inside: return VerdictDialog::tr("inside");
    case Place::tail: return VerdictDialog::tr("tail");
    case Place::excluded: return VerdictDialog::tr("excluded");
    case Place::notComparable: break;
    }
    return VerdictDialog::tr("not comparable");
}

QLabel* words(const char* objectName, const QString& sentence) {
    auto* label = new QLabel(sentence);
    label->setObjectName(QLatin1String(objectName));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

VerdictDialog::VerdictDialog(DocumentStore& store, MatrixPlace cell, Place computed, QWidget* parent)
    : QDialog(parent),
      m_store(store),
      m_cell(std::move(cell)),
      m_computed(computed),
      m_verdict(choiceCombo("verdict.choice", tr("Your verdict"))),
      m_reason(new QLineEdit),
      m_message(words("verdict.message", {})) {
    setObjectName(QStringLiteral("verdictDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Set a verdict"));
    for (const Place place : places)
        if (place != m_computed)
            m_verdict->addItem(placeName(place), static_cast<int>(place));
    m_reason->setObjectName(QStringLiteral("verdict.reason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("why the computed verdict does not hold"));
    build();
    if (const Override* own = findOverride(m_store.document().overrides, m_cell.scenario, m_cell.claims.front())) {
        m_verdict->setCurrentIndex(std::max(0, m_verdict->findData(static_cast<int>(own->verdict))));
        m_reason->setText(text(own->reason));
    }
    check();
    resize(520, sizeHint().height());
    m_verdict->setFocus();
}

void VerdictDialog::build() {
    const Override* own = findOverride(m_store.document().overrides, m_cell.scenario, m_cell.claims.front());
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(largeGap, largeGap, largeGap, largeGap);
    grid->setHorizontalSpacing(largeGap);
    grid->setVerticalSpacing(smallGap);
    grid->setColumnStretch(1, 1);
    grid->addWidget(words("verdict.about", about()), 0, 0, 1, 2);
    grid->addWidget(words("verdict.computed", state(own)), 1, 0, 1, 2);
    grid->addWidget(fieldLabel(tr("Your verdict"), m_verdict), 2, 0);
    grid->addWidget(m_verdict, 2, 1);
    grid->addWidget(fieldLabel(tr("Reason"), m_reason), 3, 0);
    grid->addWidget(m_reason, 3, 1);
    grid->addWidget(m_message, 4, 0, 1, 2);
    grid->setRowStretch(5, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("verdict.cancel"));
    if (own != nullptr) {
        QPushButton* back = buttons->addButton(tr("As &computed again"), QDialogButtonBox::ResetRole);
        back->setObjectName(QStringLiteral("verdict.back"));
        connect(back, &QPushButton::clicked, this, &VerdictDialog::takeBack);
    }
    m_set = buttons->addButton(tr("&Set the verdict"), QDialogButtonBox::AcceptRole);
    m_set->setObjectName(QStringLiteral("verdict.set"));
    grid->addWidget(buttons, 6, 0, 1, 2);
    m_set->setDefault(true); // once it is in the dialog: before, it would be nobody's default
    connect(buttons, &QDialogButtonBox::accepted, this, &VerdictDialog::enter);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_reason, &QLineEdit::textChanged, this, &VerdictDialog::check);
}

/// "c7 \"$5.6 million\" against As disclosed"
QString VerdictDialog::about() const {
    const Document& document = m_store.document();
    QStringList claims;
    for (const ClaimId& id : m_cell.claims)
        if (const Claim* claim = assay::find(document.claims, id))
            claims += claimLine(*claim);
    const Scenario* scenario = assay::find(document.scenarios, m_cell.scenario);
    return tr("%1\nagainst the scenario \u201c%2\u201d")
        .arg(claims.join(QLatin1Char('\n')), text(scenario ? scenario->title : m_cell.scenario.value));
}

QString VerdictDialog::state(const Override* own) const {
    const QString now = tr("Computed: %1.").arg(placeName(m_computed));
    if (own == nullptr)
        return now;
    const QString set = now + QLatin1Char(' ') + tr("Set by the analyst to: %1.").arg(placeName(own->verdict));
    return own->computed == m_computed
               ? set
               : set + QLatin1Char(' ')
                     + tr("That was when it was computed as: %1. Setting it again takes over what is computed now.")
                           .arg(placeName(own->computed));
}

void VerdictDialog::check() {
    m_set->setEnabled(!m_reason->text().simplified().isEmpty());
    m_message->setVisible(false);
}

void VerdictDialog::enter() {
    const auto verdict = static_cast<Place>(m_verdict->currentData().toInt());
    const OwnVerdict own{verdict, m_computed, m_reason->text().simplified().toStdString()};
    finish(m_store.apply(tr("Set a verdict"), setOverride(m_store.document(), m_cell, own)),
           tr("Verdict set to \u201c%1\u201d.").arg(placeName(verdict)));
}

void VerdictDialog::takeBack() {
    finish(m_store.apply(tr("Take a verdict back"), removeOverride(m_store.document(), m_cell)),
           tr("The verdict is as computed again."));
}

void VerdictDialog::finish(const Result<>& applied, const QString& sentence) {
    if (!applied) {
        showRefusal(*m_message, errorText(applied.error()));
        return;
    }
    emit done(sentence);
    accept();
}

} // namespace assay

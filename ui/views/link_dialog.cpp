// LinkDialog: who to whom, what it says, and why.
#include "ui/views/link_dialog.h"

#include "core/document/edit.h"
#include "ui/text/error_text.h"
#include "ui/text/finding_text.h"
#include "ui/text/link_text.h"
#include "ui/text/utf8_text.h"
#include "ui/views/claim_form.h"
#include "ui/views/look.h"
#include "ui/views/tool_button.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

namespace assay {

namespace {

const QString newType = QStringLiteral("+"); ///< data of the entry that makes a type; own types have their ids

QLineEdit* line(const char* objectName, const QString& name, const QString& placeholder) {
    auto* edit = new QLineEdit;
    edit->setObjectName(QLatin1String(objectName));
    edit->setAccessibleName(name);
    edit->setPlaceholderText(placeholder);
    return edit;
}

} // namespace

LinkDialog::LinkDialog(DocumentStore& store, const Link& draft, QWidget* parent)
    : QDialog(parent),
      m_store(store),
      m_draft(draft),
      m_from(claimBox(QStringLiteral("link.from"), tr("From claim"))),
      m_to(claimBox(QStringLiteral("link.to"), tr("To claim"))),
      m_fromMention(choiceCombo("link.fromMention", tr("Which mention of the first claim"))),
      m_toMention(choiceCombo("link.toMention", tr("Which mention of the second claim"))),
      m_type(choiceCombo("link.type", tr("Type of link"))),
      m_title(line("link.newType", tr("Name of the new type"), tr("casts doubt on"))),
      m_symmetric(new QCheckBox(tr("It says the same in &both directions"))),
      m_formula(line("link.formula", tr("Formula"), tr("c2 * 2 USD/(GPU*h)"))),
      m_formulaLabel(fieldLabel(tr("Formula"), m_formula)),
      m_note(line("link.note", tr("Note"), tr("why"))),
      m_message(new QLabel) {
    setObjectName(QStringLiteral("linkDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(draft.id.empty() ? tr("Link claims") : tr("Change a link"));
    build();
    const auto show = [&](QComboBox* box, const ClaimId& id) {
        if (const Claim* claim = assay::find(m_store.document().claims, id))
            box->setEditText(claimLine(*claim));
        box->lineEdit()->setCursorPosition(0);
    };
    show(m_from, draft.from);
    show(m_to, draft.to);
    fillTypes();
    fillMentions(*m_fromMention, draft.from, draft.fromMention);
    fillMentions(*m_toMention, draft.to, draft.toMention);
    m_formula->setText(text(draft.formula));
    m_note->setText(text(draft.note));
    showParts();
    resize(620, sizeHint().height());
    (draft.to.empty() ? m_to : m_type)->setFocus();
}

/// Typing finds a claim by any of its words.
QComboBox* LinkDialog::claimBox(const QString& objectName, const QString& name) {
    QComboBox* box = freeCombo(objectName, name);
    QStringList lines;
    for (const Row<Claim>& claim : m_store.document().claims)
        lines += claimLine(*claim);
    fillCombo(*box, lines, {});
    box->lineEdit()->setPlaceholderText(tr("type a word of the claim"));
    return box;
}

void LinkDialog::build() {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(largeGap, largeGap, largeGap, largeGap);
    grid->setHorizontalSpacing(largeGap);
    grid->setVerticalSpacing(smallGap);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto field = [&](QLabel* label, QWidget* widget) {
        grid->addWidget(label, row, 0);
        grid->addWidget(widget, row++, 1);
    };
    auto* turn = toolButton(this, QStringLiteral("link.turn"), tr("Turn round"), tr("Exchange the two claims"));
    connect(turn, &QToolButton::clicked, this, &LinkDialog::turnRound);
    field(fieldLabel(tr("Claim"), m_from), m_from);
    field(fieldLabel(tr("its mention"), m_fromMention), m_fromMention);
    grid->addWidget(fieldLabel(tr("says of the other"), m_type), row, 0);
    auto* types = new QHBoxLayout;
    types->addWidget(m_type, 1);
    types->addWidget(turn);
    grid->addLayout(types, row++, 1);
    grid->addWidget(m_title, row++, 1);
    grid->addWidget(m_symmetric, row++, 1);
    field(fieldLabel(tr("Claim"), m_to), m_to);
    field(fieldLabel(tr("its mention"), m_toMention), m_toMention);
    field(m_formulaLabel, m_formula);
    field(fieldLabel(tr("Note"), m_note), m_note);
    m_symmetric->setObjectName(QStringLiteral("link.symmetric"));
    m_message->setObjectName(QStringLiteral("link.message"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->hide();
    grid->addWidget(m_message, row++, 0, 1, 2);
    grid->setRowStretch(row, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("link.cancel"));
    m_enter = buttons->addButton(m_draft.id.empty() ? tr("&Link") : tr("&Change"), QDialogButtonBox::AcceptRole);
    m_enter->setObjectName(QStringLiteral("link.enter"));
    grid->addWidget(buttons, row + 1, 0, 1, 2);
    m_enter->setDefault(true); // once it is in the dialog: before, it would be nobody's default
    connect(buttons, &QDialogButtonBox::accepted, this, &LinkDialog::enter);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_type, &QComboBox::currentIndexChanged, this, &LinkDialog::showParts);
    for (const auto& [claims, mentions] : {std::pair{m_from, m_fromMention}, {m_to, m_toMention}})
        connect(claims, &QComboBox::editTextChanged, this, [this, from = claims, to = mentions] {
            fillMentions(*to, claimIn(*from).value_or(ClaimId{}), {});
            m_message->hide();
        });
}

void LinkDialog::fillTypes() {
    const QSignalBlocker silent(m_type);
    for (const LinkType type : linkTypes)
        m_type->addItem(linkTypeName(type), static_cast<int>(type));
    for (const Row<OwnLinkType>& own : m_store.document().linkTypes)
        m_type->addItem(text(own->title), text(own->id.value));
    m_type->addItem(tr("A type of your own\u2026"), newType);
    const QVariant chosen = m_draft.own ? QVariant(text(m_draft.own->value)) : QVariant(static_cast<int>(m_draft.type));
    m_type->setCurrentIndex(m_type->findData(chosen));
}

void LinkDialog::fillMentions(QComboBox& box, const ClaimId& id, const MentionId& chosen) {
    box.clear();
    box.addItem(tr("the claim as a whole"), QString());
    if (const Claim* claim = assay::find(m_store.document().claims, id))
        for (const Mention& mention : claim->mentions)
            box.addItem(mentionLine(m_store.document(), mention), text(mention.id.value));
    const int place = box.findData(text(chosen.value));
    box.setCurrentIndex(place < 0 ? 0 : place);
    box.setEnabled(box.count() > 2 || place > 0); // one mention is the claim
}

void LinkDialog::showParts() {
    const QVariant type = m_type->currentData();
    const auto isNew = type == QVariant(newType);
    m_title->setVisible(isNew);
    m_symmetric->setVisible(isNew);
    const auto isDerived = type == QVariant(static_cast<int>(LinkType::derivedFrom));
    m_formula->setVisible(isDerived);
    m_formulaLabel->setVisible(isDerived);
    m_message->hide();
    if (isNew)
        m_title->setFocus();
}

void LinkDialog::turnRound() {
    const QString from = m_from->currentText(), to = m_to->currentText();
    const QString fromMention = m_fromMention->currentData().toString(),
                  toMention = m_toMention->currentData().toString();
    m_from->setEditText(to);
    m_to->setEditText(from);
    m_fromMention->setCurrentIndex(std::max(0, m_fromMention->findData(toMention)));
    m_toMention->setCurrentIndex(std::max(0, m_toMention->findData(fromMention)));
}

/// A line of the list, or an id alone.
std::optional<ClaimId> LinkDialog::claimIn(const QComboBox& box) const {
    const QString typed = box.currentText().trimmed();
    const ClaimId id{typed.section(QLatin1Char(' '), 0, 0).toStdString()};
    return assay::find(m_store.document().claims, id) ? std::optional(id) : std::nullopt;
}

Result<Document> LinkDialog::changed() const {
    Document document = m_store.document();
    Link link = m_draft;
    link.from = claimIn(*m_from).value_or(ClaimId{});
    link.to = claimIn(*m_to).value_or(ClaimId{});
    link.fromMention = {m_fromMention->currentData().toString().toStdString()};
    link.toMention = {m_toMention->currentData().toString().toStdString()};
    link.note = m_note->text().trimmed().toStdString();
    const QVariant chosen = m_type->currentData();
    const auto isOwn = chosen.typeId() == QMetaType::QString;
    link.type = isOwn ? LinkType::own : static_cast<LinkType>(chosen.toInt());
    link.own = isOwn ? std::optional(LinkTypeId{chosen.toString().toStdString()}) : std::nullopt;
    link.formula = link.type == LinkType::derivedFrom ? m_formula->text().trimmed().toStdString() : std::string();
    if (chosen == QVariant(newType)) {
        const std::string title = m_title->text().trimmed().toStdString();
        link.own = LinkTypeId{freeLinkTypeId(document, title)};
        OwnLinkType type{.id = *link.own, .title = title};
        type.symmetric = m_symmetric->isChecked();
        const Result<Document> withType = setLinkType(document, std::move(type));
        if (!withType)
            return withType.error();
        document = *withType;
    }
    if (!m_draft.id.empty())
        return setLink(document, std::move(link));
    link.id = {freeLinkId(document)};
    return addLink(document, std::move(link));
}

void LinkDialog::enter() {
    for (const QComboBox* box : {m_from, m_to})
        if (!claimIn(*box)) {
            showRefusal(*m_message, tr("Choose a claim of the list, or type its id."));
            return;
        }
    const Result<Document> next = changed();
    if (!next) {
        showRefusal(*m_message, errorText(next.error()));
        return;
    }
    if (m_store.apply(m_draft.id.empty() ? tr("Link claims") : tr("Change a link"), next))
        accept();
}

} // namespace assay

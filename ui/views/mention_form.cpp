// MentionForm: fields of one mention.
#include "ui/views/mention_form.h"

#include "core/document/edit.h"
#include "ui/text/claim_text.h"
#include "ui/text/grade_words.h"
#include "ui/text/link_text.h"
#include "ui/text/utf8_text.h"
#include "ui/views/claim_form.h"
#include "ui/views/look.h"
#include "ui/views/tool_button.h"

#include <QtCore/QScopedValueRollback>
#include <QtCore/QSignalBlocker>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

#include <algorithm>

namespace assay {

namespace {

const Mention* mentionOf(const Claim& claim, const MentionId& id) {
    const auto found = std::find_if(claim.mentions.begin(), claim.mentions.end(),
                                    [&](const Mention& candidate) { return candidate.id == id; });
    return found == claim.mentions.end() ? nullptr : &*found;
}

QString numberedLine(const Document& document, const Claim& claim, std::size_t number) {
    const QString line = mentionLine(document, claim.mentions[number]);
    return claim.mentions.size() == 1
               ? line
               : MentionForm::tr("%1 of %2: %3").arg(number + 1).arg(claim.mentions.size()).arg(line);
}

} // namespace

MentionForm::MentionForm(DocumentStore& store, Selection& selection, QWidget* parent)
    : QWidget(parent),
      m_store(store),
      m_selection(selection) {
    build();
    connect(m_which, &QComboBox::activated, this, [this](int index) {
        m_selection.selectMention(m_claim, {m_which->itemData(index).toString().toStdString()});
    });
    connect(m_polarity, &QComboBox::activated, this, [this](int index) {
        change(tr("Change for or against"), [&](Mention& mention) {
            mention.polarity = static_cast<Polarity>(m_polarity->itemData(index).toInt());
        });
    });
    connect(m_modality, &QComboBox::activated, this, [this](int index) {
        change(tr("Change how it is said"), [&](Mention& mention) {
            mention.modality = static_cast<Modality>(m_modality->itemData(index).toInt());
        });
    });
    connect(m_level, &QComboBox::activated, this, [this](int index) {
        change(tr("Change how far it goes"),
               [&](Mention& mention) { mention.level = static_cast<MentionLevel>(m_level->itemData(index).toInt()); });
    });
    connect(m_hedge, &QLineEdit::editingFinished, this, [this] {
        change(tr("Change hedge"), [&](Mention& mention) { mention.hedge = m_hedge->text().trimmed().toStdString(); });
    });
}

void MentionForm::build() {
    m_which = choiceCombo("editMention", tr("Mention"));
    m_polarity = choiceCombo("editPolarity", tr("For or against"), polarities, polarityText);
    m_modality = choiceCombo("editModality", tr("How it is said"), modalities, modalityText);
    m_level = choiceCombo("editLevel", tr("How far it goes beyond the words"), mentionLevels, levelText);
    m_hedge = new QLineEdit;
    m_hedge->setObjectName(QStringLiteral("editHedge"));
    m_hedge->setAccessibleName(tr("Hedge"));
    m_hedge->setPlaceholderText(tr("likely, my understanding is\u2026"));
    auto* first = toolButton(nullptr, QStringLiteral("addSpeaker"), tr("+ earlier"),
                             tr("Add somebody who said it before all of these"));
    first->setAutoRaise(true);
    connect(first, &QToolButton::clicked, this, [this] { insertLink(0, SpeakerRole::party); });
    m_chain = new QVBoxLayout;
    m_chain->setSpacing(2);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(largeGap);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(fieldLabel(tr("Mention"), m_which), 0, 0, 1, 2);
    grid->addWidget(m_which, 1, 0, 1, 2);
    grid->setRowMinimumHeight(2, smallGap);
    grid->addWidget(fieldLabel(tr("Who said it, the first above"), first), 3, 0);
    grid->addWidget(first, 3, 1, Qt::AlignRight);
    grid->addLayout(m_chain, 4, 0, 1, 2);
    grid->setRowMinimumHeight(5, smallGap);
    grid->addWidget(fieldLabel(tr("For or against"), m_polarity), 6, 0);
    grid->addWidget(m_polarity, 7, 0);
    grid->addWidget(fieldLabel(tr("How it is said"), m_modality), 6, 1);
    grid->addWidget(m_modality, 7, 1);
    grid->setRowMinimumHeight(8, smallGap);
    grid->addWidget(fieldLabel(tr("How far it goes"), m_level), 9, 0);
    grid->addWidget(m_level, 10, 0);
    grid->addWidget(fieldLabel(tr("Hedge"), m_hedge), 9, 1);
    grid->addWidget(m_hedge, 10, 1);
}

void MentionForm::showClaim(const Claim& claim) {
    const QScopedValueRollback showing(m_showing, true);
    const std::optional<MentionId>& chosen = m_selection.now().mention;
    const Mention* shown = chosen ? mentionOf(claim, *chosen) : nullptr;
    if (!shown && !claim.mentions.empty())
        shown = &claim.mentions.front();
    const Mention none;
    const Mention& mention = shown ? *shown : none;
    m_claim = claim.id;
    m_mention = mention.id;
    showMentions(claim);
    showChain(mention.chain);
    m_polarity->setCurrentIndex(m_polarity->findData(static_cast<int>(mention.polarity)));
    m_modality->setCurrentIndex(m_modality->findData(static_cast<int>(mention.modality)));
    m_level->setCurrentIndex(m_level->findData(static_cast<int>(mention.level)));
    if (m_hedge->text() != text(mention.hedge))
        m_hedge->setText(text(mention.hedge));
}

void MentionForm::showMentions(const Claim& claim) {
    const QSignalBlocker silent(m_which);
    m_which->clear();
    for (std::size_t i = 0; i < claim.mentions.size(); ++i) {
        const QString line = numberedLine(m_store.document(), claim, i);
        m_which->addItem(line, text(claim.mentions[i].id.value));
        m_which->setItemData(static_cast<int>(i), tipHtml(line), Qt::ToolTipRole);
    }
    m_which->setCurrentIndex(m_which->findData(text(m_mention.value)));
    m_which->setToolTip(tipHtml(m_which->currentText()));
}

void MentionForm::showChain(const std::vector<Utterance>& chain) {
    while (m_links.size() > chain.size())
        removeLink(m_links.back().row);
    while (m_links.size() < chain.size()) {
        m_links.push_back(makeLink());
        m_chain->addWidget(m_links.back().row);
    }
    const QStringList names = speakerNames(m_store.document());
    for (std::size_t i = 0; i < chain.size(); ++i) {
        const Speaker* speaker = assay::find(m_store.document().speakers, chain[i].speaker);
        const QString name = speaker ? text(speaker->name) : QString();
        const QString written = chain[i].spelling.empty() ? name : text(chain[i].spelling);
        fillCombo(*m_links[i].speaker, names, written);
        m_links[i].speaker->setToolTip(written == name ? QString() : tipHtml(tr("%1, as written here").arg(name)));
        m_links[i].role->setCurrentIndex(m_links[i].role->findData(static_cast<int>(chain[i].role)));
    }
    nameLinks();
}

MentionForm::Link MentionForm::makeLink() {
    Link link{new QWidget, freeCombo({}, tr("Speaker")), choiceCombo("", tr("Role"), speakerRoles, roleText)};
    auto* after = toolButton(link.row, {}, QStringLiteral("+"), tr("Add somebody who passed it on"));
    auto* remove = toolButton(link.row, {}, QStringLiteral("\u00D7"), tr("Remove this speaker"));
    auto* layout = new QHBoxLayout(link.row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(smallGap);
    layout->addWidget(link.speaker, 3);
    layout->addWidget(link.role, 2);
    layout->addWidget(after);
    layout->addWidget(remove);
    for (QToolButton* button : {after, remove})
        button->setAutoRaise(true);
    connect(link.speaker->lineEdit(), &QLineEdit::editingFinished, this, &MentionForm::enterChain);
    connect(link.speaker, &QComboBox::activated, this, &MentionForm::enterChain);
    connect(link.role, &QComboBox::activated, this, &MentionForm::enterChain);
    connect(after, &QToolButton::clicked, this, [this, row = link.row] {
        const auto here = std::find_if(m_links.begin(), m_links.end(), [&](const Link& l) { return l.row == row; });
        insertLink(static_cast<std::size_t>(here - m_links.begin()) + 1, SpeakerRole::relay);
    });
    connect(remove, &QToolButton::clicked, this, [this, row = link.row] {
        removeLink(row);
        enterChain();
    });
    return link;
}

void MentionForm::insertLink(std::size_t place, SpeakerRole role) {
    const Link link = makeLink();
    fillCombo(*link.speaker, speakerNames(m_store.document()), {});
    link.role->setCurrentIndex(link.role->findData(static_cast<int>(role)));
    m_links.insert(m_links.begin() + static_cast<std::ptrdiff_t>(place), link);
    m_chain->insertWidget(static_cast<int>(place), link.row);
    nameLinks();
    link.speaker->setFocus(Qt::OtherFocusReason);
}

/// Deleted later: it may be the row whose own signal asks for it.
void MentionForm::removeLink(const QWidget* row) {
    const auto here = std::find_if(m_links.begin(), m_links.end(), [&](const Link& l) { return l.row == row; });
    if (here == m_links.end())
        return;
    const Link gone = *here;
    m_links.erase(here);
    gone.speaker->lineEdit()->disconnect(this); // a field that dies still hands in its text
    m_chain->removeWidget(gone.row);
    gone.row->setParent(nullptr);
    gone.row->deleteLater();
    nameLinks();
}

void MentionForm::nameLinks() {
    int number = 0;
    for (const Link& link : m_links) {
        const QString place = QString::number(++number);
        link.speaker->setObjectName(QStringLiteral("editSpeaker") + place);
        link.speaker->lineEdit()->setObjectName(QStringLiteral("editSpeakerText") + place);
        link.role->setObjectName(QStringLiteral("editRole") + place);
        const QList<QToolButton*> buttons = link.row->findChildren<QToolButton*>();
        buttons[0]->setObjectName(QStringLiteral("addSpeakerAfter") + place);
        buttons[1]->setObjectName(QStringLiteral("removeSpeaker") + place);
    }
}

void MentionForm::enterChain() {
    const Mention* shown = mention();
    if (m_showing || !shown)
        return;
    std::vector<NamedUtterance> chain;
    for (const Link& link : m_links)
        chain.push_back({link.speaker->currentText().trimmed().toStdString(),
                         static_cast<SpeakerRole>(link.role->currentData().toInt())});
    if (!m_store.apply(tr("Change speakers"), setChain(m_store.document(), m_claim, m_mention, chain)))
        showClaim(*assay::find(m_store.document().claims, m_claim)); // the store tells what is wrong
}

void MentionForm::change(const QString& name, const std::function<void(Mention&)>& edit) {
    const Mention* shown = mention();
    if (m_showing || !shown)
        return;
    Claim claim = *assay::find(m_store.document().claims, m_claim);
    for (Mention& each : claim.mentions)
        if (each.id == m_mention)
            edit(each);
    static_cast<void>(m_store.apply(name, setClaim(m_store.document(), std::move(claim)))); // the store tells
}

const Mention* MentionForm::mention() const {
    const Claim* claim = assay::find(m_store.document().claims, m_claim);
    return claim ? mentionOf(*claim, m_mention) : nullptr;
}

} // namespace assay

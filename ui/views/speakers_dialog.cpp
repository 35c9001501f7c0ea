// SpeakersDialog: a list to search, one speaker's fields beside it.
#include "ui/views/speakers_dialog.h"

#include "core/document/edit.h"
#include "ui/models/row_table.h"
#include "ui/text/error_text.h"
#include "ui/text/grade_words.h"
#include "ui/text/utf8_text.h"
#include "ui/views/claim_form.h"
#include "ui/views/fonts.h"
#include "ui/views/look.h"

#include <QtCore/QScopedValueRollback>
#include <QtCore/QSignalBlocker>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

#include <unordered_map>

namespace assay {

namespace {

std::unordered_map<std::string, int> usesOf(const Document& document) {
    std::unordered_map<std::string, int> uses;
    for (const Row<Claim>& claim : document.claims)
        for (const Mention& mention : claim->mentions)
            for (const Utterance& utterance : mention.chain)
                ++uses[utterance.speaker.value];
    return uses;
}

QString spellings(const Speaker& speaker) {
    QStringList all{text(speaker.name)};
    for (const std::string& alias : speaker.aliases)
        all += text(alias);
    return all.join(QLatin1Char('\n'));
}

} // namespace

SpeakersDialog::SpeakersDialog(DocumentStore& store, QWidget* parent)
    : QDialog(parent),
      m_store(store),
      m_filter(new QLineEdit),
      m_list(new QListWidget),
      m_name(new QLineEdit),
      m_kind(choiceCombo("speaker.kind", tr("Kind"), speakerKinds, speakerKindText)),
      m_resolved(new QCheckBox(tr("It is &known who this is"))),
      m_aliases(new QPlainTextEdit),
      m_uses(new QLabel),
      m_other(freeCombo(QStringLiteral("speaker.other"), tr("The speaker who is the same"))),
      m_merge(new QPushButton(tr("&Merge"))),
      m_remove(new QPushButton(tr("&Remove"))),
      m_message(new QLabel) {
    setObjectName(QStringLiteral("speakersDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Speakers"));
    m_filter->setObjectName(QStringLiteral("speaker.filter"));
    m_filter->setAccessibleName(tr("Search the speakers"));
    m_filter->setPlaceholderText(tr("Search names and spellings"));
    m_filter->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("speaker.list"));
    m_list->setAccessibleName(tr("Speakers"));
    m_message->setObjectName(QStringLiteral("speaker.message"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    auto* left = new QVBoxLayout;
    left->setSpacing(smallGap);
    left->addWidget(m_filter);
    left->addWidget(m_list, 1);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(largeGap);
    columns->addLayout(left, 2);
    m_form = buildForm();
    columns->addWidget(m_form, 3);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("speaker.close"));
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(largeGap, largeGap, largeGap, largeGap);
    rows->setSpacing(largeGap);
    rows->addLayout(columns, 1);
    rows->addWidget(m_message);
    rows->addWidget(buttons);
    connect(m_filter, &QLineEdit::textChanged, this, &SpeakersDialog::showAll);
    connect(m_list, &QListWidget::currentRowChanged, this, &SpeakersDialog::showSpeaker);
    connect(&store, &DocumentStore::changed, this, &SpeakersDialog::showAll);
    connectForm();
    resize(760, 480);
    showAll();
}

QWidget* SpeakersDialog::buildForm() {
    auto* form = new QWidget;
    auto* grid = new QGridLayout(form);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(largeGap);
    grid->setVerticalSpacing(2);
    m_name->setObjectName(QStringLiteral("speaker.name"));
    m_name->setAccessibleName(tr("Name"));
    m_resolved->setObjectName(QStringLiteral("speaker.resolved"));
    m_resolved->setToolTip(tipHtml(tr("Somebody unknown, such as \u201Cindustry insiders\u201D, confirms nothing.")));
    m_aliases->setObjectName(QStringLiteral("speaker.aliases"));
    m_aliases->setAccessibleName(tr("Other spellings, one a line"));
    m_aliases->setTabChangesFocus(true);
    m_merge->setObjectName(QStringLiteral("speaker.merge"));
    m_remove->setObjectName(QStringLiteral("speaker.remove"));
    for (QPushButton* button : {m_merge, m_remove})
        button->setAutoDefault(false);
    m_uses->setObjectName(QStringLiteral("speaker.uses"));
    m_uses->setFont(smallFont(font()));
    m_uses->setForegroundRole(QPalette::PlaceholderText);
    grid->addWidget(fieldLabel(tr("Name"), m_name), 0, 0);
    grid->addWidget(m_name, 1, 0);
    grid->addWidget(fieldLabel(tr("Kind"), m_kind), 0, 1);
    grid->addWidget(m_kind, 1, 1);
    grid->addWidget(m_resolved, 2, 0, 1, 2);
    grid->addWidget(fieldLabel(tr("Other spellings, one a line"), m_aliases), 3, 0, 1, 2);
    grid->addWidget(m_aliases, 4, 0, 1, 2);
    grid->addWidget(m_uses, 5, 0);
    grid->addWidget(m_remove, 5, 1, Qt::AlignRight);
    grid->setRowMinimumHeight(6, largeGap);
    grid->addWidget(fieldLabel(tr("Is the same as; every spelling is kept where it was written"), m_other), 7, 0, 1, 2);
    grid->addWidget(m_other, 8, 0);
    grid->addWidget(m_merge, 8, 1, Qt::AlignRight);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 1);
    return form;
}

void SpeakersDialog::connectForm() {
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        change(tr("Rename a speaker"),
               [&](Speaker& speaker) { speaker.name = m_name->text().trimmed().toStdString(); });
    });
    connect(m_kind, &QComboBox::activated, this, [this] {
        change(tr("Say what a speaker is"),
               [&](Speaker& speaker) { speaker.kind = static_cast<SpeakerKind>(m_kind->currentData().toInt()); });
    });
    connect(m_resolved, &QCheckBox::clicked, this, [this] {
        change(tr("Say whether a speaker is known"),
               [&](Speaker& speaker) { speaker.resolved = m_resolved->isChecked(); });
    });
    m_aliases->installEventFilter(this);
    connect(m_merge, &QPushButton::clicked, this, &SpeakersDialog::merge);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (const Speaker* speaker = current())
            apply(tr("Remove a speaker"), removeSpeaker(m_store.document(), speaker->id));
    });
}

const Speaker* SpeakersDialog::current() const {
    const QListWidgetItem* item = m_list->currentItem();
    return item ? assay::find(m_store.document().speakers, SpeakerId{item->data(Qt::UserRole).toString().toStdString()})
                : nullptr;
}

void SpeakersDialog::showAll() {
    const Speaker* old = current();
    const QString chosen = old                     ? text(old->id.value)
                           : m_list->currentItem() ? m_list->currentItem()->data(Qt::UserRole).toString()
                                                   : QString();
    const int place = m_list->currentRow();
    const QString wanted = foldText(m_filter->text().trimmed());
    std::vector<const Speaker*> shown;
    for (const Row<Speaker>& speaker : m_store.document().speakers)
        if (foldText(spellings(*speaker)).contains(wanted))
            shown.push_back(&*speaker);
    std::stable_sort(shown.begin(), shown.end(), [](const Speaker* a, const Speaker* b) {
        return QString::localeAwareCompare(text(a->name), text(b->name)) < 0;
    });
    {
        const QSignalBlocker silent(m_list);
        m_list->clear();
        for (const Speaker* speaker : shown) {
            auto* item = new QListWidgetItem(text(speaker->name), m_list);
            item->setData(Qt::UserRole, text(speaker->id.value));
            item->setToolTip(tipHtml(spellings(*speaker)));
            if (text(speaker->id.value) == chosen)
                m_list->setCurrentItem(item);
        }
        if (!m_list->currentItem() && m_list->count() > 0)
            m_list->setCurrentRow(std::clamp(place, 0, m_list->count() - 1));
    }
    showSpeaker();
}

void SpeakersDialog::showSpeaker() {
    const QScopedValueRollback showing(m_showing, true);
    const Speaker* found = current();
    m_form->setEnabled(found != nullptr);
    const Speaker speaker = found ? *found : Speaker();
    const auto put = [](QLineEdit* edit, const QString& value) {
        if (edit->text() != value)
            edit->setText(value);
    };
    put(m_name, text(speaker.name));
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(speaker.kind)));
    m_resolved->setChecked(speaker.resolved);
    const QString aliases = spellings(speaker).section(QLatin1Char('\n'), 1);
    if (m_aliases->toPlainText() != aliases)
        m_aliases->setPlainText(aliases);
    const int uses = usesOf(m_store.document())[speaker.id.value];
    m_uses->setText(tr("Stands in %n chains of speakers", nullptr, uses));
    if (uses == 1)
        m_uses->setText(tr("Stands in 1 chain of speakers"));
    m_remove->setEnabled(found && uses == 0);
    QStringList others = speakerNames(m_store.document());
    others.removeOne(text(speaker.name));
    fillCombo(*m_other, others, {});
    m_message->hide();
}

void SpeakersDialog::change(const QString& name, const std::function<void(Speaker&)>& edit) {
    const Speaker* speaker = current();
    if (m_showing || !speaker)
        return;
    Speaker next = *speaker;
    edit(next);
    if (!(next == *speaker))
        apply(name, setSpeaker(m_store.document(), std::move(next)));
}

void SpeakersDialog::enterAliases() {
    change(tr("Change spellings"), [&](Speaker& speaker) {
        speaker.aliases.clear();
        for (const QString& each : m_aliases->toPlainText().split(QLatin1Char('\n'))) {
            const std::string alias = each.trimmed().toStdString();
            if (!alias.empty() && alias != speaker.name
                && std::find(speaker.aliases.begin(), speaker.aliases.end(), alias) == speaker.aliases.end())
                speaker.aliases.push_back(alias);
        }
    });
}

/// The chosen one stays; the other becomes spellings of it.
void SpeakersDialog::merge() {
    const Speaker* kept = current();
    const std::string name = m_other->currentText().trimmed().toStdString();
    const Speaker* merged = nullptr;
    for (const Row<Speaker>& speaker : m_store.document().speakers)
        if (speaker->name == name && &*speaker != kept)
            merged = &*speaker;
    if (!kept || !merged) {
        showRefusal(*m_message, tr("Choose a speaker of the list to merge with."));
        return;
    }
    apply(tr("Merge names"), mergeSpeakers(m_store.document(), kept->id, merged->id));
}

/// A refusal is said here, beside the field, and the fields show what stands.
void SpeakersDialog::apply(const QString& name, const Result<Document>& next) {
    if (next) {
        static_cast<void>(m_store.apply(name, next)); // it cannot fail: it is a document
        return;
    }
    showSpeaker();
    showRefusal(*m_message, errorText(next.error()));
}

bool SpeakersDialog::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_aliases && event->type() == QEvent::FocusOut)
        enterAliases();
    return QDialog::eventFilter(watched, event);
}

} // namespace assay

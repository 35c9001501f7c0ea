// SearchPanel: every search goes to the worker, because nobody knows how much text there is.
#include "ui/views/search_panel.h"

#include "core/document/new_claim.h"
#include "core/document/suggest_claim.h"
#include "ui/text/utf8_text.h"
#include "ui/views/hit_delegate.h"
#include "ui/views/look.h"
#include "ui/views/search_field.h"

#include <QtCore/QLocale>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTreeWidget>

namespace assay {

SearchPanel::SearchPanel(DocumentStore& store, Selection& selection, QWidget* parent)
    : Pane(QStringLiteral("searchPane"), tr("Search"), parent),
      m_store(store),
      m_selection(selection),
      m_field(new SearchField(QStringLiteral("everywhere"), tr("Find in all sources"))),
      m_note(new NoteLabel(QStringLiteral("everywhereNote"))),
      m_count(new QLabel),
      m_hits(new QTreeWidget),
      m_make(new QPushButton(tr("&Make mentions of all hits"))),
      m_cancel(new QPushButton(tr("&Cancel"))) {
    build();
    connect(m_field, &SearchField::edited, this, &SearchPanel::search);
    connect(m_hits, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) { choose(item); });
    connect(m_hits, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        choose(item);
        emit textWanted();
    });
    connect(m_make, &QPushButton::clicked, this, &SearchPanel::makeMentions);
    connect(m_cancel, &QPushButton::clicked, this, &SearchPanel::cancel);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &SearchPanel::search);
    connect(&store, &DocumentStore::changed, this, [this](const Document& before, const Document& after) {
        if (before.sources != after.sources && !m_field->typed().isEmpty())
            m_again.start();
    });
    connect(&selection, &Selection::changed, this, &SearchPanel::showButton);
    search();
}

void SearchPanel::build() {
    m_field->words().installEventFilter(this);
    m_hits->setObjectName(QStringLiteral("everywhereHits"));
    m_hits->setAccessibleName(tr("Hits by source"));
    m_hits->setHeaderHidden(true);
    m_hits->setColumnCount(1);
    m_hits->setUniformRowHeights(true);
    m_hits->setFrameShape(QFrame::NoFrame);
    m_hits->setIndentation(largeGap);
    m_hits->setItemDelegate(new HitDelegate(m_hits));
    m_count->setObjectName(QStringLiteral("everywhereCount"));
    m_count->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_make->setObjectName(QStringLiteral("everywhereMake"));
    m_cancel->setObjectName(QStringLiteral("everywhereCancel"));
    auto* top = new QWidget;
    auto* rows = new QVBoxLayout(top);
    rows->setContentsMargins(largeGap, 0, largeGap, smallGap);
    rows->setSpacing(3);
    rows->addWidget(m_field);
    rows->addWidget(m_note);
    auto* foot = new QWidget;
    auto* buttons = new QHBoxLayout(foot);
    buttons->setContentsMargins(largeGap, smallGap, largeGap, smallGap);
    buttons->addWidget(m_make);
    buttons->addWidget(m_count, 1);
    buttons->addWidget(m_cancel);
    addContent(top);
    addContent(m_hits, 1);
    addContent(foot);
    setFocusProxy(m_field);
}

void SearchPanel::open(const QString& words) {
    if (!words.isEmpty() && m_field->kind() != SearchKind::expression)
        m_field->words().setText(words);
    m_field->words().setFocus(Qt::ShortcutFocusReason);
    m_field->words().selectAll();
}

void SearchPanel::search() {
    m_job.cancel();
    m_mentions.cancel();
    m_isSearching = false;
    m_note->setNote(m_field->typed().isEmpty() ? WantedNote{tr("Searches the texts of all sources."), false}
                                               : wantedNote(m_field->kind(), m_field->typed()));
    if (m_note->note().refused || m_field->typed().isEmpty()) {
        take({});
        return;
    }
    m_isSearching = true;
    showState();
    m_job.request(
        Running::cancel,
        [search = m_search, sources = m_store.document().sources, kind = m_field->kind(),
         wanted = m_field->wanted()](const std::stop_token& stop) { return search->find(sources, kind, wanted, stop); },
        [this](FoundInSources found) { take(std::move(found)); });
}

void SearchPanel::take(FoundInSources found) {
    m_isSearching = false;
    m_found = std::move(found);
    if (const QString end = earlyEndText(m_found); !end.isEmpty())
        m_note->setNote({end, true});
    fill();
    showState();
}

void SearchPanel::fill() {
    m_hits->clear();
    QList<QTreeWidgetItem*> groups;
    for (std::size_t i = 0; i < m_found.sources.size(); ++i) {
        const SourceHits& source = m_found.sources[i];
        const Source* row = assay::find(m_store.document().sources, source.source);
        auto* group = new QTreeWidgetItem;
        group->setText(0, tr("%1 (%2)")
                              .arg(row ? text(row->title).simplified() : text(source.source.value))
                              .arg(QLocale().toString(static_cast<qulonglong>(source.hits.size()))));
        group->setData(0, HitDelegate::sourceRole, static_cast<int>(i));
        for (std::size_t hit = 0; hit < source.hits.size(); ++hit) {
            auto* item = new QTreeWidgetItem(group);
            HitDelegate::setWords(*item, source.hits[hit]);
            item->setData(0, HitDelegate::sourceRole, static_cast<int>(i));
            item->setData(0, HitDelegate::hitRole, static_cast<int>(hit));
        }
        groups += group;
    }
    m_hits->addTopLevelItems(groups);
    m_hits->expandAll();
}

void SearchPanel::showState() {
    const bool isBusy = m_isSearching || !m_mentions.isIdle();
    const bool hasAnswer = !m_field->typed().isEmpty() && (!m_note->note().refused || m_found.count > 0);
    m_count->setText(m_isSearching ? tr("searching\u2026") : hasAnswer ? countText(m_found) : QString());
    m_field->words().setAccessibleDescription(m_note->isVisible() ? m_note->text() : m_count->text());
    setCount(!m_isSearching && m_found.count > 0 ? QLocale().toString(static_cast<qulonglong>(m_found.count))
                                                 : QString());
    m_cancel->setVisible(isBusy);
    showButton();
}

void SearchPanel::showButton() {
    const auto claim = m_selection.claim();
    const Claim* row = claim ? assay::find(m_store.document().claims, *claim) : nullptr;
    const bool isWhole = m_found.end == SearchEnd::complete && m_found.count > 0 && !m_isSearching;
    m_make->setEnabled(isWhole && row && m_mentions.isIdle());
    const QString name = row ? text(row->statement.empty() ? row->subject : row->statement) : QString();
    m_make->setToolTip(tipHtml(
        !row      ? tr("Choose the claim first that the hits are mentions of.")
        : isWhole ? tr("Each hit becomes a mention of \u201C%1\u201D, as one step that can be undone.").arg(name)
                  : tr("Search for something first; a search that ended early makes no mentions.")));
    m_make->setAccessibleDescription(row ? name : QString());
}

void SearchPanel::choose(const QTreeWidgetItem* item) {
    if (!item || !item->data(0, HitDelegate::hitRole).isValid())
        return;
    const SourceHits& source = m_found.sources[item->data(0, HitDelegate::sourceRole).toUInt()];
    emit hitChosen(source.source, source.hits[item->data(0, HitDelegate::hitRole).toUInt()].range);
}

/// The guesses for thousands of hits take a while: they are made off the GUI thread.
void SearchPanel::makeMentions() {
    const auto claim = m_selection.claim();
    if (!claim)
        return;
    m_mentions.request(
        Running::cancel,
        [before = m_store.document(), claim = *claim, found = m_found](const std::stop_token& stop) {
            std::vector<ClaimDraft> words;
            for (const SourceHits& source : found.sources)
                for (const SourceHit& hit : source.hits) {
                    if (stop.stop_requested())
                        return std::pair(before, Result<Document>(Error(ErrorCode::cancelled)));
                    words.push_back(suggestClaim(before, source.source, hit.range.start, hit.range.end));
                }
            return std::pair(before, addMentions(before, claim, words));
        },
        [this, claim = *claim](const std::pair<Document, Result<Document>>& made) {
            takeMentions(made.first, claim, made.second);
        });
    showState();
}

void SearchPanel::takeMentions(const Document& before, const ClaimId& claim, const Result<Document>& after) {
    QTimer::singleShot(0, this, &SearchPanel::showState); // the job is idle then
    if (!(m_store.document() == before)) {
        emit said(tr("The project changed meanwhile: nothing was added. Try again."));
        return;
    }
    const auto count = [&](const Document& document) {
        const Claim* row = assay::find(document.claims, claim);
        return row ? static_cast<int>(row->mentions.size()) : 0;
    };
    const int old = count(before);
    if (!m_store.apply(tr("Make mentions of all hits"), after))
        return;
    const int added = count(m_store.document()) - old;
    if (added == 0)
        emit said(tr("Every hit is a mention of this claim already."));
    else
        emit done(added == 1 ? tr("1 mention added.") : tr("%n mentions added.", nullptr, added));
}

void SearchPanel::cancel() {
    m_job.cancel();
    m_mentions.cancel();
    if (m_isSearching)
        take({});
    m_note->setNote({tr("Cancelled."), false});
    QTimer::singleShot(0, this, &SearchPanel::showState);
}

void SearchPanel::showEvent(QShowEvent* event) {
    Pane::showEvent(event);
    showButton();
}

bool SearchPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched != &m_field->words() || event->type() != QEvent::KeyPress)
        return Pane::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isDown = key->key() == Qt::Key_Down;
    if (isDown && (key->modifiers() & Qt::AltModifier)) {
        m_field->showKinds();
        return true;
    }
    const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if ((isDown || isReturn) && m_hits->topLevelItemCount() > 0) { // to the first hit
        m_hits->setFocus(Qt::TabFocusReason);
        m_hits->setCurrentItem(m_hits->topLevelItem(0)->child(0));
        return true;
    }
    if (key->key() == Qt::Key_Escape && m_cancel->isVisible()) {
        cancel();
        return true;
    }
    return Pane::eventFilter(watched, event);
}

} // namespace assay

// SourceViewer: follows the linked selection to a source and a mention, and sets it by clicks on marks.
#include "ui/views/source_viewer.h"

#include "ui/models/sources_model.h"
#include "ui/text/claim_text.h"
#include "ui/text/utf8_text.h"
#include "ui/views/claim_strip.h"
#include "ui/views/find_bar.h"
#include "ui/views/fonts.h"
#include "ui/views/linked_mentions.h"
#include "ui/views/look.h"
#include "ui/views/mention_ends.h"
#include "ui/views/reading_history.h"
#include "ui/views/source_marks.h"
#include "ui/views/source_viewer_difference.h"
#include "ui/views/source_viewer_versions.h"
#include "ui/views/suggestions.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>

#include <algorithm>

namespace assay {

namespace {

QLabel* plainLabel() {
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

SourceViewer::SourceViewer(DocumentStore& store, Selection& selection, QWidget* parent)
    : Pane(QStringLiteral("viewerPane"), tr("Source"), parent),
      m_store(store),
      m_selection(selection),
      m_title(plainLabel()),
      m_facts(plainLabel()),
      m_digest(plainLabel()),
      m_head(buildHead()),
      m_empty(plainLabel()),
      m_text(new SourceText),
      m_stack(new QStackedWidget),
      m_versions(new VersionBar(store, selection, *m_text)),
      m_find(new FindBar(*m_text)),
      m_strip(new ClaimStrip(store, selection, this)),
      m_suggestions(new Suggestions(store, selection, *m_text, this)),
      m_hint(plainLabel()) {
    m_empty->setText(tr("Choose a source on the left, or import one with Ctrl+I."));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(m_text);
    m_stack->addWidget(m_empty);
    addContent(m_head);
    addContent(m_versions);
    addContent(m_find);
    addContent(m_stack, 1);
    m_hint->setObjectName(QStringLiteral("suggestionHint"));
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setFont(smallFont(font()));
    m_hint->setContentsMargins(largeGap, 3, largeGap, 3);
    m_hint->hide();
    addContent(m_hint);
    m_history = new ReadingHistory( // first of all to hear of a change: the text still shows what was read
        store, selection, [this] { return m_text->rangeOnScreen().value_or(TextRange{}).start; },
        [this](std::size_t top) { m_text->showTop(top); }, this);
    m_links = new LinkedMentions(store, selection, *m_text, this);
    m_ends = new MentionEnds(store, selection, this);
    connect(m_links, &LinkedMentions::nothingLinked, this,
            [this] { emit said(tr("No other mention belongs to this one.")); });
    connect(m_ends, &MentionEnds::noMention, this,
            [this] { emit said(tr("Choose a mention first: [ and ] step through them.")); });
    setFocusProxy(m_text);
    m_text->installEventFilter(this);
    connect(m_text, &SourceText::markClicked, this,
            [this](const TextMark& mark) { m_selection.selectMention(mark.claim, mark.mention); });
    connect(m_text->verticalScrollBar(), &QScrollBar::valueChanged, this, &SourceViewer::placeStrip);
    connect(m_strip, &ClaimStrip::closed, m_text, [this] { m_text->setFocus(Qt::OtherFocusReason); });
    connect(&selection, &Selection::changed, this, [this](const Selected& before, const Selected& after) {
        if (before.source != after.source)
            showSource();
        m_text->setCurrent(after.mention);
    });
    connect(m_suggestions, &Suggestions::changed, this, &SourceViewer::showHint);
    connect(m_suggestions, &Suggestions::formWanted, this, &SourceViewer::openStrip);
    connect(&selection, &Selection::wordsWanted, this, &SourceViewer::showWords);
    connect(&store, &DocumentStore::changed, this, [this](const Document& before, const Document& after) {
        if (before.sources != after.sources || before.claims != after.claims)
            showSource();
        else if (before.links != after.links)
            m_links->refresh();
        else if (before.decisions != after.decisions)
            m_versions->refresh();
    });
    connect(m_versions, &VersionBar::compareWanted, this, &SourceViewer::compare);
    showSource();
}

QWidget* SourceViewer::buildHead() {
    auto* head = new QWidget;
    auto* rows = new QVBoxLayout(head);
    rows->setContentsMargins(largeGap, 0, largeGap, smallGap);
    rows->setSpacing(3);
    QFont big = boldFont(font());
    if (big.pixelSize() > 0)
        big.setPixelSize(big.pixelSize() * 5 / 4);
    else
        big.setPointSizeF(big.pointSizeF() * 1.25);
    m_title->setFont(big);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_digest->setObjectName(QStringLiteral("digestBanner"));
    m_digest->setMargin(smallGap);
    m_digest->setAutoFillBackground(true);
    m_digest->setBackgroundRole(QPalette::Window);
    rows->addWidget(m_title);
    rows->addWidget(m_facts);
    rows->addWidget(m_digest);
    return head;
}

void SourceViewer::showSource() {
    const auto& shown = m_selection.now().source;
    const Source* source = shown ? assay::find(m_store.document().sources, *shown) : nullptr;
    m_head->setVisible(source != nullptr);
    m_stack->setCurrentWidget(source ? static_cast<QWidget*>(m_text) : m_empty);
    m_strip->hide();
    if (!source) {
        m_text->setText({});
        m_text->setMarks({});
        m_links->refresh();
        m_find->setSource({}, {});
        m_versions->refresh();
        m_suggestions->refresh();
        setCount({});
        return;
    }
    m_title->setText(QString::fromStdString(source->title));
    m_facts->setText(bibliography(*source));
    m_facts->setToolTip(tipHtml(QString::fromStdString(source->url)));
    m_digest->setText(digestText(*source));
    m_digest->setVisible(!source->digestOf.empty());
    m_text->setText(source->text);
    m_text->setQuiet(source->quiet);
    showMarks();
    m_find->setSource(source->text, source->language);
    m_versions->refresh();
}

void SourceViewer::showMarks() {
    std::vector<TextMark> marks = marksOf(m_store.document(), *m_selection.now().source);
    m_mentions = static_cast<int>(marks.size());
    m_text->setMarks(std::move(marks));
    m_links->refresh();
    m_text->setCurrent(m_selection.now().mention);
    m_suggestions->refresh();
}

void SourceViewer::showWords() {
    if (m_selection.now().mention)
        m_text->showMention(*m_selection.now().mention);
}

void SourceViewer::compare(const SourceId& older, const SourceId& newer) {
    const Rows<Source>& sources = m_store.document().sources;
    const Source* before = assay::find(sources, older);
    const Source* after = assay::find(sources, newer);
    if (before && after)
        showTextDifference(*window(), *before, *after);
}

void SourceViewer::openFind() {
    if (m_selection.now().source)
        m_find->open();
}

void SourceViewer::stepHit(int by) {
    if (m_selection.now().source)
        m_find->step(by);
}

void SourceViewer::stepMention(int by) {
    if (const auto mark = m_text->neighbour(by))
        m_selection.selectMention(mark->claim, mark->mention);
}

} // namespace assay

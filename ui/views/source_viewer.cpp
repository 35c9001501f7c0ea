// SourceViewer: follows the linked selection to a source and a mention, and sets it by clicks on marks.
#include "ui/views/source_viewer.h"

#include "ui/models/sources_model.h"
#include "ui/text/claim_text.h"
#include "ui/text/utf8_text.h"
#include "ui/views/claim_strip.h"
#include "ui/views/find_bar.h"
#include "ui/views/fonts.h"
#include "ui/views/look.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>

#include <algorithm>

namespace assay {

namespace {

QString tipOf(const Claim& claim) {
    QString tip = QString::fromStdString(claim.statement.empty() ? claim.subject : claim.statement);
    if (claim.verified != Verified::yes)
        tip += QLatin1Char('\n') + verifiedHelp(claim.verified);
    return tip;
}

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
      m_find(new FindBar(*m_text)),
      m_strip(new ClaimStrip(store, selection, this)) {
    m_empty->setText(tr("Choose a source on the left, or import one with Ctrl+I."));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(m_text);
    m_stack->addWidget(m_empty);
    addContent(m_head);
    addContent(m_find);
    addContent(m_stack, 1);
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
    connect(&selection, &Selection::wordsWanted, this, &SourceViewer::showWords);
    connect(&store, &DocumentStore::changed, this, [this](const Document& before, const Document& after) {
        if (before.sources != after.sources || before.claims != after.claims)
            showSource();
    });
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
        setCount({});
        return;
    }
    m_title->setText(QString::fromStdString(source->title));
    m_facts->setText(bibliography(*source));
    m_facts->setToolTip(tipHtml(QString::fromStdString(source->url)));
    m_digest->setText(digestText(*source));
    m_digest->setVisible(!source->digestOf.empty());
    m_text->setText(source->text);
    showMarks();
    m_find->refresh();
}

void SourceViewer::showMarks() {
    std::vector<TextMark> marks;
    for (const Row<Claim>& claim : m_store.document().claims)
        for (const Mention& mention : claim->mentions)
            if (mention.anchor.source == *m_selection.now().source)
                marks.push_back(
                    TextMark{mention.anchor.start, mention.anchor.end, claim->id, mention.id, tipOf(*claim)});
    setCount(mentionsText(static_cast<int>(marks.size())));
    m_text->setMarks(std::move(marks));
    m_text->setCurrent(m_selection.now().mention);
}

void SourceViewer::showWords() {
    if (m_selection.now().mention)
        m_text->showMention(*m_selection.now().mention);
}

void SourceViewer::openFind() {
    if (m_selection.now().source)
        m_find->open();
}

void SourceViewer::stepMention(int by) {
    if (const auto mark = m_text->neighbour(by))
        m_selection.selectMention(mark->claim, mark->mention);
}

void SourceViewer::claimFromSelection() {
    const auto range = m_text->selectedRange();
    if (!range || !m_selection.now().source) {
        emit wordsMissing();
        return;
    }
    m_strip->open(*m_selection.now().source, range->start, range->end);
    placeStrip();
}

void SourceViewer::placeStrip() {
    if (!m_strip->isVisible())
        return;
    const QPoint origin = m_text->viewport()->mapTo(this, QPoint(0, 0));
    const QRect words = m_text->selectionRect().translated(origin);
    const int room = width() - 2 * largeGap;
    const QSize size(std::min(room, 520), m_strip->layout()->hasHeightForWidth()
                                              ? m_strip->heightForWidth(std::min(room, 520))
                                              : m_strip->sizeHint().height());
    const int below = words.bottom() + smallGap;
    const bool fitsBelow = below + size.height() <= height() - smallGap;
    const int top = fitsBelow ? below : std::max(words.top() - smallGap - size.height(), smallGap);
    m_strip->setGeometry(QRect(
        QPoint((width() - size.width()) / 2, std::clamp(top, smallGap, std::max(height() - size.height(), smallGap))),
        size));
}

void SourceViewer::resizeEvent(QResizeEvent* event) {
    Pane::resizeEvent(event);
    placeStrip();
}

bool SourceViewer::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_text->selectedRange()) {
            claimFromSelection();
            return true;
        }
    }
    return Pane::eventFilter(watched, event);
}

} // namespace assay

// SourceViewer: the form for selected words, where it stands and which keys open it, and the hint on suggestions.
#include "core/document/new_claim.h"
#include "core/document/suggest_claim.h"
#include "ui/text/claim_text.h"
#include "ui/views/claim_strip.h"
#include "ui/views/look.h"
#include "ui/views/source_viewer.h"
#include "ui/views/suggestions.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

#include <algorithm>

namespace assay {

void SourceViewer::claimFromSelection() {
    const auto range = m_text->selectedRange();
    if (!range || !m_selection.now().source) {
        emit wordsMissing();
        return;
    }
    openStrip(*range);
}

void SourceViewer::openStrip(TextRange range) {
    m_strip->open(*m_selection.now().source, range.start, range.end);
    m_stripFor = range;
    placeStrip();
}

/// The words are guessed at as those of a new claim are, but for what the claim itself says.
void SourceViewer::addToClaim() {
    const auto claim = m_selection.claim();
    const auto range = m_text->selectedRange() ? m_text->selectedRange() : m_suggestions->current();
    const auto source = m_selection.now().source;
    if (!claim || !range || !source) {
        emit said(claim ? tr("Select the words in the source first, then press M.")
                        : tr("Choose the claim first that the words are to be a mention of."));
        return;
    }
    const Document before = m_store.document();
    const Result<Document> next =
        addMentions(before, *claim, {suggestClaim(before, *source, range->start, range->end)});
    if (!m_store.apply(tr("Add mention"), next))
        return;
    const Claim& row = *assay::find(m_store.document().claims, *claim);
    const QString title = QString::fromStdString(row.statement.empty() ? row.subject : row.statement);
    if (m_store.document() == before) {
        emit said(tr("These words are a mention of \u201C%1\u201D already.").arg(title));
        return;
    }
    m_selection.selectMention(*claim, row.mentions.back().id);
    emit said(tr("One more mention of \u201C%1\u201D.").arg(title));
}

/// How many there are beside the mentions; of the current one how it reads and what the keys do.
void SourceViewer::showHint() {
    const auto open = static_cast<int>(m_suggestions->count());
    const QString mentions = mentionsText(m_mentions);
    const QString suggestions = open == 1 ? tr("1 suggestion") : tr("%n suggestions", nullptr, open);
    setCount(open == 0 ? mentions : mentions + QStringLiteral(", ") + suggestions);
    const Quantity* current = m_suggestions->currentQuantity();
    m_hint->setVisible(current != nullptr);
    if (!current)
        return;
    const QString value = normalisedText(*current);
    const QString reading = current->bound == Bound::unsure ? tr("Not sure how to read this number")
                            : value.isEmpty()               ? QString::fromStdString(current->text)
                                                            : value;
    m_hint->setText(m_suggestions->isCurrentDismissed()
                        ? tr("%1, dismissed   Space: add   Enter: form   X: offer again   G: next").arg(reading)
                        : tr("%1   Space: add   Enter: form   X: dismiss   G: next").arg(reading));
}

void SourceViewer::placeStrip() {
    if (!m_strip->isVisible())
        return;
    const QPoint origin = m_text->viewport()->mapTo(this, QPoint(0, 0));
    const QRect words = m_text->rectOf(m_stripFor).translated(origin);
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
        const auto range = m_text->selectedRange() ? m_text->selectedRange() : m_suggestions->current();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && range) {
            openStrip(*range);
            return true;
        }
        if (key == Qt::Key_Escape && m_suggestions->current()) {
            m_suggestions->leave();
            return true;
        }
    }
    return Pane::eventFilter(watched, event);
}

} // namespace assay

// Suggestions: short texts are read at once, long ones off the GUI thread.
#include "ui/views/suggestions.h"

#include "core/document/edit.h"
#include "core/document/suggest_claim.h"

#include <algorithm>

namespace assay {
namespace {

constexpr std::size_t shortText = std::size_t{64} << 10; // bytes: read in about 15 ms

std::vector<TextRange> rangesOf(const std::vector<FoundQuantity>& quantities) {
    std::vector<TextRange> ranges;
    for (const FoundQuantity& found : quantities)
        ranges.push_back(TextRange{found.start, found.end});
    return ranges;
}

} // namespace

Suggestions::Suggestions(DocumentStore& store, Selection& selection, SourceText& text, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_selection(selection),
      m_text(text) {}

const Source* Suggestions::source() const {
    const auto& shown = m_selection.now().source;
    return shown ? assay::find(m_store.document().sources, *shown) : nullptr;
}

void Suggestions::refresh() {
    const Source* shown = source();
    if (!shown) {
        m_job.cancel();
        m_read.clear();
        m_found.clear();
        showOpen();
        return;
    }
    if (shown->text == m_read && shown->language == m_language) {
        showOpen();
        return;
    }
    m_read = shown->text;
    m_language = shown->language;
    m_found.clear();
    m_current.reset();
    m_place = 0;
    const ReadOptions options = readingIn(m_language);
    if (m_read.size() <= shortText) {
        m_job.cancel();
        take(findQuantities(m_read, options));
        return;
    }
    showOpen();
    m_job.request(
        Running::cancel, [text = m_read, options](const std::stop_token&) { return findQuantities(text, options); },
        [this](std::vector<FoundQuantity> found) { take(std::move(found)); });
}

void Suggestions::take(std::vector<FoundQuantity> found) {
    m_found = std::move(found);
    showOpen();
}

/// The current one stays; when it became a claim or was dismissed, the next one behind it follows.
void Suggestions::showOpen() {
    const bool hadCurrent = m_current.has_value();
    const Source* shown = source();
    m_sorted = shown ? sortQuantities(m_store.document(), shown->id, m_found) : SortedQuantities();
    const auto isBefore = [](const FoundQuantity& a, const FoundQuantity& b) { return a.start < b.start; };
    m_shown = m_sorted.open;
    if (m_dismissedShown == Qt::Checked) {
        m_shown.insert(m_shown.end(), m_sorted.dismissed.begin(), m_sorted.dismissed.end());
        std::inplace_merge(m_shown.begin(), m_shown.end() - static_cast<std::ptrdiff_t>(m_sorted.dismissed.size()),
                           m_shown.end(), isBefore);
    }
    m_text.setGhosts(rangesOf(m_sorted.open),
                     m_dismissedShown == Qt::Checked ? rangesOf(m_sorted.dismissed) : std::vector<TextRange>());
    const auto next = std::find_if(m_shown.begin(), m_shown.end(),
                                   [this](const FoundQuantity& found) { return found.start >= m_place; });
    m_current.reset();
    if (hadCurrent && next != m_shown.end())
        makeCurrent(static_cast<std::size_t>(next - m_shown.begin()));
    else
        makeCurrent(std::nullopt);
}

bool Suggestions::isDismissed(const FoundQuantity& quantity) const {
    return std::binary_search(m_sorted.dismissed.begin(), m_sorted.dismissed.end(), quantity,
                              [](const FoundQuantity& a, const FoundQuantity& b) { return a.start < b.start; });
}

bool Suggestions::isCurrentDismissed() const { return m_current && isDismissed(m_shown[*m_current]); }

void Suggestions::setDismissedShown(Qt::CheckState shown) {
    m_dismissedShown = shown;
    showOpen();
}

void Suggestions::makeCurrent(std::optional<std::size_t> index) {
    m_current = index;
    if (index)
        m_place = m_shown[*index].start;
    const std::optional<TextRange> range = current();
    m_text.setCurrentGhost(range);
    if (range)
        m_text.showRange(*range);
    emit changed();
}

std::optional<TextRange> Suggestions::current() const {
    return m_current ? std::optional(TextRange{m_shown[*m_current].start, m_shown[*m_current].end}) : std::nullopt;
}

const Quantity* Suggestions::currentQuantity() const { return m_current ? &m_shown[*m_current].quantity : nullptr; }

void Suggestions::step(int by) {
    if (m_shown.empty()) {
        emit nothingLeft();
        return;
    }
    const auto count = static_cast<std::ptrdiff_t>(m_shown.size());
    if (m_current) {
        const auto here = static_cast<std::ptrdiff_t>(*m_current);
        return makeCurrent(static_cast<std::size_t>((here + by + count) % count));
    }
    const std::size_t top = m_text.rangeOnScreen() ? m_text.rangeOnScreen()->start : 0;
    const auto next =
        std::find_if(m_shown.begin(), m_shown.end(), [&](const FoundQuantity& found) { return found.start >= top; });
    makeCurrent(next == m_shown.end() ? 0 : static_cast<std::size_t>(next - m_shown.begin()));
}

void Suggestions::accept() {
    if (!m_current)
        return step(1);
    const FoundQuantity& found = m_shown[*m_current];
    const Document& document = m_store.document();
    const ClaimDraft draft = suggestClaim(document, *m_selection.now().source, found.start, found.end);
    if (draft.subject.empty() || draft.attribute.empty() || draft.quantity.empty()) {
        emit formWanted(TextRange{found.start, found.end});
        return;
    }
    const ClaimId id{freeClaimId(document)};
    const SourceId shown = source()->id;
    Result<Document> next = addClaimFromWords(document, draft);
    if (next && isDismissed(found))
        next = offerQuantity(*next, shown, TextRange{found.start, found.end}); // the claim takes its place
    if (!next) {
        emit formWanted(TextRange{found.start, found.end});
        return;
    }
    if (!m_store.apply(tr("Add claim"), next))
        return;
    m_selection.selectClaims({id});
    if (m_current)
        m_text.showRange(*current());
    const auto words = [](const std::string& text) { return QString::fromStdString(text); };
    emit done(tr("Added: %1, %2, %3.").arg(words(draft.subject), words(draft.attribute), words(draft.quantity)));
}

void Suggestions::dismiss() {
    if (!m_current)
        return step(1);
    const FoundQuantity found = m_shown[*m_current];
    const TextRange words{found.start, found.end};
    const QString name = QString::fromStdString(found.quantity.text);
    const Document& document = m_store.document();
    if (isDismissed(found)) {
        if (m_store.apply(tr("Offer number again"), offerQuantity(document, source()->id, words)))
            emit done(tr("\u201C%1\u201D is offered again.").arg(name));
    } else {
        ++m_place; // on to the next one, also when dismissed ones stay in the walk
        if (m_store.apply(tr("Dismiss number"), dismissQuantity(document, source()->id, words)))
            emit done(tr("Dismissed \u201C%1\u201D.").arg(name));
    }
}

void Suggestions::leave() { makeCurrent(std::nullopt); }

} // namespace assay

#include "moc_suggestions.cpp"

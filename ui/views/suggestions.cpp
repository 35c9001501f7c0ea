// Suggestions: short texts are read at once, long ones off the GUI thread.
#include "ui/views/suggestions.h"

#include "core/document/edit.h"
#include "core/document/open_quantities.h"
#include "core/document/suggest_claim.h"

#include <algorithm>

namespace assay {
namespace {

constexpr std::size_t shortText = std::size_t{64} << 10; // bytes: read in about 15 ms

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
    const ReadOptions options = m_language.empty() ? ReadOptions{} : ReadOptions{m_language};
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
    m_open = shown ? openQuantities(m_store.document(), shown->id, m_found, m_dismissed[shown->id.value])
                   : std::vector<FoundQuantity>{};
    std::vector<TextRange> ghosts;
    for (const FoundQuantity& found : m_open)
        ghosts.push_back(TextRange{found.start, found.end});
    m_text.setGhosts(std::move(ghosts));
    const auto next = std::find_if(m_open.begin(), m_open.end(),
                                   [this](const FoundQuantity& found) { return found.start >= m_place; });
    m_current.reset();
    if (hadCurrent && next != m_open.end())
        makeCurrent(static_cast<std::size_t>(next - m_open.begin()));
    else
        makeCurrent(std::nullopt);
}

void Suggestions::makeCurrent(std::optional<std::size_t> index) {
    m_current = index;
    if (index)
        m_place = m_open[*index].start;
    const std::optional<TextRange> range = current();
    m_text.setCurrentGhost(range);
    if (range)
        m_text.showRange(*range);
    emit changed();
}

std::optional<TextRange> Suggestions::current() const {
    return m_current ? std::optional(TextRange{m_open[*m_current].start, m_open[*m_current].end}) : std::nullopt;
}

const Quantity* Suggestions::currentQuantity() const { return m_current ? &m_open[*m_current].quantity : nullptr; }

void Suggestions::step(int by) {
    if (m_open.empty()) {
        emit nothingLeft();
        return;
    }
    const auto count = static_cast<std::ptrdiff_t>(m_open.size());
    if (m_current) {
        const auto here = static_cast<std::ptrdiff_t>(*m_current);
        return makeCurrent(static_cast<std::size_t>((here + by + count) % count));
    }
    const std::size_t top = m_text.rangeOnScreen() ? m_text.rangeOnScreen()->start : 0;
    const auto next =
        std::find_if(m_open.begin(), m_open.end(), [&](const FoundQuantity& found) { return found.start >= top; });
    makeCurrent(next == m_open.end() ? 0 : static_cast<std::size_t>(next - m_open.begin()));
}

void Suggestions::accept() {
    if (!m_current)
        return step(1);
    const FoundQuantity& found = m_open[*m_current];
    const Document& document = m_store.document();
    const ClaimDraft draft = suggestClaim(document, *m_selection.now().source, found.start, found.end);
    if (draft.subject.empty() || draft.attribute.empty() || draft.quantity.empty()) {
        emit formWanted(TextRange{found.start, found.end});
        return;
    }
    const ClaimId id{freeClaimId(document)};
    const Result<Document> next = addClaimFromWords(document, draft);
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
    const FoundQuantity found = m_open[*m_current];
    m_dismissed[source()->id.value].push_back(found.start);
    showOpen();
    emit dismissed(QString::fromStdString(found.quantity.text));
}

void Suggestions::bringBack() {
    const Source* shown = source();
    if (!shown || m_dismissed[shown->id.value].empty())
        return;
    std::vector<std::size_t>& dismissed = m_dismissed[shown->id.value];
    m_place = dismissed.back();
    dismissed.pop_back();
    m_current = 0; // any: the one at m_place becomes it
    showOpen();
}

void Suggestions::leave() { makeCurrent(std::nullopt); }

} // namespace assay

#include "moc_suggestions.cpp"

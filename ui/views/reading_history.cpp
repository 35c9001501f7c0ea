// ReadingHistory: two stacks.
#include "ui/views/reading_history.h"

#include <QtCore/QScopedValueRollback>

#include <algorithm>

namespace assay {

namespace {

constexpr std::size_t longest = 200; // places: nobody goes further back

} // namespace

ReadingHistory::ReadingHistory(DocumentStore& store, Selection& selection, Top top, ShowTop showTop, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_selection(selection),
      m_top(std::move(top)),
      m_showTop(std::move(showTop)) {
    connect(&selection, &Selection::changed, this, &ReadingHistory::moved);
}

std::optional<ReadingPlace> ReadingHistory::placeOf(const Selected& selected) const {
    if (!selected.source)
        return std::nullopt;
    ReadingPlace place{*selected.source, std::nullopt, std::nullopt, m_top()};
    if (selected.mention && !selected.claims.empty()) {
        place.claim = selected.claims.front();
        place.mention = selected.mention;
    }
    return place;
}

void ReadingHistory::moved(const Selected& before, const Selected& after) {
    if (m_going || !before.source || (before.source == after.source && before.mention == after.mention))
        return;
    m_back.push_back(*placeOf(before));
    if (m_back.size() > longest)
        m_back.erase(m_back.begin());
    m_forward.clear();
    emit changed();
}

bool ReadingHistory::isThere(const ReadingPlace& place) const {
    return assay::find(m_store.document().sources, place.source) != nullptr;
}

bool ReadingHistory::canGo(int by) const {
    const auto& places = by < 0 ? m_back : m_forward;
    return std::any_of(places.begin(), places.end(), [this](const ReadingPlace& place) { return isThere(place); });
}

void ReadingHistory::go(int by) {
    auto& from = by < 0 ? m_back : m_forward;
    auto& to = by < 0 ? m_forward : m_back;
    while (!from.empty() && !isThere(from.back()))
        from.pop_back();
    if (from.empty())
        return;
    const ReadingPlace place = from.back();
    from.pop_back();
    if (const auto here = placeOf(m_selection.now()))
        to.push_back(*here);
    show(place);
    emit changed();
}

void ReadingHistory::show(const ReadingPlace& place) {
    const QScopedValueRollback going(m_going, true);
    const Claim* claim = place.claim ? assay::find(m_store.document().claims, *place.claim) : nullptr;
    const bool hasMention =
        claim && std::any_of(claim->mentions.begin(), claim->mentions.end(), [&](const Mention& mention) {
            return mention.id == place.mention && mention.anchor.source == place.source;
        });
    if (hasMention) {
        m_selection.selectMention(claim->id, *place.mention);
        return;
    }
    m_selection.selectSource(place.source);
    m_showTop(place.top);
}

} // namespace assay

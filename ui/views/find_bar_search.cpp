// FindBarSearch: expressions always go to the worker, because nobody knows what they cost.
#include "ui/views/find_bar_search.h"

namespace assay {
namespace {

constexpr std::size_t shortText = std::size_t{64} << 10; // bytes: its quantities are read in about 15 ms

} // namespace

FindBarSearch::FindBarSearch(QObject* parent) : QObject(parent), m_text(std::make_shared<SearchText>(std::string())) {}

bool FindBarSearch::setText(const std::string& utf8, const std::string& language) {
    if (m_text->text() == utf8 && m_text->language() == language)
        return false;
    m_job.cancel();
    m_text = std::make_shared<SearchText>(utf8, language);
    return true;
}

void FindBarSearch::request(SearchKind kind, const std::string& wanted) {
    if (kind != SearchKind::expression && m_text->text().size() <= shortText && m_job.isIdle()) {
        emit found(m_text->find(kind, wanted));
        return;
    }
    m_job.request(
        Running::cancel,
        [text = m_text, kind, wanted](const std::stop_token& stop) { return text->find(kind, wanted, stop); },
        [this](const TextHits& hits) { emit found(hits); });
}

void FindBarSearch::cancel() { m_job.cancel(); }

} // namespace assay

#include "moc_find_bar_search.cpp"

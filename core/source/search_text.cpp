// SearchText: hands each kind of search what it needs.
#include "core/source/search_text.h"

#include "core/source/find_quantity.h"
#include "core/source/find_words.h"

namespace assay {

SearchText::SearchText(std::string utf8, std::string language)
    : m_text(std::move(utf8)),
      m_language(std::move(language)) {}

void SearchText::forget() {
    m_form.reset();
    m_quantities.reset();
}

TextHits SearchText::find(SearchKind kind, std::string_view wanted, const std::stop_token& stop,
                          std::chrono::milliseconds patience) {
    if (kind == SearchKind::expression)
        return findExpression(m_text, wanted, stop, patience);
    if (kind == SearchKind::quantity) {
        const Result<Quantity> quantity = readQuantity(wanted);
        if (!quantity)
            return {};
        if (!m_quantities)
            m_quantities = findQuantities(m_text, readingIn(m_language));
        return findQuantity(*m_quantities, *quantity);
    }
    if (!m_form)
        m_form = searchForm(m_text);
    return findWords(*m_form, wanted, kind == SearchKind::wholeWords ? WordEnds::whole : WordEnds::any);
}

} // namespace assay

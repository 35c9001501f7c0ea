// Text and words are folded the same way, then compared character by character.
#include "core/source/find_words.h"

namespace assay {

ComparisonForm searchForm(std::string_view utf8) {
    ComparisonForm form = comparisonForm(utf8);
    for (char32_t& c : form.text)
        c = foldedCharacter(c);
    return form;
}

TextHits findWords(const ComparisonForm& text, std::string_view wanted, WordEnds ends) {
    const std::u32string words = searchForm(wanted).text;
    TextHits hits;
    if (words.empty())
        return hits;
    for (std::size_t at = text.text.find(words); at != std::u32string::npos;) {
        const std::size_t end = at + words.size();
        if (ends == WordEnds::whole && (isInsideWord(text.text, at) || isInsideWord(text.text, end))) {
            at = text.text.find(words, at + 1);
            continue;
        }
        if (hits.ranges.size() == mostHits) {
            hits.end = SearchEnd::tooMany;
            hits.searchedTo = text.places[at];
            break;
        }
        hits.ranges.push_back(TextRange{text.places[at], text.places[end - 1] + std::size_t{1}});
        at = text.text.find(words, end);
    }
    return hits;
}

} // namespace assay

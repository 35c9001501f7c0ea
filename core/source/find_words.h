// Searching a text for words as they are typed: case, kind of quotation marks, width and white space do not count.
#pragma once

#include "core/source/comparison_form.h"
#include "core/source/text_hits.h"

#include <string_view>

namespace assay {

/// A text as searches see it: its comparison form with every character folded.
ComparisonForm searchForm(std::string_view utf8);

enum class WordEnds {
    any,  ///< "chip" is found in "microchips"
    whole ///< only where no letter or digit goes on; "50" is not found in "50,000" nor "H" in "H800"
};

/// Every place of the words, in order, not overlapping. No words: no hits.
TextHits findWords(const ComparisonForm& text, std::string_view wanted, WordEnds ends);

} // namespace assay

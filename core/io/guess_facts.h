// What a text tells of itself in its first and last lines: title, date, author, publisher, address. Guesses for the
// analyst to correct; what is not plain is left out. Knows no markup.
#pragma once

#include "core/source/source.h"

namespace assay {

/// Fills in those of the source's title, publisher, authors, published, language and url that are empty. Words in its
/// quiet stretches tell nothing but the publisher of a copyright line. The date a page was shown on is no date of
/// publication: "Today : ..." and a date that stands alone above everything are not taken.
void guessFacts(Source& source);

} // namespace assay

// Which language a text is written in, by its script and its commonest words. A guess for the analyst to correct: a
// text that is too short or too mixed gives none, since the language says how numbers are read.
#pragma once

#include <string>
#include <string_view>

namespace assay {

/// ISO 639-1 code ("en", "ko", "zh", "ja", "de", ...) or empty.
std::string guessLanguage(std::string_view utf8);

} // namespace assay

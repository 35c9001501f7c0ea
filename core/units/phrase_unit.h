// The unit of a counted thing some words behind its number: "2,000 or so of Nvidia's less-advanced H800 chips".
#pragma once

#include "core/units/quantity.h"
#include "core/units/unit_words.h"

#include <optional>
#include <string_view>

namespace assay {

struct PhraseUnit {
    std::size_t end = 0;
    std::string unit;           ///< empty: none found, end is where the number ended
    std::optional<Bound> bound; ///< of "or so", "or more" between number and unit
    int power = 0;              ///< of ten that one of what is written is in the unit
};

/// 장, 개, 枚, 基, 块: the word that Korean, Chinese and Japanese put behind the number of things.
bool isClassifier(char32_t c);

/// Behind a classifier with its particle at i (块, 기의, 基の); i itself without one.
std::size_t classifierEnd(std::u32string_view text, std::size_t i);

PhraseUnit scanPhraseUnit(std::u32string_view text, std::size_t i, std::string_view language);

} // namespace assay

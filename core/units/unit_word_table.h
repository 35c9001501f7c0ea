// The words and signs that texts use for units, in alphabets and in Korean, Chinese and Japanese. A table only: the
// look-up is unit_words'.
#pragma once

#include <span>
#include <string_view>

namespace assay {

struct UnitWords {
    std::u32string_view words; ///< separated by '|', lower case where they are ASCII; plurals in s are found too
    std::string_view unit;
    int power = 0; ///< of ten that one of it is in the unit: a cent is -2
};

struct CurrencySign {
    std::u32string_view sign;
    std::string_view unit;
};

std::span<const UnitWords> unitWords();    ///< in alphabets
std::span<const UnitWords> cjkUnitWords(); ///< Korean, Chinese, Japanese

/// Signs and codes before a number, longest first. A bare $ is a US dollar; the yen sign is decided by language.
std::span<const CurrencySign> currencySigns();
std::span<const CurrencySign> cjkCurrencySigns(); ///< where no number that it may belong to stands before it

} // namespace assay

// Words of running text that name a unit: "dollars", "GPU-hours", "graphics processing units", "H100s". A table with
// look-up by longest match; knows no number.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace assay {

struct UnitMatch {
    std::size_t end = 0; ///< code points
    std::string unit;    ///< unit text
    int power = 0;       ///< of ten that one of what is written is in the unit: a cent is -2
};

/// A currency sign or code that stands before a number: "$", "US$", "KRW ". A bare W is not among them.
std::optional<UnitMatch> scanCurrencyBefore(std::u32string_view text, std::size_t i, std::string_view language);

/// A chip's name at i ("H800", "RTX 4090", "A100s"); no letter or digit may follow.
std::optional<UnitMatch> scanChip(std::u32string_view text, std::size_t i);

/// One unit word or symbol at i: "hours", "kW", "dollars", "원". Not a product, not a rate.
std::optional<UnitMatch> scanUnitWord(std::u32string_view text, std::size_t i, std::string_view language);

/// A whole unit at i: "H800*h", "USD/(GPU*h)", "GPU-hours", "per GPU-hour". What an input box and a text both allow
/// directly behind a number. Spaces before it are skipped.
std::optional<UnitMatch> scanUnit(std::u32string_view text, std::size_t i, std::string_view language);

/// numerator with what it is per, behind it: USD and " per GPU-hour" give USD/(GPU*h). numerator when nothing follows.
UnitMatch scanRate(std::u32string_view text, UnitMatch numerator, std::string_view language);

} // namespace assay

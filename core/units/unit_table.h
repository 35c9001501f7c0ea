// The names a unit may be built of: bases, named units, SI prefixes, chips. A table only: it reads nothing.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace assay {

/// Which SI prefixes may stand before a name ("kW" is usual, "kUSD" is not).
enum class Prefixes : std::uint8_t { none, large, small, all };

struct NamedUnit {
    std::string_view name;
    double scale;           ///< what 1 of it is in the product of bases
    std::string_view bases; ///< space-separated bases with exponents ("W s", "s"); empty = dimensionless
    Prefixes prefixes;
    std::string_view meaning; ///< for `assay list units`
};

/// A chip is a kind of GPU. `names` are the spellings met in running text, separated by '|'; the id is one of a unit.
struct Chip {
    std::string_view id;
    std::string_view names;
};

struct Prefix {
    std::string_view symbol;
    double factor;
};

std::span<const NamedUnit> namedUnits();
std::span<const NamedUnit> currencies(); ///< the first rows of namedUnits()
std::span<const Chip> chips();
std::span<const Prefix> largePrefixes();
std::span<const Prefix> smallPrefixes();

} // namespace assay

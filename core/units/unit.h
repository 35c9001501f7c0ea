// Units at run time: dimension and kind. USD is not KRW, H800*h is not A100*h. (command-line contract, "Units")
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace assay {

/// One base of a unit with its exponent: "USD", "GPU", "H800" (a kind of GPU), "token", "parameter", "FLOP", "s", "W",
/// "B", "kg".
struct UnitFactor {
    std::string base;
    int exponent = 0;
    auto operator<=>(const UnitFactor&) const = default;
};

/// A product of bases. Values are held in base units; scale is what 1 of this unit is in them (h: 3600, %: 0.01).
struct Unit {
    double scale = 1;
    std::vector<UnitFactor> factors; ///< sorted by base, no zero exponents; empty = dimensionless
    bool operator==(const Unit&) const = default;
};

/// Reads "USD/(H800*h)", "GPU*h", "PFLOP/s", "%", "1". Errors: unitUnknown (name), unitSyntax (column, 1-based),
/// chipsMixed.
Result<Unit> parseUnit(std::string_view text);

/// Canonical text of a unit in base factors ("H800*s"); for printing in a declared unit keep the declared text.
std::string unitText(const Unit& unit);

Unit multiply(const Unit& a, const Unit& b);
Unit divide(const Unit& a, const Unit& b);
Unit power(const Unit& a, int exponent);

/// Same bases and exponents; the scale may differ.
bool sameDimension(const Unit& a, const Unit& b);

/// A value in this unit to base units and back; rounds once, so that 35 % is 0.35.
double toBase(double value, const Unit& unit);
double fromBase(double value, const Unit& unit);

/// True for a currency's code.
bool isCurrency(std::string_view base);

/// True for a chip id of the catalogue (H800, A100, ...): a kind of GPU.
bool isChip(std::string_view base);

/// The chip in the unit, or empty ("H800" for H800*h). A unit holds at most one.
std::string chipOf(const Unit& unit);

/// The unit with the placeholder GPU replaced by chip (unchanged when chip is empty).
Unit bindChip(const Unit& unit, std::string_view chip);
std::string bindChip(std::string_view unitText, std::string_view chip);

/// The unit with every chip as the placeholder GPU: what an attribute's unit and a claim's of any chip have in common.
Unit withoutChip(const Unit& unit);

} // namespace assay

// Algebra and canonical text of units, and the chips in them. Reads no text: parse_unit.cpp does.
#include "core/units/unit.h"

#include "core/units/unit_table.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace assay {

namespace {

void addFactor(std::vector<UnitFactor>& factors, const UnitFactor& added) {
    const auto place = std::lower_bound(factors.begin(), factors.end(), added.base,
                                        [](const UnitFactor& f, const std::string& base) { return f.base < base; });
    if (place == factors.end() || place->base != added.base) {
        if (added.exponent != 0)
            factors.insert(place, added);
        return;
    }
    place->exponent += added.exponent;
    if (place->exponent == 0)
        factors.erase(place);
}

std::string factorsText(const std::vector<UnitFactor>& factors) {
    std::string text;
    for (const UnitFactor& factor : factors) {
        text += text.empty() ? "" : "*";
        text += factor.base;
        if (std::abs(factor.exponent) != 1)
            text += "^" + std::to_string(std::abs(factor.exponent));
    }
    return text;
}

/// 1 / scale when that is a whole number: dividing by it rounds once, multiplying by 0.01 twice.
double wholeInverse(double scale) {
    if (scale >= 1 || scale <= 0)
        return 0;
    const double inverse = 1 / scale;
    const double whole = std::round(inverse);
    return std::abs(inverse - whole) <= 4e-16 * whole ? whole : 0;
}

bool isNameCharacter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return std::isalnum(byte) != 0 || c == '_';
}

} // namespace

std::string unitText(const Unit& unit) {
    std::vector<UnitFactor> above, below;
    for (const UnitFactor& factor : unit.factors)
        (factor.exponent > 0 ? above : below).push_back(factor);
    const std::string top = above.empty() ? "1" : factorsText(above);
    if (below.empty())
        return top;
    const std::string bottom = factorsText(below);
    return top + "/" + (below.size() > 1 ? "(" + bottom + ")" : bottom);
}

Unit multiply(const Unit& a, const Unit& b) {
    Unit product{a.scale * b.scale, a.factors};
    for (const UnitFactor& factor : b.factors)
        addFactor(product.factors, factor);
    return product;
}

Unit divide(const Unit& a, const Unit& b) {
    Unit quotient{a.scale / b.scale, a.factors};
    for (const UnitFactor& factor : b.factors)
        addFactor(quotient.factors, UnitFactor{factor.base, -factor.exponent});
    return quotient;
}

Unit power(const Unit& a, int exponent) {
    Unit result;
    for (int i = 0; i < std::abs(exponent); ++i)
        result = exponent > 0 ? multiply(result, a) : divide(result, a);
    return result;
}

bool sameDimension(const Unit& a, const Unit& b) { return a.factors == b.factors; }

double toBase(double value, const Unit& unit) {
    const double inverse = wholeInverse(unit.scale);
    return inverse > 0 ? value / inverse : value * unit.scale;
}

double fromBase(double value, const Unit& unit) {
    const double inverse = wholeInverse(unit.scale);
    return inverse > 0 ? value * inverse : value / unit.scale;
}

bool isCurrency(std::string_view base) {
    const auto all = currencies();
    return std::any_of(all.begin(), all.end(), [&](const NamedUnit& currency) { return currency.name == base; });
}

bool isChip(std::string_view base) {
    const auto all = chips();
    return std::any_of(all.begin(), all.end(), [&](const Chip& chip) { return chip.id == base; });
}

std::string chipOf(const Unit& unit) {
    for (const UnitFactor& factor : unit.factors)
        if (isChip(factor.base))
            return factor.base;
    return {};
}

Unit bindChip(const Unit& unit, std::string_view chip) {
    if (chip.empty())
        return unit;
    Unit bound{unit.scale, {}};
    for (const UnitFactor& factor : unit.factors)
        addFactor(bound.factors, UnitFactor{factor.base == "GPU" ? std::string(chip) : factor.base, factor.exponent});
    return bound;
}

Unit withoutChip(const Unit& unit) {
    Unit generic{unit.scale, {}};
    for (const UnitFactor& factor : unit.factors)
        addFactor(generic.factors, UnitFactor{isChip(factor.base) ? "GPU" : factor.base, factor.exponent});
    return generic;
}

std::string bindChip(std::string_view unitText, std::string_view chip) {
    std::string bound;
    for (std::size_t i = 0; i < unitText.size();) {
        std::size_t end = i;
        while (end < unitText.size() && isNameCharacter(unitText[end]))
            ++end;
        const std::string_view name = unitText.substr(i, end - i);
        bound += name == "GPU" && !chip.empty() ? chip : name;
        if (end < unitText.size())
            bound += unitText[end++];
        i = end;
    }
    return bound;
}

} // namespace assay

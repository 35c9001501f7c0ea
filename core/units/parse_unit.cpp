// Reads unit text: unit := factor (('*'|'/') factor)*, factor := name ['^' integer] | '(' unit ')'; 1 = none.
#include "core/units/unit.h"

#include "core/units/unit_table.h"

#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <optional>

namespace assay {

namespace {

constexpr int deepest = 32;                  // nested brackets: far above any unit, far below the stack
constexpr int largestExponent = 99;          // no physical unit comes near it
constexpr std::string_view dot = "\xC2\xB7"; // U+00B7, as in GPU·h

bool allows(Prefixes allowed, Prefixes wanted) { return allowed == wanted || allowed == Prefixes::all; }

Unit unitOfRow(const NamedUnit& row) {
    Unit unit;
    for (std::string_view rest = row.bases; !rest.empty();) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        unit = multiply(unit, Unit{1, {UnitFactor{std::string(rest.substr(0, end)), 1}}});
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    unit.scale = row.scale;
    return unit;
}

std::optional<Unit> prefixedUnit(std::string_view name, std::span<const Prefix> prefixes, Prefixes kind) {
    for (const Prefix& prefix : prefixes) {
        if (!name.starts_with(prefix.symbol))
            continue;
        for (const NamedUnit& row : namedUnits())
            if (allows(row.prefixes, kind) && row.name == name.substr(prefix.symbol.size())) {
                Unit unit = unitOfRow(row);
                unit.scale *= prefix.factor;
                return unit;
            }
    }
    return std::nullopt;
}

std::optional<Unit> unitOfName(std::string_view name) {
    if (name == "1")
        return Unit{};
    for (const NamedUnit& row : namedUnits())
        if (row.name == name)
            return unitOfRow(row);
    if (isChip(name))
        return Unit{1, {UnitFactor{std::string(name), 1}}};
    if (auto unit = prefixedUnit(name, largePrefixes(), Prefixes::large))
        return unit;
    return prefixedUnit(name, smallPrefixes(), Prefixes::small);
}

class UnitParser {
public:
    explicit UnitParser(std::string_view text) : m_text(text) {}

    Result<Unit> whole() {
        Result<Unit> unit = product(0);
        if (!unit)
            return unit;
        if (skipSpace(); m_at < m_text.size())
            return syntax();
        return unit;
    }

private:
    Result<Unit> product(int depth) {
        Result<Unit> left = factor(depth);
        while (left) {
            const char sign = nextOperator();
            if (sign == 0)
                return left;
            Result<Unit> right = factor(depth);
            if (!right)
                return right;
            const std::string first = chipOf(*left), second = chipOf(*right);
            if (!first.empty() && !second.empty() && first != second)
                return Error(ErrorCode::chipsMixed, std::string(m_text), {first, second});
            left = bounded(sign == '*' ? multiply(*left, *right) : divide(*left, *right));
        }
        return left;
    }

    Result<Unit> factor(int depth) {
        skipSpace();
        if (depth > deepest)
            return syntax();
        if (take('(')) {
            Result<Unit> inner = product(depth + 1);
            if (!inner)
                return inner;
            if (skipSpace(); !take(')'))
                return syntax();
            return raised(*inner);
        }
        const std::size_t start = m_at;
        if (!take('%') && !take('1') && !nextIsDigit())
            while (m_at < m_text.size() && isNameByte(m_text[m_at]))
                ++m_at;
        if (m_at == start)
            return syntax();
        const std::string_view name = m_text.substr(start, m_at - start);
        const auto unit = unitOfName(name);
        if (!unit)
            return Error(ErrorCode::unitUnknown, std::string(m_text), {std::string(name)});
        return raised(*unit);
    }

    Result<Unit> raised(const Unit& unit) {
        skipSpace();
        if (!take('^'))
            return unit;
        skipSpace();
        int exponent = 0;
        const auto read = std::from_chars(m_text.data() + m_at, m_text.data() + m_text.size(), exponent);
        if (read.ec != std::errc() || exponent > largestExponent || exponent < -largestExponent)
            return syntax();
        m_at = static_cast<std::size_t>(read.ptr - m_text.data());
        return bounded(power(unit, exponent));
    }

    /// A unit that its canonical text can hold, of a scale that is a number: exponents grow by products and brackets
    /// too.
    Result<Unit> bounded(Unit unit) const {
        for (const UnitFactor& factor : unit.factors)
            if (std::abs(factor.exponent) > largestExponent)
                return syntax();
        if (!std::isnormal(unit.scale))
            return syntax();
        return unit;
    }

    char nextOperator() {
        skipSpace();
        if (take('/'))
            return '/';
        if (take('*'))
            return '*';
        if (m_text.substr(m_at).starts_with(dot)) {
            m_at += dot.size();
            return '*';
        }
        return 0;
    }

    static bool isNameByte(char c) {
        const auto byte = static_cast<unsigned char>(c);
        return c == '_' || (byte < 0x80 && std::isalnum(byte) != 0);
    }
    bool nextIsDigit() const { return m_at < m_text.size() && m_text[m_at] >= '0' && m_text[m_at] <= '9'; }
    bool take(char wanted) {
        if (m_at >= m_text.size() || m_text[m_at] != wanted)
            return false;
        ++m_at;
        return true;
    }
    void skipSpace() {
        while (m_at < m_text.size() && m_text[m_at] == ' ')
            ++m_at;
    }
    Error syntax() const { return Error(ErrorCode::unitSyntax, std::string(m_text), {std::to_string(m_at + 1)}); }

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

Result<Unit> parseUnit(std::string_view text) { return UnitParser(text).whole(); }

} // namespace assay

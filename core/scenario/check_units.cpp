// One rule an operation; an error quotes both terms as typed, each with its unit.
#include "core/scenario/check_units.h"

#include <cmath>
#include <optional>

namespace assay {
namespace {

constexpr std::size_t longestQuote = 60; ///< bytes of a term quoted in an error

struct Term {
    Unit unit;
    std::optional<double> constant; ///< value of an expression of literals
    bool isZero() const { return constant && *constant == 0 && unit.factors.empty(); }
};

/// A literal 0 is zero of everything: max(x, 0) and if(c, x, 0) need no unit.
bool fit(const Term& a, const Term& b) { return sameDimension(a.unit, b.unit) || a.isZero() || b.isZero(); }

const Unit& unitOfBoth(const Term& a, const Term& b) { return a.isZero() ? b.unit : a.unit; }

class UnitChecker {
public:
    UnitChecker(const CompiledFormula& formula, const std::vector<Unit>& variableUnits)
        : m_formula(formula),
          m_variableUnits(variableUnits) {}

    Result<Unit> whole() {
        for (std::size_t i = 0; i < nodes().size(); ++i) {
            Result<Term> term = termOf(nodes()[i], m_formula.variables[i]);
            if (!term)
                return term.error();
            m_terms.push_back(std::move(*term));
        }
        return m_terms.back().unit;
    }

private:
    const std::vector<Node>& nodes() const { return m_formula.expression.nodes; }
    const Term& operand(const Node& node, std::size_t i) const {
        return m_terms[static_cast<std::size_t>(node.operands[i])];
    }

    std::string quoted(int index) const {
        const Node& node = nodes()[static_cast<std::size_t>(index)];
        std::string words = m_formula.expression.text.substr(node.start, node.end - node.start);
        if (words.size() > longestQuote)
            words = words.substr(0, longestQuote) + "...";
        return words + " [" + unitText(m_terms[static_cast<std::size_t>(index)].unit) + "]";
    }

    Error mismatch(std::string first, std::string second, std::size_t mark) const {
        return Error(ErrorCode::formulaUnits, {},
                     {std::move(first), std::move(second), columnText(m_formula.expression.text, mark)});
    }

    Result<Term> equalDimensions(const Node& node, std::size_t first, std::size_t second) const {
        const Term &a = operand(node, first), &b = operand(node, second);
        if (!fit(a, b))
            return mismatch(quoted(node.operands[first]), quoted(node.operands[second]), node.mark);
        return Term{unitOfBoth(a, b), std::nullopt};
    }

    Result<Term> plainNumber(const Node& node) const {
        if (!operand(node, 0).unit.factors.empty())
            return mismatch(quoted(node.operands[0]), "a plain number [1]", node.mark);
        return Term{};
    }

    Result<Term> root(const Node& node) const {
        Unit half;
        for (const UnitFactor& factor : operand(node, 0).unit.factors) {
            if (factor.exponent % 2 != 0)
                return mismatch(quoted(node.operands[0]), "the square of a unit", node.mark);
            half = multiply(half, power(Unit{1, {UnitFactor{factor.base, 1}}}, factor.exponent / 2));
        }
        return Term{half, std::nullopt};
    }

    Result<Term> raised(const Node& node) const {
        const Term &base = operand(node, 0), &exponent = operand(node, 1);
        if (!exponent.unit.factors.empty())
            return mismatch(quoted(node.operands[1]), "a plain number as exponent [1]", node.mark);
        if (base.unit.factors.empty())
            return Term{};
        constexpr double largest = 20; // beyond, no unit means anything
        if (!exponent.constant || *exponent.constant != std::floor(*exponent.constant)
            || std::abs(*exponent.constant) > largest)
            return mismatch(quoted(node.operands[0]), "a whole number as exponent, not " + quoted(node.operands[1]),
                            node.mark);
        return Term{power(base.unit, static_cast<int>(*exponent.constant)), std::nullopt};
    }

    Result<Term> converted(const Node& node) const {
        const Result<Unit> wanted = parseUnit(node.word);
        if (!wanted)
            return wanted.error();
        if (!sameDimension(operand(node, 0).unit, *wanted))
            return mismatch(quoted(node.operands[0]), node.word + " [" + unitText(*wanted) + "]", node.mark);
        return Term{*wanted, std::nullopt};
    }

    Term arithmetic(const Node& node, Unit unit) const {
        const Term &a = operand(node, 0), &b = operand(node, 1);
        if (!a.constant || !b.constant)
            return Term{std::move(unit), std::nullopt};
        switch (node.operation) {
        case Operation::add: return Term{std::move(unit), *a.constant + *b.constant};
        case Operation::subtract: return Term{std::move(unit), *a.constant - *b.constant};
        case Operation::multiply: return Term{std::move(unit), *a.constant * *b.constant};
        default: return Term{std::move(unit), *a.constant / *b.constant};
        }
    }

    Result<Term> termOf(const Node& node, int variable) const {
        switch (node.operation) {
        case Operation::number: return Term{Unit{}, node.number};
        case Operation::name: return Term{m_variableUnits[static_cast<std::size_t>(variable)], std::nullopt};
        case Operation::convert: return converted(node);
        case Operation::negate: {
            const Term& term = operand(node, 0);
            return Term{term.unit, term.constant ? std::optional(-*term.constant) : std::nullopt};
        }
        case Operation::absolute: return Term{operand(node, 0).unit, std::nullopt};
        case Operation::multiply: return arithmetic(node, multiply(operand(node, 0).unit, operand(node, 1).unit));
        case Operation::divide: return arithmetic(node, divide(operand(node, 0).unit, operand(node, 1).unit));
        case Operation::power: return raised(node);
        case Operation::squareRoot: return root(node);
        default: return joinedTerm(node);
        }
    }

    Result<Term> joinedTerm(const Node& node) const {
        switch (node.operation) {
        case Operation::exponential:
        case Operation::naturalLog:
        case Operation::decimalLog:
        case Operation::sine:
        case Operation::cosine: return plainNumber(node);
        case Operation::choose:
            if (const Result<Term> condition = plainNumber(node); !condition)
                return condition;
            return equalDimensions(node, 1, 2);
        case Operation::clamp:
            if (const Result<Term> low = equalDimensions(node, 0, 1); !low)
                return low;
            if (const Result<Term> ends = equalDimensions(node, 1, 2); !ends)
                return ends;
            return equalDimensions(node, 0, 2);
        case Operation::add:
        case Operation::subtract: {
            Result<Term> sum = equalDimensions(node, 0, 1);
            return sum ? Result<Term>(arithmetic(node, sum->unit)) : sum;
        }
        case Operation::minimum:
        case Operation::maximum: return equalDimensions(node, 0, 1);
        default: // comparisons
            if (const Result<Term> compared = equalDimensions(node, 0, 1); !compared)
                return compared;
            return Term{};
        }
    }

    const CompiledFormula& m_formula;
    const std::vector<Unit>& m_variableUnits;
    std::vector<Term> m_terms;
};

} // namespace

Result<Unit> unitOfFormula(const CompiledFormula& formula, const std::vector<Unit>& variableUnits) {
    return UnitChecker(formula, variableUnits).whole();
}

} // namespace assay

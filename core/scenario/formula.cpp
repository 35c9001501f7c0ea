// A parser by recursive descent whose depth is counted. From loose to tight:
// comparison (< <= > >= == !=, not chained), "in UNIT", + -, * /, sign, ^ (right to left), brackets.
#include "core/scenario/formula.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <span>

namespace assay {
namespace {

struct Function {
    std::string_view name;
    Operation operation;
    int least; ///< arguments
    int most;  ///< -1: any number, folded from the left
};

constexpr std::array functions{
    Function{"min", Operation::minimum, 1, -1},    Function{"max", Operation::maximum, 1, -1},
    Function{"sum", Operation::add, 1, -1},        Function{"abs", Operation::absolute, 1, 1},
    Function{"sqrt", Operation::squareRoot, 1, 1}, Function{"exp", Operation::exponential, 1, 1},
    Function{"ln", Operation::naturalLog, 1, 1},   Function{"log10", Operation::decimalLog, 1, 1},
    Function{"sin", Operation::sine, 1, 1},        Function{"cos", Operation::cosine, 1, 1},
    Function{"if", Operation::choose, 3, 3},       Function{"clamp", Operation::clamp, 3, 3},
};

struct Sign {
    std::string_view text;
    Operation operation;
};

constexpr std::array comparisons{Sign{"<=", Operation::lessEqual}, Sign{">=", Operation::greaterEqual},
                                 Sign{"==", Operation::equal},     Sign{"!=", Operation::notEqual},
                                 Sign{"<", Operation::less},       Sign{">", Operation::greater},
                                 Sign{"=", Operation::equal}};
constexpr std::array sums{Sign{"+", Operation::add}, Sign{"-", Operation::subtract}};
constexpr std::array products{Sign{"*", Operation::multiply}, Sign{"/", Operation::divide}};

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isWordStart(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool isWord(char c) { return isWordStart(c) || isDigit(c); }

using Place = Result<int>; ///< index of a node

class FormulaParser {
public:
    explicit FormulaParser(std::string_view text) { m_expression.text = text; }

    Result<Expression> whole() {
        if (m_expression.text.size() > longestFormula)
            return expected("a formula of at most " + std::to_string(longestFormula) + " bytes", longestFormula);
        const Place result = comparison();
        if (!result)
            return result.error();
        if (skipSpace(); m_at < text().size())
            return expected("an operator or the end", m_at);
        return std::move(m_expression);
    }

private:
    std::string_view text() const { return m_expression.text; }
    Error expected(std::string what, std::size_t byte) const {
        return Error(ErrorCode::formulaSyntax, {}, {std::move(what), columnText(text(), byte)});
    }

    void skipSpace() {
        while (m_at < text().size()
               && (text()[m_at] == ' ' || text()[m_at] == '\t' || text()[m_at] == '\n' || text()[m_at] == '\r'))
            ++m_at;
    }

    bool take(std::string_view sign) {
        skipSpace();
        if (!text().substr(m_at).starts_with(sign))
            return false;
        m_at += sign.size();
        return true;
    }

    const Sign* takeOne(std::span<const Sign> signs) {
        for (const Sign& sign : signs)
            if (take(sign.text))
                return &sign;
        return nullptr;
    }

    std::string_view peekWord() {
        skipSpace();
        std::size_t end = m_at;
        if (end < text().size() && isWordStart(text()[end]))
            while (end < text().size() && isWord(text()[end]))
                ++end;
        return text().substr(m_at, end - m_at);
    }

    int push(Node node) {
        m_expression.nodes.push_back(std::move(node));
        return static_cast<int>(m_expression.nodes.size()) - 1;
    }

    int join(Operation operation, int left, int right, std::size_t mark) {
        const Node& l = m_expression.nodes[static_cast<std::size_t>(left)];
        const Node& r = m_expression.nodes[static_cast<std::size_t>(right)];
        return push(Node{operation, {left, right, -1}, 0, {}, l.start, r.end, mark});
    }

    Place comparison() {
        const Place left = conversion();
        if (!left)
            return left;
        skipSpace();
        const std::size_t mark = m_at;
        const Sign* sign = takeOne(comparisons);
        if (sign == nullptr)
            return left;
        const Place right = conversion();
        if (!right)
            return right;
        skipSpace();
        const std::size_t after = m_at;
        if (takeOne(comparisons) != nullptr)
            return expected("one comparison only", after);
        return join(sign->operation, *left, *right, mark);
    }

    Place conversion() {
        Place value = chain(sums);
        while (value && peekWord() == "in") {
            const std::size_t mark = m_at;
            m_at += 2;
            const std::size_t start = (skipSpace(), m_at);
            if (const std::optional<Error> error = skipUnit(0))
                return *error;
            const std::size_t first = node(*value).start;
            value = push(Node{Operation::convert,
                              {*value, -1, -1},
                              0,
                              std::string(text().substr(start, m_at - start)),
                              first,
                              m_at,
                              mark});
        }
        return value;
    }

    /// unit := factor (('*'|'/') factor)*, factor := name ['^' integer] | '(' unit ')'; the names are checked with the
    /// units.
    std::optional<Error> skipUnit(int depth) {
        if (depth > deepestFormula)
            return expected("at most " + std::to_string(deepestFormula) + " levels of brackets", m_at);
        do {
            if (take("(")) {
                if (const std::optional<Error> error = skipUnit(depth + 1))
                    return error;
                if (!take(")"))
                    return expected(")", m_at);
            } else if (!take("%") && !take("1")) {
                const std::string_view name = peekWord();
                if (name.empty())
                    return expected("a unit", m_at);
                m_at += name.size();
            }
            if (take("^")) {
                take("-");
                const std::size_t digits = m_at;
                while (m_at < text().size() && isDigit(text()[m_at]))
                    ++m_at;
                if (m_at == digits)
                    return expected("an integer", m_at);
            }
        } while (take("*") || take("/"));
        return std::nullopt;
    }

    Place chain(std::span<const Sign> signs) {
        const bool summing = signs.data() == sums.data();
        Place left = summing ? chain(products) : signedTerm();
        while (left) {
            skipSpace();
            const std::size_t mark = m_at;
            const Sign* sign = takeOne(signs);
            if (sign == nullptr)
                break;
            const Place right = summing ? chain(products) : signedTerm();
            if (!right)
                return right;
            left = join(sign->operation, *left, *right, mark);
        }
        return left;
    }

    Place signedTerm() {
        skipSpace();
        const std::size_t mark = m_at;
        if (take("+") || take("-")) {
            const bool minus = text()[mark] == '-';
            if (++m_depth > deepestFormula)
                return expected("at most " + std::to_string(deepestFormula) + " levels", mark);
            const Place inner = signedTerm();
            --m_depth;
            if (!inner || !minus)
                return inner;
            return push(Node{Operation::negate, {*inner, -1, -1}, 0, {}, mark, node(*inner).end, mark});
        }
        return powers();
    }

    Place powers() {
        const Place base = primary();
        if (!base)
            return base;
        skipSpace();
        const std::size_t mark = m_at;
        if (!take("^"))
            return base;
        if (++m_depth > deepestFormula)
            return expected("at most " + std::to_string(deepestFormula) + " levels", mark);
        const Place exponent = signedTerm();
        --m_depth;
        if (!exponent)
            return exponent;
        return join(Operation::power, *base, *exponent, mark);
    }

    Place primary() {
        skipSpace();
        const std::size_t start = m_at;
        if (take("("))
            return bracket(start);
        if (m_at < text().size() && (isDigit(text()[m_at]) || text()[m_at] == '.'))
            return number();
        const std::string_view word = peekWord();
        if (word.empty() || word == "in")
            return expected("a number, a name or (", start);
        m_at += word.size();
        if (take("("))
            return call(word, start);
        return push(Node{Operation::name, {-1, -1, -1}, 0, std::string(word), start, start + word.size(), start});
    }

    Place bracket(std::size_t start) {
        if (++m_depth > deepestFormula)
            return expected("at most " + std::to_string(deepestFormula) + " levels of brackets", start);
        const Place inner = comparison();
        --m_depth;
        if (!inner)
            return inner;
        if (!take(")"))
            return expected(")", m_at);
        Node& whole = m_expression.nodes[static_cast<std::size_t>(*inner)];
        whole.start = start;
        whole.end = m_at;
        return inner;
    }

    Place number() {
        Node literal{Operation::number, {-1, -1, -1}, 0, {}, m_at, m_at, m_at};
        const char* first = text().data() + m_at;
        const auto [end, problem] = std::from_chars(first, text().data() + text().size(), literal.number);
        if (problem != std::errc{})
            return expected("a number that can be held", m_at);
        m_at += static_cast<std::size_t>(end - first);
        if (m_at < text().size() && (isWord(text()[m_at]) || text()[m_at] == '.'))
            return expected("an operator after the number", m_at);
        literal.end = m_at;
        return push(std::move(literal));
    }

    Place call(std::string_view name, std::size_t start) {
        const auto* const function =
            std::find_if(functions.begin(), functions.end(), [name](const Function& f) { return f.name == name; });
        if (function == functions.end())
            return Error(ErrorCode::formulaUnknown, {}, {std::string(name), columnText(text(), start)});
        if (++m_depth > deepestFormula)
            return expected("at most " + std::to_string(deepestFormula) + " levels of brackets", start);
        std::vector<int> arguments;
        do {
            const Place argument = comparison();
            if (!argument)
                return argument;
            arguments.push_back(*argument);
            if (function->most >= 0 && arguments.size() > static_cast<std::size_t>(function->most))
                return expected(std::to_string(function->most) + " argument(s) of " + std::string(name),
                                node(*argument).start);
        } while (take(","));
        --m_depth;
        if (arguments.size() < static_cast<std::size_t>(function->least))
            return expected(std::to_string(function->least) + " argument(s) of " + std::string(name), m_at);
        if (!take(")"))
            return expected(", or )", m_at);
        return apply(*function, arguments, start);
    }

    Place apply(const Function& function, const std::vector<int>& arguments, std::size_t start) {
        if (function.most < 0) {
            int folded = arguments.front();
            for (std::size_t i = 1; i < arguments.size(); ++i)
                folded = join(function.operation, folded, arguments[i], node(arguments[i]).start);
            m_expression.nodes[static_cast<std::size_t>(folded)].end = m_at;
            return folded;
        }
        Node node{function.operation, {-1, -1, -1}, 0, {}, start, m_at, start};
        std::copy(arguments.begin(), arguments.end(), node.operands.begin());
        return push(std::move(node));
    }

    const Node& node(int index) const { return m_expression.nodes[static_cast<std::size_t>(index)]; }

    Expression m_expression;
    std::size_t m_at = 0;
    int m_depth = 0;
};

} // namespace

std::string columnText(std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, std::min(byte, text.size()));
    return std::to_string(codePointCount(before) + 1);
}

bool isVariableName(std::string_view name) {
    if (name.empty() || !isWordStart(name.front()) || !std::all_of(name.begin(), name.end(), isWord) || name == "in")
        return false;
    return std::none_of(functions.begin(), functions.end(), [name](const Function& f) { return f.name == name; });
}

Result<Expression> parseFormula(std::string_view text) {
    if (!isUtf8(text))
        return Error(ErrorCode::formulaSyntax, {}, {"UTF-8 text", columnText(text, validUtf8Prefix(text))});
    return FormulaParser(text).whole();
}

} // namespace assay

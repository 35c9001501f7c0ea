// Formula text -> expression, a flat list of operations in which operands come before their operation, so that no later
// pass needs recursion however long the formula is. Knows no units and no model.
#pragma once

#include "core/base/result.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

enum class Operation {
    number,
    name,
    negate,
    add,
    subtract,
    multiply,
    divide,
    power,
    less,
    lessEqual,
    greater,
    greaterEqual,
    equal,
    notEqual,
    minimum,
    maximum,
    absolute,
    squareRoot,
    exponential,
    naturalLog,
    decimalLog,
    sine,
    cosine,
    choose,  ///< if(c, a, b)
    clamp,   ///< clamp(x, low, high)
    convert, ///< x in UNIT
};

inline constexpr std::size_t longestFormula = 20000; ///< bytes
inline constexpr int deepestFormula = 100;           ///< nested brackets, signs and powers

struct Node {
    Operation operation = Operation::number;
    std::array<int, 3> operands{-1, -1, -1}; ///< indices of earlier nodes; -1 = none
    double number = 0;                       ///< Operation::number
    std::string word;                        ///< Operation::name: the variable; Operation::convert: the unit text
    std::size_t start = 0;                   ///< the node's words: bytes [start, end) of the text
    std::size_t end = 0;
    std::size_t mark = 0; ///< byte of the operator, or of the word itself: what an error points at
};

struct Expression {
    std::string text;
    std::vector<Node> nodes; ///< the last one is the result
};

/// Errors: formulaSyntax (what was expected, column), formulaUnknown (function name, column). Columns count code points
/// from 1.
Result<Expression> parseFormula(std::string_view text);

/// The column of a byte of the text.
std::string columnText(std::string_view text, std::size_t byte);

/// May an input or a formula be called so: a letter or _, then letters, digits and _; no function's name, not "in".
bool isVariableName(std::string_view name);

} // namespace assay

// Searching a text by a regular expression, in bounded time. ICU's engine: its letters, digits and word boundaries are
// Unicode's, and it asks while it works whether to go on, so that no expression can hang the program.
#pragma once

#include "core/source/text_hits.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <stop_token>
#include <string_view>

namespace assay {

/// Why an expression cannot be read.
enum class ExpressionFault {
    parenthesis, ///< one is not closed or not opened
    bracket,     ///< a set of characters is not closed
    escape,      ///< an escape that means nothing
    property,    ///< an unknown class of characters
    repetition,  ///< numbers in braces that make no sense
    lookBehind,  ///< it has no greatest length
    reference,   ///< to a group that is not there
    tooLong,
    syntax ///< anything else
};

struct BadExpression {
    ExpressionFault fault{};
    std::size_t column = 0; ///< code point of the expression at which reading stopped, from 1
    bool operator==(const BadExpression&) const = default;
};

/// None: the expression can be searched for.
std::optional<BadExpression> faultOf(std::string_view expression);

inline constexpr std::chrono::milliseconds expressionPatience{2000};

/// Every match in order, case not counted, empty ones skipped. It is searched block by block: a match does not go
/// beyond its line, nor beyond longestBlock code points of a longer one. A bad expression matches nothing.
TextHits findExpression(std::string_view text, std::string_view expression, const std::stop_token& stop = {},
                        std::chrono::milliseconds patience = expressionPatience);

inline constexpr std::size_t longestBlock = 8'192; // twice the longest line that is shown as one

} // namespace assay

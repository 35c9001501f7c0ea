// ClaimFilter: what is typed into the filter of the claims table, read: words, and terms such as `subject:DeepSeek`,
// `value>5M`, `-grade:F`. Knows no claim.
#pragma once

#include "core/base/result.h"
#include "core/units/quantity.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assay {

/// What a term looks at; `any`: all words of the row.
enum class FilterKey {
    any,
    id,
    subject,
    attribute,
    statement,
    text, ///< the quantity as written
    unit,
    bound,
    asOf,
    scope,
    originator,
    chain,
    source,
    grade,
    link,
    scenario,
    verified,
    assessment,
    note,
    conflict, ///< yes or no
    value,
    sources,
    originators,
    links,
};

/// The word of each key in an expression, in the order of FilterKey.
inline constexpr std::array<std::string_view, 24> filterWords{
    "",         "id",         "subject",    "attribute", "statement", "text",    "unit",        "bound",
    "asof",     "scope",      "originator", "chain",     "source",    "grade",   "link",        "scenario",
    "verified", "assessment", "note",       "conflict",  "value",     "sources", "originators", "links"};

enum class FilterRelation { holds, equals, less, atMost, greater, atLeast };

struct FilterTerm {
    FilterKey key = FilterKey::any;
    FilterRelation relation = FilterRelation::holds;
    std::string text;                 ///< without its quotation marks
    bool excluded = false;            ///< "-grade:F"
    std::optional<Quantity> quantity; ///< of `value`
    std::optional<int> count;         ///< of `sources`, `originators`, `links`
    std::optional<Error> fault;       ///< why it can't be read; it chooses nothing
    std::size_t start = 0;            ///< bytes of the expression, end exclusive
    std::size_t end = 0;
    bool operator==(const FilterTerm&) const = default;
};

/// The terms in their order; all must hold. Anything can be read: an unknown key makes plain words, and a term whose
/// value is still to be typed is left out.
std::vector<FilterTerm> readFilter(std::string_view expression);

/// `attribute="training cost"`: the term that holds for exactly this text, with quotation marks where it needs them.
std::string filterTermText(FilterKey key, std::string_view text);

/// The expression without the term, or with one more.
std::string withoutTerm(std::string_view expression, const FilterTerm& term);
std::string withTerm(std::string_view expression, std::string_view term);

} // namespace assay

// Quantity: a number as a source wrote it, with what it means. (evidence: "Quantity grammar")
#pragma once

#include <optional>
#include <string>

namespace assay {

enum class Bound { equal, about, less, atMost, greater, atLeast, range, vague, unsure };

/// "=", "~", "<", "<=", ">", ">=", "range", "vague", "unsure": the words of files and command line.
std::string_view boundText(Bound bound);
std::optional<Bound> boundFromText(std::string_view text);

struct Quantity {
    std::string text;            ///< as written, e.g. "$5.6 million"
    std::optional<double> value; ///< in `unit`; none for range, vague, unsure
    std::optional<double> low;   ///< ends of the set the words stand for; none = open
    std::optional<double> high;
    Bound bound = Bound::equal;
    std::string unit; ///< unit text; "%" keeps the value as printed (20 for 20 %)
    int digits = 0;   ///< significant digits as written
    bool operator==(const Quantity&) const = default;
};

} // namespace assay

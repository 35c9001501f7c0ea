// The one reader of numbers: text -> Quantity. Running text and input boxes both go through it.
// First rule: a wrong magnitude is worse than none. (evidence: "Quantity grammar")
#pragma once

#include "core/base/result.h"
#include "core/units/quantity.h"

#include <string>
#include <string_view>
#include <vector>

namespace assay {

struct ReadOptions {
    std::string language = "en"; ///< en, ko, zh, ja; decides decimal marks and long scale
};

/// For a text whose language is known or not (empty: read as English).
inline ReadOptions readingIn(std::string_view language) {
    return language.empty() ? ReadOptions{} : ReadOptions{std::string(language)};
}

/// The text as one quantity, hedges and unit included: "about 20%", "$5.6 million", "2,000 or so", "W8.6 billion".
/// Errors: numberUnreadable, quantityUnsure (both readings).
Result<Quantity> readQuantity(std::string_view text, const ReadOptions& options = {});

struct FoundQuantity {
    std::size_t start = 0; ///< code points, end exclusive: number with currency, magnitude and unit
    std::size_t end = 0;
    Quantity quantity;
};

/// Every quantity in running text, in order, not overlapping.
std::vector<FoundQuantity> findQuantities(std::string_view text, const ReadOptions& options = {});

/// Shortest text that reads back to the same double; "2,788,000" style grouping when grouped.
enum class Grouping { none, thousands };
std::string writeNumber(double value, Grouping grouping = Grouping::none);

/// The nearest number with at most that many significant digits.
double roundToDigits(double value, int digits);

/// For people: 5576000 USD -> "$5.576M", 2788000 H800*h -> "2.788M H800*h", 20 % -> "20%". At most `digits` significant
/// digits.
std::string writeQuantity(double value, std::string_view unit, int digits = 4);

} // namespace assay

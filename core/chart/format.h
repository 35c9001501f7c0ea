// Numbers for labels: "$9.0M", "2.788M H800-hours", "22%". Honest digits, K/M/B/T or the magnitudes of the WritingIn
// that is open (number_script.h: "$900万"), no exponents a reader must decode.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace assay {

/// value with `digits` significant digits and K, M, B or T: 8,960,000 at 2 -> "9.0M". NaN: "not a number"; infinite:
/// "∞".
std::string shortNumber(double value, int digits);

/// shortNumber with its unit: "$9.0M", "2.8M H800-hours", "22%", "$2.00/GPU-hour", "0.35" for unit 1.
std::string shortQuantity(double value, std::string_view unit, int digits);

/// The same without words behind the number, where an axis title names the unit: "$9.0M", "2.8M", "22%".
std::string tickQuantity(double value, std::string_view unit, int digits);

/// How a unit reads in a sentence: "H800*h" -> "H800-hours", "USD" -> "US$", "1" -> "".
std::string unitWords(std::string_view unit);

/// Digits that tell low from high: 2 for wide intervals, up to 4 for narrow ones and for a single value.
int digitsFor(double low, double high);

/// The most digits of a value whose last one is no finer than its standard error; without an error as many as there
/// are.
int digitsSupported(double value, double standardError);

inline constexpr int allDigits = 17; ///< of a double

/// "$9.0M ($5.3M–$15M)", "−$2.0M (−$9.0M to $5.3M)"; only the middle when low and high print the same. Never more than
/// `most` digits.
std::string intervalText(double middle, double low, double high, std::string_view unit, int most = allDigits);

/// A share of samples no finer than they tell: "52%", "2.1%", "< 0.1%", "> 99.9%"; of few samples "0%" and "100%".
std::string chanceText(std::uint64_t hits, std::uint64_t samples);

/// "P(A > B) = 52%" or "P(A > B) > 99.9%" of what chanceText said, in one piece that no line breaks.
std::string chanceStatement(std::string_view event, const std::string& chance);

/// Digits the value needs, at most 4: 5,576,000 -> 4, 6,000,000 -> 1.
int digitsNeeded(double value);

/// value rounded to `digits` significant digits.
double roundTo(double value, int digits);

/// A title in a sentence: "Rental cost" -> "rental cost"; "GPU-hours" stays.
std::string lowered(std::string title);

/// The shortest decimal text that reads back to the same double.
std::string exactNumber(double value);

} // namespace assay

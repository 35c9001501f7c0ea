// The words next to a number, and what calendars say about it: for rules that tell quantities from names and dates.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace assay {

/// The word in front of i in lower case, points and commas between skipped; at most 20 letters of it.
std::string wordBefore(std::u32string_view text, std::size_t i);

/// The word behind i in lower case, spaces skipped; at most 20 letters of it.
std::string wordAfter(std::u32string_view text, std::size_t i);

/// An English month's name or its abbreviation, in lower case.
bool isMonth(const std::string& word);

/// A year that texts speak of.
constexpr bool isYear(double value) { return value >= 1800 && value < 2200; }

} // namespace assay

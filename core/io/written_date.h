// A day as pages print it: "28 January 2025", "Jan. 28, 2025", "2025.01.28 10:30", "2025年1月28日". Knows no page.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace assay {

/// The ISO date of a text that is a day of the years 1900 to 2100, a time of day behind it left out. None for anything
/// else, and for 01/02/2025, which is two days in two countries.
std::optional<std::string> writtenDate(std::string_view text);

} // namespace assay

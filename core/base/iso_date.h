// ISO 8601 dates as text, which may be shortened ("2025", "2025-01") or carry a time ("2025-01-27T16:00"). Knows no
// zone.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace assay {

/// The day of "2025-01-27" or "2025-01-27T16:00"; none for a shortened or impossible date.
std::optional<std::chrono::sys_days> calendarDay(std::string_view date);

std::string isoDay(std::chrono::sys_days day);

/// True when both can mean the same time: one is empty (not said) or begins with the other.
bool datesMeet(std::string_view a, std::string_view b);

/// True when `date` lies wholly after `other`; shortened dates are after only what ends before they begin.
bool isLater(std::string_view date, std::string_view other);

/// Saturday or Sunday: no stock exchange trades.
bool isWeekend(std::chrono::sys_days day);

/// "Sunday"
std::string_view weekdayName(std::chrono::sys_days day);

} // namespace assay

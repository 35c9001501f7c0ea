// Reads and compares ISO dates.
#include "core/base/iso_date.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace assay {

namespace {

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::string padded(unsigned value, std::size_t width) {
    const std::string digits = std::to_string(value);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
}

} // namespace

std::optional<std::chrono::sys_days> calendarDay(std::string_view date) {
    if (date.size() < 10 || date[4] != '-' || date[7] != '-' || (date.size() > 10 && date[10] != 'T'))
        return std::nullopt;
    const auto year = number(date.substr(0, 4)), month = number(date.substr(5, 2)), day = number(date.substr(8, 2));
    if (!year || !month || !day || *month < 1 || *day < 1)
        return std::nullopt;
    const std::chrono::year_month_day ymd{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                          std::chrono::day(static_cast<unsigned>(*day))};
    return ymd.ok() ? std::optional(std::chrono::sys_days(ymd)) : std::nullopt;
}

std::string isoDay(std::chrono::sys_days day) {
    const std::chrono::year_month_day ymd(day);
    return padded(static_cast<unsigned>(static_cast<int>(ymd.year())), 4) + "-"
           + padded(static_cast<unsigned>(ymd.month()), 2) + "-" + padded(static_cast<unsigned>(ymd.day()), 2);
}

bool datesMeet(std::string_view a, std::string_view b) { return a.starts_with(b) || b.starts_with(a); }

bool isLater(std::string_view date, std::string_view other) {
    const std::size_t common = std::min(date.size(), other.size());
    return date.substr(0, common) > other.substr(0, common);
}

bool isWeekend(std::chrono::sys_days day) {
    const std::chrono::weekday weekday(day);
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

std::string_view weekdayName(std::chrono::sys_days day) {
    static constexpr std::array<std::string_view, 7> names{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                           "Thursday", "Friday", "Saturday"};
    return names[std::chrono::weekday(day).c_encoding()];
}

} // namespace assay

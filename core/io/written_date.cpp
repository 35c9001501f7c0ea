// The text is taken apart into numbers, names and marks; the order of year, month and day is the form.
#include "core/io/written_date.h"

#include "core/base/iso_date.h"

#include <algorithm>
#include <array>
#include <vector>

namespace assay {
namespace {

constexpr std::size_t longest = 60; // bytes: with weekday and time

struct Part {
    enum class Kind { number, name, mark } kind = Kind::mark;
    std::string text; ///< lower case
};

constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                     "may",       "june",     "july",     "august",
                                                     "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                      "friday", "saturday", "sunday"};

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isNameByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

std::vector<Part> partsOf(std::string_view text) {
    std::vector<Part> parts;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i + 1;
        const bool isNumber = isDigit(text[i]), isWord = isNameByte(text[i]);
        while (end < text.size() && ((isNumber && isDigit(text[end])) || (isWord && isNameByte(text[end]))))
            ++end;
        std::string part(text.substr(i, end - i));
        std::transform(part.begin(), part.end(), part.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        if (part != " " && part != ",")
            parts.push_back(Part{isNumber ? Part::Kind::number
                                 : isWord ? Part::Kind::name
                                          : Part::Kind::mark,
                                 std::move(part)});
        i = end;
    }
    return parts;
}

/// "jan", "sept", "january" -> 1..12; 0: none.
template <std::size_t N>
int namedIn(const std::array<std::string_view, N>& names, std::string_view name) {
    for (std::size_t i = 0; i < N; ++i)
        if (name.size() >= 3 && names[i].starts_with(name))
            return static_cast<int>(i) + 1;
    return name == "sept" && N == 12 ? 9 : 0;
}

class Reader {
public:
    explicit Reader(std::string_view text) : m_parts(partsOf(text)) {}

    std::optional<std::string> read() {
        if (namedIn(weekdays, name()) != 0)
            skip(1);
        if (isMark("."))
            skip(1);
        const std::optional<std::string> date = length() == 4 ? yearFirst() : length() > 0 ? dayFirst() : monthFirst();
        return date && isTimeOfDay() ? date : std::nullopt;
    }

private:
    using Kind = Part::Kind;
    bool is(Kind kind) const { return m_at < m_parts.size() && m_parts[m_at].kind == kind; }
    std::string_view name() const { return is(Kind::name) ? std::string_view(m_parts[m_at].text) : std::string_view(); }
    bool isMark(std::string_view mark) const { return is(Kind::mark) && m_parts[m_at].text == mark; }
    std::size_t length() const { return is(Kind::number) ? m_parts[m_at].text.size() : 0; }
    void skip(std::size_t count) { m_at = std::min(m_at + count, m_parts.size()); }
    void skipMark() { skip(isMark(".") ? 1 : 0); }
    void skipEnding() { skip(name() == "st" || name() == "nd" || name() == "rd" || name() == "th" ? 1 : 0); }

    /// 0: none, or one of more digits.
    int number(std::size_t mostDigits) {
        if (length() == 0 || length() > mostDigits)
            return 0;
        const int value = std::stoi(m_parts[m_at].text);
        skip(1);
        return value;
    }
    /// What stands between year, month and day; the same twice, or the signs of CJK.
    bool separator(std::string_view sign, std::string_view korean, std::string& mark) {
        if (name() == sign || name() == korean) {
            skip(1);
            return true;
        }
        if (!isMark("-") && !isMark(".") && !isMark("/"))
            return false;
        const std::string found = m_parts[m_at].text;
        skip(1);
        const bool same = mark.empty() || mark == found;
        mark = found;
        return same;
    }
    std::optional<std::string> yearFirst() {
        std::string mark;
        const int year = number(4);
        if (!separator("\u5E74", "\uB144", mark))
            return std::nullopt;
        const int month = number(2);
        if (!separator("\u6708", "\uC6D4", mark))
            return std::nullopt;
        const int day = number(2);
        if (name() == "\u65E5" || name() == "\uC77C" || name() == "t" || isMark("."))
            skip(1);
        return iso(year, month, day);
    }
    std::optional<std::string> dayFirst() {
        const int day = number(2);
        skipEnding();
        const int month = namedIn(months, name());
        skip(month > 0 ? 1 : 0);
        skipMark();
        const int year = length() == 4 ? number(4) : 0;
        return iso(year, month, day);
    }
    std::optional<std::string> monthFirst() {
        const int month = namedIn(months, name());
        skip(month > 0 ? 1 : 0);
        skipMark();
        const int day = number(2);
        skipEnding();
        const int year = length() == 4 ? number(4) : 0;
        return iso(year, month, day);
    }
    static std::optional<std::string> iso(int year, int month, int day) {
        if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31)
            return std::nullopt;
        const auto two = [](int value) { return (value < 10 ? "-0" : "-") + std::to_string(value); };
        const std::string date = std::to_string(year) + two(month) + two(day);
        return calendarDay(date) ? std::optional(date) : std::nullopt;
    }
    /// Nothing, or "10:30 a.m. KST" and the like: numbers apart by colons, and few words.
    bool isTimeOfDay() {
        if (m_at == m_parts.size())
            return true;
        if (isMark("(")) // a weekday in brackets
            skip(3);
        while (name() == "at" || isMark("|") || isMark("-") || namedIn(weekdays, name()) != 0)
            skip(1);
        if (m_at == m_parts.size())
            return true;
        const int hour = length() > 0 && length() <= 2 ? std::stoi(m_parts[m_at].text) : 24;
        skip(1);
        return hour < 24 && isMark(":") && m_parts.size() - m_at <= 12;
    }

    std::vector<Part> m_parts;
    std::size_t m_at = 0;
};

} // namespace

std::optional<std::string> writtenDate(std::string_view text) {
    return text.size() > longest ? std::nullopt : Reader(text).read();
}

} // namespace assay

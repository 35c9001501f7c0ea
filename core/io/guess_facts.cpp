// Line by line: only lines that are nothing but a fact count.
#include "core/io/guess_facts.h"

#include "core/base/iso_date.h"
#include "core/base/utf8.h"
#include "core/io/written_date.h"
#include "core/source/guess_language.h"
#include "core/source/quiet_lines.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay {
namespace {

constexpr std::size_t headLines = 16;                   // that are not empty: a page's head
constexpr std::size_t footLines = 12;                   // its foot
constexpr std::size_t longestTitle = 220;               // code points
constexpr std::size_t longestFact = 120;                // bytes: a by-line or a date line
constexpr std::size_t mostHead = std::size_t{64} << 10; // bytes that are looked at

struct Line {
    std::string_view text; ///< without white space at its ends
    bool isQuiet = false;
};

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t\r\f\v";
    const std::size_t first = text.find_first_not_of(blank);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(blank) + 1 - first);
}

/// The lines that are not empty, of the first bytes of the text.
std::vector<Line> linesOf(const Source& source) {
    std::vector<Line> lines;
    std::size_t start = 0; // code points
    for (std::string_view rest = std::string_view(source.text).substr(0, mostHead); !rest.empty();) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        const std::size_t length = codePointCount(line);
        if (const std::string_view words = trimmed(line); !words.empty())
            lines.push_back(Line{words, touches(source.quiet, TextRange{start, start + length})});
        const std::size_t behind = std::min(rest.size(), line.size() + 1);
        start += length + (behind - line.size());
        rest.remove_prefix(behind);
    }
    return lines;
}

std::string lowerCase(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return lower;
}

bool isAddress(std::string_view text) {
    return (text.starts_with("https://") || text.starts_with("http://"))
           && text.find_first_of(" \t<>\"") == std::string_view::npos;
}

bool endsSentence(std::string_view line) {
    for (const std::string_view closing : {"\"", "'", ")", "\u201D", "\u2019", "\u300D"})
        if (line.ends_with(closing) && line.size() > closing.size())
            line.remove_suffix(closing.size());
    return line.ends_with('.') || line.ends_with("\u3002") || line.ends_with(';') || line.ends_with(':');
}

/// Words of a line; a character of Chinese or Japanese is half a word.
std::size_t wordsIn(std::string_view line) {
    std::size_t words = 0, wide = 0;
    bool isInside = false;
    for (const char32_t c : toUtf32(line)) {
        wide += c >= 0x3041 && c <= 0x9FFF ? 1U : 0U;
        const bool wasInside = std::exchange(isInside, c != U' ' && c != U'\t' && c != 0xA0);
        words += isInside && !wasInside ? 1U : 0U;
    }
    return words + wide / 2;
}

/// The first line that reads like a headline, above the first paragraph.
std::string titleIn(const std::vector<Line>& lines) {
    for (std::size_t i = 0; i + 1 < std::min(lines.size(), headLines); ++i) {
        const std::string_view line = lines[i].text;
        if (lines[i].isQuiet || writtenDate(line) || isAddress(line) || lowerCase(line).starts_with("by "))
            continue;
        if (endsSentence(line) || codePointCount(line) > longestTitle)
            return {};
        if (wordsIn(line) >= 3)
            return std::string(line);
    }
    return {};
}

/// Words before a date that say what it is of.
constexpr std::array<std::string_view, 20> labels = {"published", "published on",   "first published",
                                                     "posted",    "posted on",      "publication date",
                                                     "date",      "date published", "입력",
                                                     "등록",      "기사입력",       "게시",
                                                     "작성",      "发布时间",       "发布于",
                                                     "发表于",    "公開日",         "公開",
                                                     "掲載日",    "投稿日"};

struct DateLine {
    std::string date;
    bool isLabelled = false;
};

/// A line that is a date, or a label or a by-line and a date.
std::optional<DateLine> dateLine(std::string_view line) {
    if (line.size() > longestFact)
        return std::nullopt;
    if (const auto date = writtenDate(line))
        return DateLine{*date, false};
    const std::string lower = lowerCase(line);
    for (const std::string_view label : labels) {
        if (!lower.starts_with(label))
            continue;
        const std::size_t first = line.find_first_not_of(" :|\t", label.size());
        if (first != std::string_view::npos && line.compare(first, 3, "\uFF1A") == 0)
            return DateLine{writtenDate(trimmed(line.substr(first + 3))).value_or(""), true};
        if (const auto date = writtenDate(first == std::string_view::npos ? "" : line.substr(first)))
            return DateLine{*date, true};
    }
    const std::size_t bar = line.find_last_of("|");
    const auto date = bar == std::string_view::npos ? std::nullopt : writtenDate(trimmed(line.substr(bar + 1)));
    return date && lower.starts_with("by ") ? std::optional(DateLine{*date, true}) : std::nullopt;
}

/// A labelled one, or the only other one below the first line.
std::string publishedIn(const std::vector<Line>& lines) {
    std::vector<std::string> bare;
    for (std::size_t i = 0; i < std::min(lines.size(), headLines); ++i) {
        const auto found = dateLine(lines[i].text);
        if (!found || found->date.empty())
            continue;
        if (found->isLabelled)
            return found->date;
        if (i > 0 && std::find(bare.begin(), bare.end(), found->date) == bare.end())
            bare.push_back(found->date);
    }
    return bare.size() == 1 ? bare.front() : std::string();
}

bool isName(std::string_view name) {
    const std::size_t words = wordsIn(name);
    return words >= 2 && words <= 4 && name.size() <= 60
           && name.find_first_of("0123456789@:,.;!?") == std::string_view::npos
           && (static_cast<unsigned char>(name.front()) >= 0x80 || (name.front() >= 'A' && name.front() <= 'Z'));
}

/// "By Jane Doe and John Roe | 28 January 2025"
std::vector<std::string> authorsIn(const std::vector<Line>& lines) {
    for (std::size_t i = 0; i < std::min(lines.size(), headLines); ++i) {
        std::string_view line = lines[i].text;
        if (lines[i].isQuiet || line.size() > longestFact || !lowerCase(line).starts_with("by "))
            continue;
        line = trimmed(line.substr(3, std::min(line.find('|'), line.size()) - 3));
        std::vector<std::string> names;
        while (!line.empty()) {
            const std::size_t comma = std::min(line.find(", "), line.size()),
                              both = std::min(line.find(" and "), line.size());
            const std::string_view name = trimmed(line.substr(0, std::min(comma, both)));
            if (!isName(name))
                return {};
            names.emplace_back(name);
            line = trimmed(line.substr(std::min(line.size(), std::min(comma + 2, both + 5))));
        }
        return names;
    }
    return {};
}

/// "© 2025 The Paper (paper.example). All rights reserved." -> "The Paper"
std::string publisherIn(const std::vector<Line>& lines) {
    for (std::size_t i = lines.size(); i > 0 && i + footLines > lines.size(); --i) {
        const std::string_view line = lines[i - 1].text;
        const std::size_t sign = line.find("\u00A9");
        const bool isFirst = sign == 0 || (sign < 12 && lowerCase(line).starts_with("copyright"));
        if (sign == std::string_view::npos || !isFirst || line.size() > 2 * longestFact)
            continue;
        std::string_view name = line.substr(sign + 2);
        name = name.substr(std::min(name.find_first_not_of(" ,0123456789-"), name.size()));
        name = trimmed(name.substr(0, name.find_first_of("(.,|")));
        const std::size_t all = lowerCase(name).find(" all rights");
        name = trimmed(name.substr(0, all));
        if (!name.empty() && codePointCount(name) <= 60)
            return std::string(name);
    }
    return {};
}

/// A line that is an address, or says that it is the page's.
std::string urlIn(const std::vector<Line>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i >= headLines && i + footLines < lines.size())
            continue;
        std::string_view line = lines[i].text;
        for (const std::string_view label : {"url:", "source:", "link:"})
            if (lowerCase(line.substr(0, label.size())) == label)
                line = trimmed(line.substr(label.size()));
        if (isAddress(line))
            return std::string(line);
    }
    return {};
}

} // namespace

void guessFacts(Source& source) {
    const std::vector<Line> lines = linesOf(source);
    const auto take = [](auto& fact, auto guess) {
        if (fact.empty())
            fact = std::move(guess);
    };
    take(source.title, titleIn(lines));
    take(source.publisher, publisherIn(lines));
    take(source.authors, authorsIn(lines));
    take(source.published, publishedIn(lines));
    take(source.url, urlIn(lines));
    take(source.language, guessLanguage(source.text));
}

} // namespace assay

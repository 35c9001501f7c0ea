// Paragraphs first, then the words of those that stand at the same place. Both by the greedy algorithm of E. Myers, "An
// O(ND) difference algorithm and its variations", 1986.
#include "core/source/text_difference.h"

#include "core/base/utf8.h"
#include "core/source/comparison_form.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace assay {
namespace {

constexpr std::size_t mostEdits = 1'000; // of one comparison: time and memory grow with its square
constexpr double leastAlike = 0.3;       // share of the words that two paragraphs have in common to be shown as one

using Keys = std::vector<std::uint32_t>;
using Pair = std::pair<std::size_t, std::size_t>;

/// How far into `a` one gets on each diagonal after 0, 1, ... edits. A diagonal is the place in `a` less that in `b`;
/// diagonal k - d is element k of row d.
using Reaches = std::vector<std::vector<std::size_t>>;

bool stepsDown(const std::vector<std::size_t>& last, std::size_t k, std::size_t d) {
    return k == 0 || (k != 2 * d && last[k - 2] < last[k]);
}

/// Where the edit leads from which element k of row d goes on.
std::size_t afterEdit(const std::vector<std::size_t>& last, std::size_t k, std::size_t d) {
    return stepsDown(last, k, d) ? last[k] : last[k - 2] + 1;
}

/// Empty: more than mostEdits.
Reaches reaches(const Keys& a, const Keys& b) {
    Reaches rows;
    for (std::size_t d = 0; d <= mostEdits; ++d) {
        rows.emplace_back(2 * d + 1, std::size_t{0});
        for (std::size_t k = 0; k <= 2 * d; k += 2) {
            std::size_t x = d == 0 ? 0 : afterEdit(rows[d - 1], k, d);
            while (x < a.size() && x + d - k < b.size() && a[x] == b[x + d - k])
                ++x;
            rows[d][k] = x;
            if (x >= a.size() && k + b.size() == a.size() + d)
                return rows;
        }
    }
    return {};
}

/// Which elements of `a` stand in `b`, ascending in both.
std::vector<Pair> common(const Keys& a, const Keys& b) {
    const Reaches rows = reaches(a, b);
    std::vector<Pair> pairs;
    if (rows.empty())
        return pairs;
    std::size_t x = a.size(), k = rows.size() - 1 + a.size() - b.size();
    for (std::size_t d = rows.size(); d-- > 0;) {
        const std::size_t start = d == 0 ? 0 : afterEdit(rows[d - 1], k, d);
        for (; x > start; --x)
            pairs.emplace_back(x - 1, x - 1 + d - k);
        if (d == 0)
            break;
        const bool down = stepsDown(rows[d - 1], k, d);
        x = down ? start : start - 1;
        k = down ? k : k - 2;
    }
    std::reverse(pairs.begin(), pairs.end());
    return pairs;
}

/// Equal pieces of text get equal numbers.
class Numbers {
public:
    Keys of(const std::vector<std::string_view>& pieces) {
        Keys keys;
        keys.reserve(pieces.size());
        for (const std::string_view piece : pieces)
            keys.push_back(m_numbers.try_emplace(piece, static_cast<std::uint32_t>(m_numbers.size())).first->second);
        return keys;
    }

private:
    std::map<std::string_view, std::uint32_t> m_numbers;
};

std::vector<std::string_view> paragraphsOf(std::string_view text) {
    constexpr std::string_view white = " \t\r\n";
    std::vector<std::string_view> paragraphs;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t first = line.find_first_not_of(white);
        if (first == std::string_view::npos)
            continue;
        line = line.substr(first, line.find_last_not_of(white) - first + 1);
        paragraphs.push_back(line);
    }
    return paragraphs;
}

/// A paragraph's words, numbers and signs, each with the white space behind it, and without for comparing.
struct Words {
    explicit Words(std::string_view paragraph) : text(toUtf32(paragraph)) {
        const std::vector<Token> tokens = tokensOf(text);
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const std::size_t end = i + 1 < tokens.size() ? tokens[i + 1].start : text.size();
            pieces.push_back(toUtf8(std::u32string_view(text).substr(tokens[i].start, end - tokens[i].start)));
            bare.push_back(toUtf8(std::u32string_view(text).substr(tokens[i].start, tokens[i].end - tokens[i].start)));
        }
    }
    std::vector<std::string_view> views() const { return {bare.begin(), bare.end()}; }

    std::u32string text;
    std::vector<std::string> pieces;
    std::vector<std::string> bare;
};

std::vector<Pair> commonWords(const Words& a, const Words& b) {
    Numbers numbers;
    const Keys aKeys = numbers.of(a.views()), bKeys = numbers.of(b.views());
    return common(aKeys, bKeys);
}

void add(std::vector<DifferencePart>& parts, PartKind kind, std::string_view text) {
    if (text.empty())
        return;
    if (parts.empty() || parts.back().kind != kind)
        parts.push_back(DifferencePart{kind, {}});
    parts.back().text += text;
}

std::vector<DifferencePart> partsOf(const Words& a, const Words& b, std::vector<Pair> pairs) {
    pairs.emplace_back(a.pieces.size(), b.pieces.size());
    std::vector<DifferencePart> parts;
    std::size_t i = 0, j = 0;
    for (const auto& [nextA, nextB] : pairs) {
        for (; i < nextA; ++i)
            add(parts, PartKind::removed, a.pieces[i]);
        for (; j < nextB; ++j)
            add(parts, PartKind::added, b.pieces[j]);
        if (j < b.pieces.size())
            add(parts, PartKind::same, std::max(a.pieces[i], b.pieces[j])); // with white space when either has it
        ++i, ++j;
    }
    return parts;
}

/// One paragraph that became another; empty: they have too little in common to be read as one.
std::vector<DifferencePart> changedWords(std::string_view before, std::string_view after) {
    const Words a(before), b(after);
    std::vector<Pair> pairs = commonWords(a, b);
    const std::size_t longer = std::max(a.pieces.size(), b.pieces.size());
    if (static_cast<double>(pairs.size()) < leastAlike * static_cast<double>(longer))
        return {};
    return partsOf(a, b, std::move(pairs));
}

/// Gathers paragraphs in the order in which they are read.
class Gathering {
public:
    void unchanged() { ++m_unchanged; }
    void changed(std::vector<DifferencePart> parts) {
        m_difference.paragraphs.push_back(ChangedParagraph{std::exchange(m_unchanged, 0), std::move(parts)});
    }
    void whole(PartKind kind, std::string_view text) { changed({DifferencePart{kind, std::string(text)}}); }
    void both(std::string_view before, std::string_view after) {
        std::vector<DifferencePart> parts = changedWords(before, after);
        if (parts.size() == 1 && parts.front().kind == PartKind::same)
            return unchanged(); // but for white space
        if (!parts.empty())
            return changed(std::move(parts));
        whole(PartKind::removed, before);
        whole(PartKind::added, after);
    }
    TextDifference finished() {
        m_difference.unchangedBehind = m_unchanged;
        return std::move(m_difference);
    }

private:
    TextDifference m_difference;
    std::size_t m_unchanged = 0;
};

} // namespace

std::vector<DifferencePart> wordDifference(std::string_view before, std::string_view after) {
    const Words a(before), b(after);
    return partsOf(a, b, commonWords(a, b));
}

TextDifference textDifference(std::string_view before, std::string_view after) {
    const std::vector<std::string_view> a = paragraphsOf(before), b = paragraphsOf(after);
    Numbers numbers;
    const Keys aKeys = numbers.of(a), bKeys = numbers.of(b);
    std::vector<Pair> pairs = common(aKeys, bKeys);
    pairs.emplace_back(a.size(), b.size());
    Gathering gathering;
    std::size_t i = 0, j = 0;
    for (const auto& [nextA, nextB] : pairs) {
        for (; i < nextA && j < nextB; ++i, ++j)
            gathering.both(a[i], b[j]);
        for (; i < nextA; ++i)
            gathering.whole(PartKind::removed, a[i]);
        for (; j < nextB; ++j)
            gathering.whole(PartKind::added, b[j]);
        if (j < b.size())
            gathering.unchanged();
        ++i, ++j;
    }
    return gathering.finished();
}

} // namespace assay

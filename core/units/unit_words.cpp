// The look-up of unit words by longest match.
#include "core/units/unit_words.h"

#include "core/base/utf8.h"
#include "core/units/characters.h"
#include "core/units/unit.h"
#include "core/units/unit_table.h"
#include "core/units/unit_word_table.h"

#include <map>
#include <span>
#include <vector>

namespace assay {

namespace {

bool endsWord(std::u32string_view text, std::size_t end) { return !isLetter(at(text, end)) && !isDigit(at(text, end)); }

/// Chips by their spellings, longest first among those with the same start.
const std::map<std::string, std::string_view, std::greater<>>& chipSpellings() {
    static const auto spellings = [] {
        std::map<std::string, std::string_view, std::greater<>> all;
        for (const Chip& chip : chips())
            for (std::string_view rest = chip.names; !rest.empty();) {
                const std::size_t end = std::min(rest.find('|'), rest.size());
                all.emplace(rest.substr(0, end), chip.id);
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
        return all;
    }();
    return spellings;
}

bool matches(std::u32string_view text, std::size_t i, std::u32string_view word) {
    for (std::size_t k = 0; k < word.size(); ++k) {
        const char32_t c = at(text, i + k);
        if (word[k] == U' ' ? !isSpace(c) : lowerCase(c) != word[k])
            return false;
    }
    return true;
}

/// "5 million pounds" is money, "3,000 pounds" may be a weight, and "2 million pounds of copper" is one.
std::optional<UnitMatch> poundsAt(std::u32string_view text, std::size_t i) {
    const std::size_t end = i + 6;
    if (!matches(text, i, U"pounds") || !endsWord(text, end) || startsWithWord(text, skipSpaces(text, end), "of"))
        return std::nullopt;
    std::size_t before = i;
    while (before > 0 && isSpace(text[before - 1]))
        --before;
    const std::string ahead = asciiLower(text.substr(before > 8 ? before - 8 : 0, std::min<std::size_t>(before, 8)));
    return ahead.ends_with("illion") ? std::optional(UnitMatch{end, "GBP"}) : std::nullopt;
}

/// "35p", "14p a minute": pence, glued to one or two digits ("720p" is a picture).
std::optional<UnitMatch> penceAt(std::u32string_view text, std::size_t i) {
    std::size_t digits = 0;
    while (digits < 3 && i > digits && isDigit(text[i - 1 - digits]))
        ++digits;
    if (at(text, i) != U'p' || !endsWord(text, i + 1) || digits == 0 || digits > 2)
        return std::nullopt;
    return UnitMatch{i + 1, "GBP", -2};
}

/// The part of a row's words up to the next bar, and the rest.
std::u32string_view takeWord(std::u32string_view& rest) {
    const std::size_t end = std::min(rest.find(U'|'), rest.size());
    const std::u32string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return word;
}

struct WordOfUnit {
    std::u32string_view word;
    const UnitWords* row = nullptr;
};

/// A table's words by their first character, in its order: a number may look at dozens of places for its unit.
using WordIndex = std::map<char32_t, std::vector<WordOfUnit>>;

WordIndex indexOf(std::span<const UnitWords> rows) {
    WordIndex index;
    for (const UnitWords& row : rows)
        for (std::u32string_view rest = row.words; !rest.empty();) {
            const std::u32string_view word = takeWord(rest);
            index[word.front()].push_back(WordOfUnit{word, &row});
        }
    return index;
}

std::span<const WordOfUnit> startingWith(const WordIndex& index, char32_t first) {
    const auto found = index.find(first);
    return found == index.end() ? std::span<const WordOfUnit>() : std::span<const WordOfUnit>(found->second);
}

std::optional<UnitMatch> longestWord(std::u32string_view text, std::size_t i) {
    std::optional<UnitMatch> best = penceAt(text, i);
    if (const auto pounds = poundsAt(text, i))
        best = pounds;
    static const WordIndex words = indexOf(unitWords());
    for (const WordOfUnit& one : startingWith(words, lowerCase(at(text, i)))) {
        if (!matches(text, i, one.word))
            continue;
        std::size_t end = i + one.word.size();
        if (lowerCase(at(text, end)) == U's' && one.word.back() != U's')
            ++end;
        if (endsWord(text, end) && (!best || end > best->end))
            best = UnitMatch{end, std::string(one.row->unit), one.row->power};
    }
    return best;
}

/// 50亿度 is power; 30度 may be a temperature.
std::optional<UnitMatch> degreesAt(std::u32string_view text, std::size_t i) {
    constexpr std::u32string_view large = U"万萬亿億每";
    const bool power = at(text, i) == U'度' && i > 0 && large.find(text[i - 1]) != std::u32string_view::npos;
    return power ? std::optional(UnitMatch{i + 1, "kWh"}) : std::nullopt;
}

std::optional<UnitMatch> longestCjkWord(std::u32string_view text, std::size_t i) {
    std::optional<UnitMatch> best = degreesAt(text, i);
    const std::u32string_view ahead = text.substr(std::min(i, text.size()));
    static const WordIndex words = indexOf(cjkUnitWords());
    for (const WordOfUnit& one : startingWith(words, at(text, i)))
        if (ahead.starts_with(one.word) && (!best || i + one.word.size() > best->end))
            best = UnitMatch{i + one.word.size(), std::string(one.row->unit), one.row->power};
    return best && best->unit.empty() ? std::nullopt : best;
}

/// A symbol of the unit table: "kW", "USD", "GB". Runs of letters only, so "H100" is no symbol here.
std::optional<UnitMatch> symbolAt(std::u32string_view text, std::size_t i) {
    if (foldWidth(at(text, i)) == U'%')
        return UnitMatch{i + 1, "%"};
    std::size_t end = i;
    while (isAsciiLetter(at(text, end)))
        ++end;
    if (end == i || end - i > 10 || !endsWord(text, end))
        return std::nullopt;
    const std::string name = ascii(text.substr(i, end - i));
    if (parseUnit(name))
        return UnitMatch{end, name};
    return std::nullopt;
}

/// "H100-80GB": the memory is a part of the name.
std::size_t memorySuffixEnd(std::u32string_view text, std::size_t i) {
    std::size_t end = i + 1;
    while (isDigit(at(text, end)))
        ++end;
    if (!isDash(at(text, i)) || end == i + 1 || end > i + 4)
        return i;
    const std::size_t stop = letterRunEnd(text, end);
    const std::string unit = asciiLower(text.substr(end, stop - end));
    return (unit == "gb" || unit == "g") && endsWord(text, stop) ? stop : i;
}

/// "RTX 3080 Ti", "GTX1080": a card of no catalogue is a GPU still.
std::optional<UnitMatch> otherCardAt(std::u32string_view text, std::size_t i) {
    const std::string ahead = ascii(text.substr(std::min(i, text.size()), 3));
    if (ahead != "RTX" && ahead != "GTX")
        return std::nullopt;
    const std::size_t start = skipSpaces(text, i + 3);
    std::size_t end = start;
    while (isDigit(at(text, end)))
        ++end;
    if (end - start < 3 || end - start > 4)
        return std::nullopt;
    for (const std::u32string_view kind : {U" Ti", U"Ti", U" Super", U" SUPER", U" Ada", U" D", U"D"})
        if (text.substr(end).starts_with(kind) && endsWord(text, end + kind.size()))
            return UnitMatch{memorySuffixEnd(text, end + kind.size()), "GPU"};
    end += at(text, end) == U's' ? 1 : 0;
    return endsWord(text, end) ? std::optional(UnitMatch{memorySuffixEnd(text, end), "GPU"}) : std::nullopt;
}

} // namespace

std::optional<UnitMatch> scanCurrencyBefore(std::u32string_view text, std::size_t i, std::string_view language) {
    for (const CurrencySign& row : currencySigns())
        if (text.substr(std::min(i, text.size())).starts_with(row.sign))
            return UnitMatch{i + row.sign.size(), std::string(row.unit)};
    const char32_t before = i > 0 ? text[i - 1] : U' ';
    if (isCjk(at(text, i)) && std::u32string_view(U"兑兌对對").find(before) == std::u32string_view::npos) // not a rate
        for (const CurrencySign& row : cjkCurrencySigns())
            if (text.substr(i).starts_with(row.sign) && isDigit(at(text, skipSpaces(text, i + row.sign.size()))))
                return UnitMatch{i + row.sign.size(), std::string(row.unit)};
    if (at(text, i) == U'¥' || at(text, i) == U'￥') {
        if (language == "zh" || language == "ja")
            return UnitMatch{i + 1, language == "zh" ? "CNY" : "JPY"};
        return UnitMatch{i + 1, ""}; // yuan or yen: left open
    }
    const std::string ahead = ascii(text.substr(std::min(i, text.size()), 3));
    for (const NamedUnit& currency : currencies())
        if (ahead == currency.name && !isLetter(at(text, i + 3)))
            return UnitMatch{at(text, i + 3) == U'$' ? i + 4 : i + 3, ahead};
    return std::nullopt;
}

std::optional<UnitMatch> scanChip(std::u32string_view text, std::size_t i) {
    const std::string ahead = ascii(text.substr(std::min(i, text.size()), 16));
    for (const auto& [spelling, id] : chipSpellings()) {
        if (!ahead.starts_with(spelling))
            continue;
        std::size_t end = i + spelling.size();
        if (at(text, end) == U's')
            ++end;
        if (endsWord(text, end))
            return UnitMatch{memorySuffixEnd(text, end), std::string(id)};
    }
    return otherCardAt(text, i);
}

std::optional<UnitMatch> scanUnitWord(std::u32string_view text, std::size_t i, std::string_view language) {
    if (auto chip = scanChip(text, i))
        return chip;
    if (auto word = longestWord(text, i))
        return word;
    if (auto word = longestCjkWord(text, i))
        return word;
    if (auto symbol = symbolAt(text, i))
        return symbol;
    if (auto sign = scanCurrencyBefore(text, i, language); sign && endsWord(text, sign->end) && !sign->unit.empty())
        return sign;
    return std::nullopt;
}

} // namespace assay

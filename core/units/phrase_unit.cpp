// See phrase_unit.h.
#include "core/units/phrase_unit.h"

#include "core/units/characters.h"
#include "core/units/hedges.h"
#include "core/units/unit.h"

#include <algorithm>
#include <array>

namespace assay {

namespace {

constexpr int mostFillers = 7;

// Words that may stand between a number and the thing it counts; hyphenated words and possessives may too.
constexpr std::array fillers{
    "of",         "the",     "its",      "their",      "his",      "such",       "these",     "those",     "our",
    "nvidia",     "amd",     "huawei",   "google",     "intel",    "ascend",     "hopper",    "blackwell", "ampere",
    "latest",     "newest",  "advanced", "powerful",   "modern",   "expensive",  "new",       "older",     "used",
    "cheaper",    "cheap",   "more",     "additional", "extra",    "other",      "different", "high",      "end",
    "data",       "center",  "centre",   "ai",         "high-end", "top",        "dedicated", "physical",  "identical",
    "individual", "leading", "american", "chinese",    "banned",   "restricted", "smuggled",  "export",    "compliant",
};

/// Symbols of one letter that mean something else in running text ("16 B", "3 d", "2 y").
bool isStrayLetter(std::u32string_view text, std::size_t start, const UnitMatch& unit) {
    constexpr std::string_view trusted = "Whs%";
    return unit.end - start == 1 && unit.unit.size() == 1 && trusted.find(unit.unit) == std::string_view::npos
           && isAsciiLetter(at(text, start));
}

/// "H100" with "GPUs", "chips", "graphics processing units" behind it.
std::size_t withNoun(std::u32string_view text, const UnitMatch& unit, std::string_view language) {
    if (!isChip(unit.unit) && unit.unit != "GPU")
        return unit.end;
    for (const std::size_t start : {skipSpaces(text, unit.end)}) {
        const auto noun = start > unit.end ? scanUnitWord(text, start, language) : std::nullopt;
        if (noun && (noun->unit == "GPU" || noun->unit == "unit"))
            return noun->end;
        const std::size_t end = letterRunEnd(text, start);
        const std::string word = asciiLower(text.substr(start, end - start));
        if (start > unit.end && (word == "cards" || word == "processors"))
            return end;
    }
    return unit.end;
}

std::optional<UnitMatch> unitAt(std::u32string_view text, std::size_t i, std::string_view language) {
    const std::size_t start = skipSpaces(text, i);
    auto unit = scanUnit(text, i, language);
    if (!unit || (start > i && isStrayLetter(text, start, *unit)))
        return std::nullopt;
    unit->end = withNoun(text, *unit, language);
    return unit;
}

/// End of a filler word at i (a letter), none when the word is another.
std::optional<std::size_t> fillerEnd(std::u32string_view text, std::size_t i) {
    std::size_t end = letterRunEnd(text, i);
    if (end == i)
        return std::nullopt;
    const std::string word = asciiLower(text.substr(i, end - i));
    if (std::find(fillers.begin(), fillers.end(), word) != fillers.end() && !isDash(at(text, end))
        && !isApostrophe(at(text, end)))
        return end;
    if (isApostrophe(at(text, end)) && at(text, end + 1) == U's' && !isLetter(at(text, end + 2)))
        return end + 2;
    if (isDash(at(text, end)) && isAsciiLetter(at(text, end + 1)))
        return letterRunEnd(text, end + 1); // "less-advanced"
    return std::nullopt;
}

/// End of a classifier of Korean, Chinese or Japanese with its particle: 块, 个, 基の, 개의, 대의.
std::size_t classifierEnd(std::u32string_view text, std::size_t i) {
    constexpr std::u32string_view classifiers = U"块塊枚颗顆张張台个個基개장대";
    const std::size_t start = skipSpaces(text, i);
    if (start >= text.size() || classifiers.find(text[start]) == std::u32string_view::npos)
        return i;
    const char32_t particle = at(text, start + 1);
    return start + (particle == U'の' || particle == U'의' || particle == U'的' ? 2 : 1);
}

bool counts(const std::string& unit) { return unit == "GPU" || isChip(unit) || unit == "node"; }

} // namespace

PhraseUnit scanPhraseUnit(std::u32string_view text, std::size_t i, std::string_view language) {
    PhraseUnit found{i, {}, {}};
    if (auto unit = unitAt(text, i, language))
        return PhraseUnit{unit->end, unit->unit, {}};
    if (const std::size_t behind = classifierEnd(text, i); behind > i)
        if (auto unit = unitAt(text, behind, language);
            unit && (counts(unit->unit) || unit->unit == "parameter" || unit->unit == "token"))
            return PhraseUnit{unit->end, unit->unit, {}};
    if (isDash(at(text, i)) && isAsciiLetter(at(text, i + 1))) { // "a 100-megawatt site", "a 10,000-GPU cluster"
        const auto unit = scanUnitWord(text, i + 1, language);
        if (unit && unit->end - i > 2 && !isDigit(at(text, unit->end)))
            return PhraseUnit{unit->end, unit->unit, {}};
        return found;
    }
    std::size_t here = i;
    if (const auto hedge = hedgeAfter(text, i)) {
        found.bound = hedge->bound;
        here = hedge->end;
        if (const auto unit = unitAt(text, here, language))
            return PhraseUnit{unit->end, unit->unit, found.bound};
    }
    for (int k = 0; k < mostFillers; ++k) {
        const std::size_t start = skipSpaces(text, here);
        if (start == here && here > i)
            break;
        const auto unit = scanUnitWord(text, start, language);
        const bool money = unit && k > 0 && isCurrency(unit->unit); // "hundreds of millions of dollars"
        if (unit && (counts(unit->unit) || money)) {
            const auto whole = scanUnit(text, start, language);
            const UnitMatch best = whole && whole->end > unit->end ? *whole : *unit;
            return PhraseUnit{withNoun(text, best, language), best.unit, found.bound};
        }
        const auto end = fillerEnd(text, start);
        if (!end)
            break;
        here = *end;
    }
    found.bound.reset();
    return found;
}

} // namespace assay

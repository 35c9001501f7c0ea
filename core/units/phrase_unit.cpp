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
    "of",        "the",       "its",        "their",    "his",       "such",       "these",      "those",
    "our",       "nvidia",    "amd",        "huawei",   "google",    "intel",      "ascend",     "hopper",
    "blackwell", "ampere",    "latest",     "newest",   "advanced",  "powerful",   "modern",     "expensive",
    "new",       "older",     "used",       "cheaper",  "cheap",     "more",       "additional", "extra",
    "other",     "different", "high",       "end",      "data",      "center",     "centre",     "ai",
    "high-end",  "top",       "dedicated",  "physical", "identical", "individual", "leading",    "american",
    "chinese",   "banned",    "restricted", "smuggled", "export",    "compliant",  "active",     "activated",
    "total",     "trainable", "training",   "input",    "output",    "full-time",  "daily",
};

// Names and kinds that stand between a number with its classifier and the thing it counts.
constexpr std::array<std::u32string_view, 20> cjkFillers{
    U"英伟达", U"输入",   U"输出", U"昇腾",   U"华为",   U"国产", U"最新", U"高端", U"エヌビディア", U"엔비디아",
    U"최신",   U"고성능", U"국산", U"Nvidia", U"NVIDIA", U"製",   U"의",   U"の",   U"的",           U"入力"};

/// Symbols of one letter that mean something else in running text ("16 B", "3 d", "2 y").
bool isStrayLetter(std::u32string_view text, std::size_t start, const UnitMatch& unit) {
    constexpr std::string_view trusted = "Whs%";
    return unit.end - start == 1 && unit.unit.size() == 1 && trusted.find(unit.unit) == std::string_view::npos
           && isAsciiLetter(at(text, start));
}

/// "A100 and H100 chips", "H100/H200 GPUs": behind a list of chips' names, i itself when there is none.
std::size_t chipListEnd(std::u32string_view text, std::size_t i) {
    for (int more = 0; more < 4; ++more) {
        std::size_t next = skipSpaces(text, i);
        if (at(text, next) == U',' || at(text, next) == U'/')
            next = skipSpaces(text, next + 1);
        for (const std::string_view word : {"and", "or"})
            if (startsWithWord(text, next, word))
                next = skipSpaces(text, next + word.size());
        const auto chip = next > i + 1 || at(text, i) == U'/' ? scanChip(text, next) : std::nullopt;
        if (!chip || isSpace(at(text, next)) || skipSpaces(text, i) == next)
            return i;
        i = chip->end;
    }
    return i;
}

/// "H100" with "GPUs", "chips", "graphics processing units" behind it; of a list of chips any GPU.
UnitMatch withNoun(std::u32string_view text, UnitMatch unit, std::string_view language) {
    if (!isChip(unit.unit) && unit.unit != "GPU")
        return unit;
    const std::size_t list = isChip(unit.unit) ? chipListEnd(text, unit.end) : unit.end;
    const std::size_t start = skipSpaces(text, list);
    const auto noun = start > list ? scanUnitWord(text, start, language) : std::nullopt;
    const std::size_t end = letterRunEnd(text, start);
    const std::string word = asciiLower(text.substr(start, end - start));
    const bool plain = start > list && (word == "cards" || word == "processors");
    if (plain || (noun && (noun->unit == "GPU" || noun->unit == "unit")))
        return UnitMatch{plain ? end : noun->end, list > unit.end ? "GPU" : unit.unit};
    return unit;
}

std::optional<UnitMatch> unitAt(std::u32string_view text, std::size_t i, std::string_view language) {
    const std::size_t start = skipSpaces(text, i);
    auto unit = scanUnit(text, i, language);
    if (!unit || (start > i && isStrayLetter(text, start, *unit)))
        return std::nullopt;
    return withNoun(text, *unit, language);
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

/// Behind the classifier's brand and kind: 10万张昇腾芯片, 5천 장의 엔비디아 H100.
std::size_t skipCjkFillers(std::u32string_view text, std::size_t i) {
    for (int k = 0; k < 3; ++k)
        for (const std::u32string_view filler : cjkFillers)
            if (text.substr(std::min(skipSpaces(text, i), text.size())).starts_with(filler))
                i = skipSpaces(text, i) + filler.size();
    return i;
}

bool isCounted(const std::string& unit) {
    return unit == "GPU" || isChip(unit) || unit == "node" || unit == "parameter" || unit == "token"
           || unit == "person";
}

PhraseUnit phraseOf(const UnitMatch& unit, std::optional<Bound> bound) {
    return PhraseUnit{unit.end, unit.unit, bound, unit.power};
}

/// "a 100-megawatt site", "a 10,000-GPU cluster".
std::optional<PhraseUnit> hyphenUnit(std::u32string_view text, std::size_t i, std::string_view language) {
    if (!isDash(at(text, i)) || !isAsciiLetter(at(text, i + 1)))
        return std::nullopt;
    const auto unit = scanUnitWord(text, i + 1, language);
    if (unit && unit->end - i > 2 && !isDigit(at(text, unit->end)))
        return phraseOf(*unit, {});
    return PhraseUnit{i, {}, {}};
}

/// Words between the number and what it counts, up to `here`.
PhraseUnit unitBehindWords(std::u32string_view text, std::size_t i, std::size_t here, std::string_view language) {
    for (int k = 0; k < mostFillers; ++k) {
        const std::size_t start = skipSpaces(text, here);
        if (start == here && here > i)
            break;
        const auto unit = scanUnitWord(text, start, language);
        const bool money = unit && k > 0 && isCurrency(unit->unit); // "hundreds of millions of dollars"
        if (unit && (isCounted(unit->unit) || money)) {
            const auto whole = scanUnit(text, start, language);
            const UnitMatch best = whole && whole->end > unit->end ? *whole : *unit;
            return phraseOf(withNoun(text, best, language), {});
        }
        const auto end = fillerEnd(text, start);
        if (!end)
            break;
        here = *end;
    }
    return PhraseUnit{i, {}, {}};
}

} // namespace

bool isClassifier(char32_t c) {
    return c != 0 && std::u32string_view(U"块塊枚颗顆张張台个個基개장대").find(c) != std::u32string_view::npos;
}

std::size_t classifierEnd(std::u32string_view text, std::size_t i) {
    const std::size_t start = skipSpaces(text, i);
    if (!isClassifier(at(text, start)))
        return i;
    const char32_t particle = at(text, start + 1);
    return start + (particle == U'の' || particle == U'의' || particle == U'的' ? 2 : 1);
}

PhraseUnit scanPhraseUnit(std::u32string_view text, std::size_t i, std::string_view language) {
    if (const auto unit = unitAt(text, i, language))
        return phraseOf(*unit, {});
    if (const std::size_t behind = classifierEnd(text, i); behind > i)
        if (const auto unit = unitAt(text, skipCjkFillers(text, behind), language); unit && isCounted(unit->unit))
            return phraseOf(*unit, {});
    if (const auto hyphen = hyphenUnit(text, i, language))
        return *hyphen;
    const auto hedge = hedgeAfter(text, i);
    const std::size_t here = hedge ? hedge->end : i;
    if (hedge)
        if (const auto unit = unitAt(text, here, language))
            return phraseOf(*unit, hedge->bound);
    PhraseUnit found = unitBehindWords(text, i, here, language);
    if (hedge && !found.unit.empty())
        found.bound = hedge->bound;
    return found;
}

} // namespace assay

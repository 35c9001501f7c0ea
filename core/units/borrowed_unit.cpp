// See borrowed_unit.h. Only counted things are borrowed, and only by a number of a like size.
#include "core/units/borrowed_unit.h"

#include "core/units/characters.h"
#include "core/units/cjk_label.h"
#include "core/units/hedges.h"
#include "core/units/phrase_unit.h"
#include "core/units/unit.h"
#include "core/units/unit_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace assay {

namespace {

constexpr double likeSize = 1000;       // a part of 31,000 GPUs is no 5, and no 5 million
constexpr double smallest = 100;        // smaller bare numbers count many other things
constexpr std::size_t longestNoun = 14; // characters
constexpr std::size_t donorReach = 500; // of a number back to the one whose noun it shares: a long sentence
constexpr std::size_t nounReach = 40;   // of a classifier back to the noun it classifies

// Behind a number that has its noun elsewhere: what goes on with the sentence, no noun.
constexpr std::array followers{
    "were",   "was",  "are",  "is",      "have",  "had",   "has",    "will",  "would", "could", "may",    "might",
    "never",  "went", "came", "to",      "in",    "by",    "at",     "of",    "for",   "from",  "and",    "or",
    "but",    "with", "this", "next",    "last",  "on",    "as",     "after", "under", "over",  "if",     "when",
    "today",  "now",  "more", "already", "still", "sit",   "sat",    "stand", "stood", "are",   "remain", "remained",
    "before", "that", "then", "than",    "per",   "since", "which",  "who",   "while", "only",  "could",  "should",
    "left",   "sold", "it",   "they",    "until", "later", "during", "out",   "each",  "each",  "back",   "again"};

// In front of a number: what follows is a price or a label.
constexpr std::array priceWords{"for", "cost", "costs", "costing", "worth", "paid", "paying", "price", "priced"};

bool isCounted(const std::string& unit) {
    const std::string thing = unit.substr(0, unit.find('*'));
    for (const std::string_view one : {"GPU", "node", "token", "parameter", "person", "unit", "FLOP"})
        if (thing == one)
            return unit.find('/') == std::string::npos;
    return isChip(thing) && unit.find('/') == std::string::npos;
}

bool isCardClassifier(char32_t c) {
    return c != 0 && std::u32string_view(U"장张張块塊颗顆枚片基").find(c) != std::u32string_view::npos;
}

/// One bound's word or particle before i, which may stand between a noun and its number; i itself without one.
std::size_t skipParticleBack(std::u32string_view text, std::size_t i) {
    constexpr std::u32string_view particles = U"을를은는이가의수로をはがもので有为為共数數总總计計達达约約：:";
    i = skipSpacesBack(text, i);
    if (const auto hedge = hedgeBefore(text, i))
        i = skipSpacesBack(text, hedge->start);
    return i > 0 && particles.find(text[i - 1]) != std::u32string_view::npos ? i - 1 : i;
}

/// The counted thing whose word ends at `end`.
std::string nounEndingAt(std::u32string_view text, std::size_t end, std::string_view language) {
    std::string longest;
    for (std::size_t k = end; k-- > 0 && end - k <= longestNoun;) {
        if (k > 0 && (isLetter(text[k]) || isDigit(text[k])) && (isLetter(text[k - 1]) || isDigit(text[k - 1])))
            continue;
        if (const auto unit = scanUnitWord(text, k, language); unit && unit->end == end && isCounted(unit->unit))
            longest = unit->unit;
    }
    return longest;
}

/// The last counted thing named in text[from, to), sentence ends between or not.
std::string lastNoun(std::u32string_view text, std::size_t from, std::size_t to, std::string_view language) {
    for (std::size_t end = to; end > from; --end)
        if (const std::string noun = nounEndingAt(text, end, language); !noun.empty() && noun != "person")
            return noun;
    return {};
}

bool endsSentence(std::u32string_view text, std::size_t i) {
    const char32_t c = text[i];
    if (c == U'。' || c == U'！' || c == U'？' || c == U'\n')
        return true;
    if (c == U'.' && i >= 2 && isLetter(text[i - 1]) && !isLetter(text[i - 2]))
        return false; // "i.e. 12"
    return (c == U'.' || c == U'!' || c == U'?') && (isSpace(at(text, i + 1)) || i + 1 >= text.size());
}

bool isSameSentence(std::u32string_view text, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i)
        if (endsSentence(text, i))
            return false;
    return true;
}

std::string wordBefore(std::u32string_view text, std::size_t i) {
    const std::size_t end = skipSpacesBack(text, i);
    std::size_t start = end;
    while (start > 0 && isLetter(text[start - 1]))
        --start;
    return asciiLower(text.substr(start, end - start));
}

/// No noun of its own stands behind the number.
bool isBare(std::u32string_view text, std::size_t end) {
    const std::size_t next = skipSpaces(text, end);
    const char32_t c = at(text, next);
    if (c == 0 || c == U'\n' || c == U',' || c == U'.' || c == U';' || c == U')' || c == U'?' || c == U'!')
        return true;
    if (!isLetter(c) || next == end)
        return false;
    const std::string word = asciiLower(text.substr(next, letterRunEnd(text, next) - next));
    return std::find(followers.begin(), followers.end(), word) != followers.end();
}

double sizeOf(const Quantity& quantity) { return std::abs(quantity.value.value_or(quantity.low.value_or(0))); }

bool isLikeSize(const Quantity& a, const Quantity& b) {
    return sizeOf(a) >= smallest && sizeOf(a) <= sizeOf(b) * likeSize && sizeOf(a) * likeSize >= sizeOf(b);
}

/// The classifier behind a number, 0 without one.
char32_t classifierAt(std::u32string_view text, std::size_t end) {
    const char32_t c = at(text, skipSpaces(text, end));
    return isClassifier(c) ? c : U'\0';
}

/// GPU 5만 장, H100を5万基, 매개변수 700억 개, パラメータ数は6,710億.
std::string unitOfNounBefore(std::u32string_view text, const FoundQuantity& one, std::string_view language) {
    const char32_t next = at(text, skipSpaces(text, one.end));
    constexpr std::u32string_view particles = U"을를이가로의をにでがとの，。、";
    const bool ends =
        next == 0 || isClassifier(next) || particles.find(next) != std::u32string_view::npos || !isCjk(next);
    const char32_t last = text[one.end - 1];
    if (!ends || (isLetter(next) && !isCjk(next)) || (!isCjk(last) && !isClassifier(next)))
        return {};
    std::size_t end = skipSpacesBack(text, one.start);
    for (int step = 0; step < 4; ++step) {
        if (const std::string noun = nounEndingAt(text, end, language); !noun.empty())
            return noun == "person" ? std::string() : noun;
        end = skipParticleBack(text, end);
    }
    return {};
}

/// The classifier of flat things and pieces behind the number, and a chip named before it in this sentence or the last.
std::string unitOfClassifier(std::u32string_view text, const FoundQuantity& one, std::string_view language) {
    if (!isCardClassifier(classifierAt(text, one.end)))
        return {};
    const std::string noun = lastNoun(text, one.start - std::min(one.start, nounReach), one.start, language);
    return noun == "GPU" || isChip(noun) ? noun : std::string();
}

/// "3 of the 8 nodes": the number behind "of".
std::string unitOfWhole(std::u32string_view text, const FoundQuantity& one, const FoundQuantity& next) {
    if (next.start > one.end + 12 || !isCounted(next.quantity.unit))
        return {};
    const std::string between = asciiLower(text.substr(one.end, next.start - one.end));
    for (const std::string_view of :
         {" of ", " of the ", " of its ", " of their ", " of those ", " of these ", " of some "})
        if (between == of)
            return next.quantity.unit;
    return {};
}

/// 从8.1万亿增加到14.8万亿个token: the second end names the unit of both.
std::string unitOfChange(std::u32string_view text, const FoundQuantity& one, const FoundQuantity& next) {
    if (next.start > one.end + 6 || !isCounted(next.quantity.unit))
        return {};
    const std::u32string_view between = text.substr(one.end, next.start - one.end);
    if (between == U" to " && wordBefore(text, one.start) == "from")
        return next.quantity.unit;
    for (const std::u32string_view to :
         {U"增加到", U"增至", U"上升到", U"升至", U"降至", U"减少到", U"扩大到", U"提高到", U"跌至", U"에서 ", U"から"})
        if (between == to)
            return next.quantity.unit;
    return {};
}

bool hasMagnitude(const std::string& text) {
    return text.find("illion") != std::string::npos || text.find("thousand") != std::string::npos;
}

/// "rose from 5 to 7 million": the 5 may be millions too.
bool sharesMagnitude(std::u32string_view text, const FoundQuantity& one, const FoundQuantity& next) {
    return next.start >= one.end && text.substr(one.end, next.start - one.end) == U" to "
           && wordBefore(text, one.start) == "from" && hasMagnitude(next.quantity.text)
           && !hasMagnitude(one.quantity.text) && sizeOf(one.quantity) < likeSize;
}

/// A number that leaves its noun out after a sentence's earlier quantity: "another 15,000 next", 내년까지 5만 장.
std::string unitOfEarlier(std::u32string_view text, const std::vector<FoundQuantity>& found, std::size_t k) {
    const FoundQuantity& one = found[k];
    const std::string before = wordBefore(text, one.start);
    const char32_t classifier = classifierAt(text, one.end);
    const bool isRest = isCjk(text[one.end - 1]) && startsWithAny(text, one.end, {U"だけ", U"に", U"が", U"を", U"は"});
    if (classifier == 0 && !isRest && (!isBare(text, one.end) || isCjk(at(text, skipSpaces(text, one.end)))))
        return {};
    const bool isEach = startsWithWord(text, skipSpaces(text, one.end), "each")
                        || startsWithWord(text, skipSpaces(text, one.end), "apiece");
    if (isEach || std::find(priceWords.begin(), priceWords.end(), before) != priceWords.end())
        return {};
    for (std::size_t j = k, from = one.start; j-- > 0; from = found[j].start) {
        const FoundQuantity& donor = found[j];
        if (one.start > donor.end + donorReach || !isSameSentence(text, donor.end, from))
            return {};
        const bool isSameThing = classifier == 0 || classifierAt(text, donor.end) == classifier
                                 || (isCardClassifier(classifier) && donor.quantity.unit != "person");
        const bool isAbstract = donor.quantity.unit == "parameter" || donor.quantity.unit == "token";
        if (isCounted(donor.quantity.unit))
            return isSameThing && (!isRest || isAbstract) && isLikeSize(one.quantity, donor.quantity)
                       ? donor.quantity.unit
                       : std::string();
    }
    return {};
}

/// "cut from 145 percent to 30": a share's other end.
std::string unitOfShare(std::u32string_view text, const std::vector<FoundQuantity>& found, std::size_t k) {
    if (k == 0 || found[k - 1].quantity.unit != "%" || !isBare(text, found[k].end)
        || wordBefore(text, found[k].start) != "to")
        return {};
    const bool like = found[k].quantity.value && *found[k].quantity.value <= 1000;
    return like && isSameSentence(text, found[k - 1].end, found[k].start) ? "%" : "";
}

} // namespace

std::vector<FoundQuantity> withBorrowedUnits(std::u32string_view text, std::vector<FoundQuantity> found,
                                             std::string_view language) {
    for (std::size_t k = 0; k < found.size(); ++k) {
        FoundQuantity& one = found[k];
        if (one.quantity.unit != "1" || one.quantity.bound == Bound::unsure)
            continue;
        std::string unit = unitOfNounBefore(text, one, language);
        if (unit.empty() && k + 1 < found.size())
            unit = unitOfWhole(text, one, found[k + 1]);
        if (unit.empty() && k + 1 < found.size())
            unit = unitOfChange(text, one, found[k + 1]);
        if (unit.empty())
            unit = unitOfEarlier(text, found, k);
        if (unit.empty())
            unit = unitOfClassifier(text, one, language);
        if (unit.empty())
            unit = unitOfShare(text, found, k);
        if (!unit.empty())
            one.quantity.unit = unit;
        if (k + 1 < found.size() && sharesMagnitude(text, one, found[k + 1]))
            one.quantity = Quantity{one.quantity.text, {}, {}, {}, Bound::unsure, "1", 0};
    }
    return found;
}

} // namespace assay

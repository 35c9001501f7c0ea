// Every quantity in running text, and one text as one quantity.
#include "core/units/read_quantity.h"

#include "core/base/utf8.h"
#include "core/units/borrowed_unit.h"
#include "core/units/characters.h"
#include "core/units/hedges.h"
#include "core/units/not_quantity.h"
#include "core/units/scan_number.h"
#include "core/units/scan_quantity.h"
#include "core/units/unit_words.h"

#include <algorithm>
#include <array>

namespace assay {

namespace {

bool isWordCharacter(char32_t c) { return isLetter(c) || isDigit(c); }

bool speaksOfKorea(std::u32string_view text) {
    for (const std::u32string_view word :
         {U"Korea", U"Seoul", U"KRW", U"₩", U" won-", U" won ", U" won)", U" won.", U"원"})
        if (text.find(word) != std::u32string_view::npos)
            return true;
    return false;
}

ScanContext contextOf(std::u32string_view text, const ReadOptions& options) {
    return ScanContext{text, options.language, speaksOfKorea(text)};
}

/// A minus sign and no list dash or range dash: behind a space or bracket, right before the number.
bool isMinus(const ScanContext& context, std::size_t i) {
    const std::u32string_view text = context.text;
    if (at(text, i) != U'-' && at(text, i) != 0x2212)
        return false;
    const bool opens = i == 0 || isSpace(text[i - 1]) || text[i - 1] == U'(' || text[i - 1] == U'\n';
    return opens && (isDigit(at(text, i + 1)) || scanCurrencyBefore(text, i + 1, context.language));
}

/// True behind the mark of a number whose head was no quantity: "R50,006" has no 6 in it, "v3.5" no 5.
bool isNumberTail(std::u32string_view text, std::size_t i) {
    if (i < 2 || !isDigit(text[i - 2]) || (text[i - 1] != U'.' && text[i - 1] != U','))
        return false;
    std::size_t digits = 0;
    while (isDigit(at(text, i + digits)))
        ++digits;
    return text[i - 1] == U'.' || digits <= 3; // "H100,50000": more digits are a number of their own
}

/// Where a quantity may start: a digit, a currency, a sign, a number word's first letter, a CJK number.
bool mayStart(const ScanContext& context, std::size_t i) {
    const std::u32string_view text = context.text;
    const char32_t c = text[i];
    const char32_t before = i > 0 ? text[i - 1] : U' ';
    if (isDigit(c) || (foldWidth(c) == U'.' && isDigit(at(text, i + 1))))
        return (!isWordCharacter(before) || isCjk(before)) && !isNumberTail(text, i);
    if (isLetter(c))
        return !isWordCharacter(before);
    return isMinus(context, i) || isCjk(c) || c == 0xBC || c == 0xBD || c == 0xBE
           || scanCurrencyBefore(text, i, context.language).has_value();
}

std::size_t tokenEnd(std::u32string_view text, std::size_t i) {
    std::size_t end = i;
    while (isWordCharacter(at(text, end)))
        ++end;
    return end > i ? end : i + 1;
}

/// Digits glued to letters that are no unit and no magnitude: said, not guessed ("500xyz"), unless it is a plain name.
bool isGlued(std::u32string_view text, const ScannedQuantity& scanned) {
    return isLetter(at(text, scanned.end)) && isWordCharacter(text[scanned.end - 1]);
}

/// "spread over four years" is no bound; "it took over four years" is.
bool isSpreadOver(std::u32string_view text, const Hedge& hedge, const std::string& unit) {
    constexpr std::array times{"h", "d", "week", "month", "y"};
    if (hedge.start == 0 || asciiLower(text.substr(hedge.start, hedge.end - hedge.start)) != "over"
        || std::find(times.begin(), times.end(), unit) == times.end())
        return false;
    const std::string before = asciiLower(
        text.substr(hedge.start - std::min<std::size_t>(hedge.start, 12), std::min<std::size_t>(hedge.start, 12)));
    constexpr std::array<std::string_view, 14> bounding{"for ",    "took ",  "takes ", "take ",   "taking ",
                                                        "lasted ", "lasts ", "just ",  "little ", "after ",
                                                        "been ",   "was ",   "is ",    "than "};
    return std::none_of(bounding.begin(), bounding.end(),
                        [&](std::string_view word) { return before.ends_with(word); });
}

/// 四百余, 100여: "as many as" in front only stresses it.
bool isOddNumber(const Quantity& quantity) {
    return quantity.bound == Bound::about
           && (quantity.text.find("余") != std::string::npos || quantity.text.find("여") != std::string::npos);
}

/// Below "(in millions", up to an empty line: the amounts there are not what their digits say.
bool isInScaledTable(std::u32string_view text, std::size_t i) {
    constexpr std::size_t longestTable = 2000;
    const std::size_t from = i - std::min(i, longestTable);
    const std::string before = asciiLower(text.substr(from, i - from));
    std::size_t header = std::string::npos;
    for (const std::string_view scale : {"(in millions", "(in thousands", "(in billions"})
        if (const std::size_t k = before.rfind(scale);
            k != std::string::npos && (header == std::string::npos || k > header))
            header = k;
    return header != std::string::npos
           && text.substr(from + header, i - from - header).find(U"\n\n") == std::u32string_view::npos;
}

FoundQuantity withHedge(const ScanContext& context, const ScannedQuantity& scanned) {
    FoundQuantity found{scanned.start, scanned.end, scanned.quantity};
    const auto hedge = hedgeBefore(context.text, scanned.start);
    if (hedge && !isSpreadOver(context.text, *hedge, found.quantity.unit) && !isOddNumber(found.quantity))
        if (found.quantity.bound == Bound::equal
            || (found.quantity.bound == Bound::about && hedge->bound != Bound::about))
            found.quantity = withBound(found.quantity, hedge->bound);
    return found;
}

/// Digits said to be unsure: glued to letters that are no unit, an account's brackets, a table in millions.
bool isDoubtful(const ScanContext& context, const ScannedQuantity& scanned, Reading reading) {
    const std::u32string_view text = context.text;
    if (isGlued(text, scanned) && reading == Reading::unsure) // 3000P may be petaflops
        return scanned.grouped
               || (context.language == "zh" && at(text, scanned.end) == U'P' && !isLetter(at(text, scanned.end + 1)));
    if (reading == Reading::unsure || scanned.magnitude || scanned.quantity.unit == "%")
        return false;
    const bool bracketed = scanned.start > 0 && text[scanned.start - 1] == U'(' && at(text, scanned.end) == U')';
    const bool plain = isDigit(text[scanned.end - 1]) && (scanned.grouped || !isDigit(text[scanned.start]));
    return (bracketed && scanned.grouped && scanned.quantity.unit == "1")
           || (plain && isInScaledTable(text, scanned.start));
}

FoundQuantity doubtful(std::u32string_view text, const ScannedQuantity& scanned) {
    const std::size_t end = isLetter(at(text, scanned.end)) ? tokenEnd(text, scanned.end) : scanned.end;
    FoundQuantity found{scanned.start, end, {}};
    found.quantity.text = toUtf8(text.substr(scanned.start, end - scanned.start));
    found.quantity.bound = Bound::unsure;
    found.quantity.unit = "1";
    return found;
}

Error unreadable(std::string_view text) {
    return Error(ErrorCode::numberUnreadable, std::string(text), {std::string(text)});
}

/// Both readings of a text that is unsure: its digits with `,` as a thousands mark and as a decimal one, or plain and
/// in millions.
Error unsure(std::string_view text) {
    std::string digits, pointed;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            digits += c;
            pointed += c;
        } else if ((c == ',' || c == '.') && !pointed.empty() && pointed.find('.') == std::string::npos) {
            pointed += '.';
        }
    }
    return Error(ErrorCode::quantityUnsure, std::string(text),
                 {std::string(text), digits, pointed == digits ? digits + " million" : pointed});
}

} // namespace

std::vector<FoundQuantity> findQuantities(std::string_view utf8, const ReadOptions& options) {
    std::vector<FoundQuantity> found;
    if (!isUtf8(utf8))
        return found;
    const std::u32string text = toUtf32(utf8);
    const ScanContext context = contextOf(text, options);
    for (std::size_t i = 0; i < text.size();) {
        if (!mayStart(context, i)) {
            i = isLetter(text[i]) || isDigit(text[i]) ? tokenEnd(text, i) : i + 1;
            continue;
        }
        const bool currency = !isDigit(text[i]) && scanCurrencyBefore(text, i, options.language).has_value();
        if (const auto skipped = currency ? std::nullopt : skipAt(text, i)) {
            const auto won = scanQuantity(context, i);
            if (!(won && won->quantity.unit.starts_with("KRW") && text[i] == U'W')) {
                i = *skipped;
                continue;
            }
        }
        const auto scanned = scanQuantity(context, i);
        const bool none = !scanned || isNoQuantity(text, *scanned) || isGlued(text, *scanned);
        if (scanned && isDoubtful(context, *scanned, none ? Reading::unsure : Reading::sure)) {
            found.push_back(doubtful(text, *scanned));
        } else if (!none) {
            while (scanned->rateStart && !found.empty() && found.back().start >= *scanned->rateStart)
                found.pop_back();
            found.push_back(withHedge(context, *scanned));
        }
        const bool oneWord = none && isLetter(text[i]);
        i = oneWord            ? tokenEnd(text, i)
            : scanned          ? std::max(scanned->end, i + 1)
            : isDigit(text[i]) ? tokenEnd(text, i)
                               : i + 1;
        i = std::max(i, found.empty() ? 0 : found.back().end);
    }
    return withBorrowedUnits(text, std::move(found), options.language);
}

Result<Quantity> readQuantity(std::string_view utf8, const ReadOptions& options) {
    if (!isUtf8(utf8))
        return unreadable("?");
    const std::u32string text = toUtf32(utf8);
    ScanContext context = contextOf(text, options);
    context.koreanNear = context.koreanNear || at(text, skipSpaces(text, 0)) == U'W';
    std::size_t i = skipSpaces(text, 0);
    std::optional<Bound> bound;
    for (auto hedge = hedgeAt(text, i); hedge; hedge = hedgeAt(text, i)) {
        bound = bound && *bound != Bound::about ? bound : hedge->bound;
        i = skipSpaces(text, hedge->end);
        context.koreanNear = context.koreanNear || at(text, i) == U'W';
    }
    for (const std::string_view word : {"between", "from", "only", "just"})
        if (startsWithWord(text, i, word))
            i = skipSpaces(text, i + word.size());
    auto scanned = scanQuantity(context, i);
    if (!scanned)
        return unreadable(utf8);
    std::size_t end = scanned->end;
    if (const auto behind = hedgeAfter(text, end))
        end = behind->end;
    if (skipSpaces(text, end) != text.size())
        return unreadable(utf8);
    if (scanned->quantity.bound == Bound::unsure)
        return unsure(utf8);
    Quantity quantity = scanned->quantity;
    if (bound && (quantity.bound == Bound::equal || quantity.bound == Bound::about))
        quantity = withBound(quantity, *bound);
    quantity.text = std::string(utf8);
    return quantity;
}

} // namespace assay

// See cjk_label.h. Every rule looks at a bounded stretch of text.
#include "core/units/cjk_label.h"

#include "core/units/characters.h"

#include <algorithm>

namespace assay {

namespace {

constexpr std::u32string_view numerals = U"〇零一二三四五六七八九十百千两兩";

std::size_t numeralRunEnd(std::u32string_view text, std::size_t i) {
    while (i < text.size() && numerals.find(text[i]) != std::u32string_view::npos)
        ++i;
    return i;
}

bool endsWithAny(std::u32string_view text, std::size_t end, std::initializer_list<std::u32string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::u32string_view word) { return text.substr(0, end).ends_with(word); });
}

/// 20분의 1, 20分の1: a fraction in words, from its first digits.
std::optional<std::size_t> fractionEnd(std::u32string_view text, std::size_t end) {
    if (!startsWithAny(text, end, {U"분의", U"分之", U"分の"}))
        return std::nullopt;
    const std::size_t above = skipSpaces(text, end + 2);
    return std::max(digitRunEnd(text, above), numeralRunEnd(text, above));
}

/// 10명 중 6명, 10人中6人: a share in words.
std::optional<std::size_t> shareEnd(std::u32string_view text, std::size_t end) {
    for (const std::u32string_view of : {U"명 중 ", U"명 중", U"명중 ", U"人中", U"人のうち"})
        if (text.substr(std::min(end, text.size())).starts_with(of))
            if (const std::size_t part = end + of.size(); isDigit(at(text, part)))
                return digitRunEnd(text, part);
    return std::nullopt;
}

/// 表2：, 图3所示, 표 1.: the number of a table or picture.
bool isPictureLabel(std::u32string_view text, std::size_t start, std::size_t end) {
    std::size_t word = start;
    while (word > 0 && isSpace(text[word - 1]))
        --word;
    if (!endsWithAny(text, word, {U"表", U"图", U"圖", U"図", U"표", U"그림"}) || end - start > 2)
        return false;
    const char32_t next = foldWidth(at(text, end));
    return next == U':' || next == U'.' || next == U')' || next == U'、' || isSpace(next)
           || startsWithAny(text, end, {U"所示", U"に", U"은", U"는"});
}

/// 昇腾910B, 어센드 910C: a product's number.
std::optional<std::size_t> productEnd(std::u32string_view text, std::size_t start, std::size_t end) {
    if (!endsWithAny(text, start, {U"昇腾", U"昇騰", U"어센드", U"어센드 ", U"アセンド", U"骁龙", U"麒麟"}))
        return std::nullopt;
    return letterRunEnd(text, end);
}

} // namespace

bool startsWithAny(std::u32string_view text, std::size_t i, std::initializer_list<std::u32string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::u32string_view word) {
        return text.substr(std::min(i, text.size())).starts_with(word);
    });
}

std::optional<std::size_t> cjkLabelEnd(std::u32string_view text, std::size_t i) {
    const std::size_t end = digitRunEnd(text, i);
    const char32_t before = i > 0 ? text[i - 1] : U'\0';
    if (before == U'第' || (before == U'제' && (i < 2 || !isCjk(text[i - 2]))))
        return end;
    if (startsWithAny(text, end, {U"위", U"位", U"号", U"號", U"호 "}) && !startsWithAny(text, end, {U"위안"}))
        return end + 1;
    if (const auto fraction = fractionEnd(text, end))
        return fraction;
    if (const auto share = shareEnd(text, end))
        return share;
    if (const auto product = productEnd(text, i, end))
        return product;
    if (isPictureLabel(text, i, end))
        return end;
    const bool isHour = wholeAt(text, i, end) <= 24 && startsWithAny(text, end, {U"시", U"時", U"时", U"点", U"點"})
                        && !startsWithAny(text, end, {U"시간", U"時間", U"时间"});
    if (!isHour)
        return std::nullopt;
    const std::size_t minutes = skipSpaces(text, end + 1);
    const std::size_t stop = digitRunEnd(text, minutes);
    return stop > minutes && startsWithAny(text, stop, {U"분", U"分"}) ? stop + 1 : end + 1;
}

std::optional<std::size_t> cjkNumeralEnd(std::u32string_view text, std::size_t i) {
    if (at(text, i) == U'第') {
        const std::size_t end = numeralRunEnd(text, i + 1);
        return end > i + 1 ? std::optional(end) : std::nullopt;
    }
    const std::size_t end = numeralRunEnd(text, i);
    return end > i && !endsWithAny(text, end, {U"百"}) ? fractionEnd(text, end) : std::nullopt;
}

bool isCjkRank(std::u32string_view text, std::size_t end) {
    return startsWithAny(text, skipSpaces(text, end),
                         {U"분기", U"四半期", U"季度", U"번째", U"番目", U"세대", U"世代", U"세기", U"世紀", U"世纪",
                          U"학년", U"月", U"월"});
}

} // namespace assay

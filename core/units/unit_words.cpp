// The table of unit words and their look-up.
#include "core/units/unit_words.h"

#include "core/base/utf8.h"
#include "core/units/characters.h"
#include "core/units/unit.h"
#include "core/units/unit_table.h"

#include <array>
#include <map>

namespace assay {

namespace {

struct UnitWord {
    std::u32string_view word; ///< lower case where it is ASCII; plurals in s are found too
    std::string_view unit;
};

// Words in alphabets. What a word counts is the reader's business; here it is only what it is called.
constexpr std::array words{
    UnitWord{U"dollar", "USD"},
    UnitWord{U"us dollar", "USD"},
    UnitWord{U"u.s. dollar", "USD"},
    UnitWord{U"american dollar", "USD"},
    UnitWord{U"buck", "USD"},
    UnitWord{U"singapore dollar", "SGD"},
    UnitWord{U"hong kong dollar", "HKD"},
    UnitWord{U"new taiwan dollar", "TWD"},
    UnitWord{U"taiwan dollar", "TWD"},
    UnitWord{U"australian dollar", "AUD"},
    UnitWord{U"canadian dollar", "CAD"},
    UnitWord{U"won", "KRW"},
    UnitWord{U"korean won", "KRW"},
    UnitWord{U"south korean won", "KRW"},
    UnitWord{U"yuan", "CNY"},
    UnitWord{U"renminbi", "CNY"},
    UnitWord{U"rmb", "CNY"},
    UnitWord{U"chinese yuan", "CNY"},
    UnitWord{U"yen", "JPY"},
    UnitWord{U"japanese yen", "JPY"},
    UnitWord{U"euro", "EUR"},
    UnitWord{U"pound sterling", "GBP"},
    UnitWord{U"british pound", "GBP"},
    UnitWord{U"swiss franc", "CHF"},
    UnitWord{U"rupee", "INR"},
    UnitWord{U"percent", "%"},
    UnitWord{U"per cent", "%"},
    UnitWord{U"pct", "%"},
    UnitWord{U"percentage point", "pp"},
    UnitWord{U"gpu", "GPU"},
    UnitWord{U"chip", "GPU"},
    UnitWord{U"accelerator", "GPU"},
    UnitWord{U"card", "GPU"},
    UnitWord{U"ai accelerator", "GPU"},
    UnitWord{U"ai chip", "GPU"},
    UnitWord{U"graphics card", "GPU"},
    UnitWord{U"graphics chip", "GPU"},
    UnitWord{U"graphics processing unit", "GPU"},
    UnitWord{U"graphics processor", "GPU"},
    UnitWord{U"node", "node"},
    UnitWord{U"server", "node"},
    UnitWord{U"token", "token"},
    UnitWord{U"parameter", "parameter"},
    UnitWord{U"param", "parameter"},
    UnitWord{U"unit", "unit"},
    UnitWord{U"person", "person"},
    UnitWord{U"people", "person"},
    UnitWord{U"employee", "person"},
    UnitWord{U"second", "s"},
    UnitWord{U"sec", "s"},
    UnitWord{U"minute", "min"},
    UnitWord{U"hour", "h"},
    UnitWord{U"hr", "h"},
    UnitWord{U"day", "d"},
    UnitWord{U"week", "week"},
    UnitWord{U"month", "month"},
    UnitWord{U"year", "y"},
    UnitWord{U"yr", "y"},
    UnitWord{U"watt", "W"},
    UnitWord{U"kilowatt", "kW"},
    UnitWord{U"megawatt", "MW"},
    UnitWord{U"gigawatt", "GW"},
    UnitWord{U"kilowatt-hour", "kWh"},
    UnitWord{U"kilowatt hour", "kWh"},
    UnitWord{U"megawatt-hour", "MWh"},
    UnitWord{U"megawatt hour", "MWh"},
    UnitWord{U"gigawatt-hour", "GWh"},
    UnitWord{U"gigawatt hour", "GWh"},
    UnitWord{U"byte", "B"},
    UnitWord{U"kilobyte", "kB"},
    UnitWord{U"megabyte", "MB"},
    UnitWord{U"gigabyte", "GB"},
    UnitWord{U"terabyte", "TB"},
    UnitWord{U"petabyte", "PB"},
    UnitWord{U"bit", "b"},
    UnitWord{U"gigabit", "Gb"},
    UnitWord{U"gbps", "Gb/s"},
    UnitWord{U"mbps", "Mb/s"},
    UnitWord{U"tbps", "Tb/s"},
    UnitWord{U"gigaflops", "GFLOP/s"},
    UnitWord{U"teraflops", "TFLOP/s"},
    UnitWord{U"petaflops", "PFLOP/s"},
    UnitWord{U"exaflops", "EFLOP/s"},
    UnitWord{U"gflops", "GFLOP/s"},
    UnitWord{U"tflops", "TFLOP/s"},
    UnitWord{U"pflops", "PFLOP/s"},
    UnitWord{U"eflops", "EFLOP/s"},
    UnitWord{U"kilogram", "kg"},
};

// Korean, Chinese, Japanese: no spaces around words, so the longest match counts. 元 is yuan unless 美, 港, 新 or 台
// stands before it.
constexpr std::array cjkWords{
    UnitWord{U"달러", "USD"},
    UnitWord{U"미국 달러", "USD"},
    UnitWord{U"원", "KRW"},
    UnitWord{U"위안", "CNY"},
    UnitWord{U"엔", "JPY"},
    UnitWord{U"퍼센트", "%"},
    UnitWord{U"프로", "%"},
    UnitWord{U"시간", "h"},
    UnitWord{U"일", "d"},
    UnitWord{U"개월", "month"},
    UnitWord{U"년", "y"},
    UnitWord{U"주", "week"},
    UnitWord{U"명", "person"},
    UnitWord{U"토큰", "token"},
    UnitWord{U"파라미터", "parameter"},
    UnitWord{U"유로", "EUR"},
    UnitWord{U"칩", "GPU"},
    UnitWord{U"서버", "node"},
    UnitWord{U"芯片", "GPU"},
    UnitWord{U"晶片", "GPU"},
    UnitWord{U"显卡", "GPU"},
    UnitWord{U"顯卡", "GPU"},
    UnitWord{U"服务器", "node"},
    UnitWord{U"词元", "token"},
    UnitWord{U"名", "person"},
    UnitWord{U"名员工", "person"},
    UnitWord{U"周", "week"},
    UnitWord{U"週間", "week"},
    UnitWord{U"チップ", "GPU"},
    UnitWord{U"サーバー", "node"},
    UnitWord{U"トークン", "token"},
    UnitWord{U"パラメータ", "parameter"},
    UnitWord{U"パラメーター", "parameter"},
    UnitWord{U"매개변수", "parameter"},
    UnitWord{U"元", "CNY"},
    UnitWord{U"人民币", "CNY"},
    UnitWord{U"元人民币", "CNY"},
    UnitWord{U"人民幣", "CNY"},
    UnitWord{U"美元", "USD"},
    UnitWord{U"美金", "USD"},
    UnitWord{U"港元", "HKD"},
    UnitWord{U"港币", "HKD"},
    UnitWord{U"新元", "SGD"},
    UnitWord{U"新加坡元", "SGD"},
    UnitWord{U"台币", "TWD"},
    UnitWord{U"新台币", "TWD"},
    UnitWord{U"新台幣", "TWD"},
    UnitWord{U"日元", "JPY"},
    UnitWord{U"欧元", "EUR"},
    UnitWord{U"韩元", "KRW"},
    UnitWord{U"韓元", "KRW"},
    UnitWord{U"小时", "h"},
    UnitWord{U"小時", "h"},
    UnitWord{U"天", "d"},
    UnitWord{U"年", "y"},
    UnitWord{U"个月", "month"},
    UnitWord{U"人", "person"},
    UnitWord{U"个参数", "parameter"},
    UnitWord{U"参数", "parameter"},
    UnitWord{U"兆瓦", "MW"},
    UnitWord{U"千瓦", "kW"},
    UnitWord{U"瓦", "W"},
    UnitWord{U"千瓦时", "kWh"},
    UnitWord{U"円", "JPY"},
    UnitWord{U"ドル", "USD"},
    UnitWord{U"米ドル", "USD"},
    UnitWord{U"ウォン", "KRW"},
    UnitWord{U"人民元", "CNY"},
    UnitWord{U"ユーロ", "EUR"},
    UnitWord{U"時間", "h"},
    UnitWord{U"日間", "d"},
    UnitWord{U"年間", "y"},
    UnitWord{U"か月", "month"},
    UnitWord{U"パーセント", "%"},
};

struct Sign {
    std::u32string_view sign;
    std::string_view unit;
};

// Longest first. A bare $ is a US dollar; ¥ is decided by language (scanCurrencyBefore).
constexpr std::array signs{
    Sign{U"US$", "USD"}, Sign{U"HK$", "HKD"}, Sign{U"NT$", "TWD"}, Sign{U"AU$", "AUD"}, Sign{U"S$", "SGD"},
    Sign{U"A$", "AUD"},  Sign{U"C$", "CAD"},  Sign{U"$", "USD"},   Sign{U"€", "EUR"},   Sign{U"£", "GBP"},
    Sign{U"₩", "KRW"},   Sign{U"￦", "KRW"},  Sign{U"₹", "INR"},   Sign{U"＄", "USD"},  Sign{U"RMB", "CNY"},
    Sign{U"Rs.", "INR"}, Sign{U"Rs", "INR"},
};

/// Before a number, where no number that it may belong to stands before it.
constexpr std::array cjkSigns{
    Sign{U"新台币", "TWD"}, Sign{U"新台幣", "TWD"}, Sign{U"人民币", "CNY"}, Sign{U"人民幣", "CNY"},
    Sign{U"港元", "HKD"},   Sign{U"港币", "HKD"},   Sign{U"港幣", "HKD"},   Sign{U"美元", "USD"},
    Sign{U"日元", "JPY"},   Sign{U"欧元", "EUR"},   Sign{U"歐元", "EUR"},   Sign{U"韩元", "KRW"},
};

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

std::optional<UnitMatch> longestWord(std::u32string_view text, std::size_t i) {
    std::optional<UnitMatch> best = poundsAt(text, i);
    for (const UnitWord& row : words) {
        if (!matches(text, i, row.word))
            continue;
        std::size_t end = i + row.word.size();
        if (lowerCase(at(text, end)) == U's' && row.word.back() != U's')
            ++end;
        if (endsWord(text, end) && (!best || end > best->end))
            best = UnitMatch{end, std::string(row.unit)};
    }
    return best;
}

std::optional<UnitMatch> longestCjkWord(std::u32string_view text, std::size_t i) {
    std::optional<UnitMatch> best;
    for (const UnitWord& row : cjkWords)
        if (text.substr(std::min(i, text.size())).starts_with(row.word) && (!best || i + row.word.size() > best->end))
            best = UnitMatch{i + row.word.size(), std::string(row.unit)};
    return best;
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

} // namespace

std::optional<UnitMatch> scanCurrencyBefore(std::u32string_view text, std::size_t i, std::string_view language) {
    for (const Sign& row : signs)
        if (text.substr(std::min(i, text.size())).starts_with(row.sign))
            return UnitMatch{i + row.sign.size(), std::string(row.unit)};
    const char32_t before = i > 0 ? text[i - 1] : U' ';
    if (isCjk(at(text, i)) && std::u32string_view(U"兑兌对對").find(before) == std::u32string_view::npos) // not a rate
        for (const Sign& row : cjkSigns)
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
            return UnitMatch{end, std::string(id)};
    }
    return std::nullopt;
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

// The words in alphabets and the signs of unit_word_table.h. (evidence: "Quantity grammar", units and currencies)
#include "core/units/unit_word_table.h"

#include <array>

namespace assay {

namespace {

// Words in alphabets. What a word counts is the reader's business; here it is only what it is called.
constexpr std::array wordRows{
    UnitWords{U"dollar|us dollar|u.s. dollar|american dollar|buck", "USD"},
    UnitWords{U"singapore dollar", "SGD"},
    UnitWords{U"hong kong dollar", "HKD"},
    UnitWords{U"new taiwan dollar|taiwan dollar|taiwanese dollar|nt dollar", "TWD"},
    UnitWords{U"australian dollar", "AUD"},
    UnitWords{U"canadian dollar", "CAD"},
    UnitWords{U"won|korean won|south korean won", "KRW"},
    UnitWords{U"yuan|renminbi|rmb|chinese yuan", "CNY"},
    UnitWords{U"yen|japanese yen", "JPY"},
    UnitWords{U"euro", "EUR"},
    UnitWords{U"pound sterling|british pound|sterling", "GBP"},
    UnitWords{U"swiss franc", "CHF"},
    UnitWords{U"rupee|indian rupee", "INR"},
    UnitWords{U"percent|per cent|pct", "%"},
    UnitWords{U"percentage point|%p", "pp"},
    UnitWords{U"gpu|chip|accelerator|card|ai accelerator|ai chip|graphics card", "GPU"},
    UnitWords{U"graphics chip|graphics processing unit|graphics processor|tpu|gpu card", "GPU"},
    UnitWords{U"xpu", "GPU"},
    UnitWords{U"node|server", "node"},
    UnitWords{U"token|tok", "token"},
    UnitWords{U"parameter|param", "parameter"},
    UnitWords{U"unit", "unit"},
    UnitWords{U"person|people|employee|worker|staff|staffer|engineer|researcher", "person"},
    UnitWords{U"scientist", "person"},
    UnitWords{U"second|sec", "s"},
    UnitWords{U"minute", "min"},
    UnitWords{U"hour|hr", "h"},
    UnitWords{U"day", "d"},
    UnitWords{U"week", "week"},
    UnitWords{U"month", "month"},
    UnitWords{U"year|yr", "y"},
    UnitWords{U"watt", "W"},
    UnitWords{U"kilowatt", "kW"},
    UnitWords{U"megawatt", "MW"},
    UnitWords{U"gigawatt", "GW"},
    UnitWords{U"kilowatt-hour|kilowatt hour", "kWh"},
    UnitWords{U"megawatt-hour|megawatt hour", "MWh"},
    UnitWords{U"gigawatt-hour|gigawatt hour", "GWh"},
    UnitWords{U"byte", "B"},
    UnitWords{U"kilobyte", "kB"},
    UnitWords{U"megabyte", "MB"},
    UnitWords{U"gigabyte", "GB"},
    UnitWords{U"terabyte", "TB"},
    UnitWords{U"petabyte", "PB"},
    UnitWords{U"bit", "b"},
    UnitWords{U"gigabit", "Gb"},
    UnitWords{U"gbps", "Gb/s"},
    UnitWords{U"mbps", "Mb/s"},
    UnitWords{U"tbps", "Tb/s"},
    UnitWords{U"gigaflops|gflops", "GFLOP/s"},
    UnitWords{U"teraflops|tflops", "TFLOP/s"},
    UnitWords{U"petaflops|pflops", "PFLOP/s"},
    UnitWords{U"exaflops|eflops", "EFLOP/s"},
    UnitWords{U"kilogram", "kg"},
    UnitWords{U"cent|us cent|u.s. cent|american cent", "USD", -2},
    UnitWords{U"euro cent|eurocent", "EUR", -2},
    UnitWords{U"pence", "GBP", -2},
    UnitWords{U"basis point", "pp", -2},
    UnitWords{U"mtok", "Mtoken"},
    UnitWords{U"floating point operation|floating-point operation", "FLOP"},
    UnitWords{U"terawatt", "TW"},
    UnitWords{U"terawatt-hour|terawatt hour", "TWh"},
    UnitWords{U"exabyte", "EB"},
    UnitWords{U"megabit", "Mb"},
    UnitWords{U"terabit", "Tb"},
    UnitWords{U"kbps", "kb/s"},
    UnitWords{U"millisecond", "ms"},
};

// Longest first. A bare $ is a US dollar; ¥ is decided by language (scanCurrencyBefore).
constexpr std::array signRows{
    CurrencySign{U"US$", "USD"}, CurrencySign{U"HK$", "HKD"}, CurrencySign{U"NT$", "TWD"}, CurrencySign{U"AU$", "AUD"},
    CurrencySign{U"S$", "SGD"},  CurrencySign{U"A$", "AUD"},  CurrencySign{U"C$", "CAD"},  CurrencySign{U"$", "USD"},
    CurrencySign{U"€", "EUR"},   CurrencySign{U"£", "GBP"},   CurrencySign{U"₩", "KRW"},   CurrencySign{U"￦", "KRW"},
    CurrencySign{U"₹", "INR"},   CurrencySign{U"＄", "USD"},  CurrencySign{U"RMB", "CNY"}, CurrencySign{U"Rs.", "INR"},
    CurrencySign{U"Rs", "INR"},
};

/// Before a number, where no number that it may belong to stands before it.
constexpr std::array cjkSignRows{
    CurrencySign{U"新台币", "TWD"}, CurrencySign{U"新台幣", "TWD"}, CurrencySign{U"人民币", "CNY"},
    CurrencySign{U"人民幣", "CNY"}, CurrencySign{U"港元", "HKD"},   CurrencySign{U"港币", "HKD"},
    CurrencySign{U"港幣", "HKD"},   CurrencySign{U"美元", "USD"},   CurrencySign{U"日元", "JPY"},
    CurrencySign{U"欧元", "EUR"},   CurrencySign{U"歐元", "EUR"},   CurrencySign{U"韩元", "KRW"},
};

} // namespace

std::span<const UnitWords> unitWords() { return wordRows; }
std::span<const CurrencySign> currencySigns() { return signRows; }
std::span<const CurrencySign> cjkCurrencySigns() { return cjkSignRows; }

} // namespace assay

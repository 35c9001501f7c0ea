// The tables behind unit_table.h.
#include "core/units/unit_table.h"

namespace assay {

namespace {

constexpr double year = 31557600; // Julian year of 365.25 d (IAU)

constexpr std::array unitRows{
    // currencies: each its own base, for only a dated, cited rate turns one into another (ISO 4217)
    NamedUnit{"USD", 1, "USD", Prefixes::none, "US dollar"},
    NamedUnit{"KRW", 1, "KRW", Prefixes::none, "South Korean won"},
    NamedUnit{"CNY", 1, "CNY", Prefixes::none, "Chinese yuan renminbi"},
    NamedUnit{"SGD", 1, "SGD", Prefixes::none, "Singapore dollar"},
    NamedUnit{"TWD", 1, "TWD", Prefixes::none, "New Taiwan dollar"},
    NamedUnit{"JPY", 1, "JPY", Prefixes::none, "Japanese yen"},
    NamedUnit{"EUR", 1, "EUR", Prefixes::none, "euro"},
    NamedUnit{"HKD", 1, "HKD", Prefixes::none, "Hong Kong dollar"},
    NamedUnit{"GBP", 1, "GBP", Prefixes::none, "pound sterling"},
    NamedUnit{"AUD", 1, "AUD", Prefixes::none, "Australian dollar"},
    NamedUnit{"CAD", 1, "CAD", Prefixes::none, "Canadian dollar"},
    NamedUnit{"CHF", 1, "CHF", Prefixes::none, "Swiss franc"},
    NamedUnit{"INR", 1, "INR", Prefixes::none, "Indian rupee"},
    // counted things
    NamedUnit{"GPU", 1, "GPU", Prefixes::none, "chip of any kind; in a model the chip bound to it"},
    NamedUnit{"token", 1, "token", Prefixes::large, "token of training or output text"},
    NamedUnit{"parameter", 1, "parameter", Prefixes::large, "model parameter"},
    NamedUnit{"FLOP", 1, "FLOP", Prefixes::large, "floating point operation (a count; a rate is FLOP/s)"},
    NamedUnit{"node", 1, "node", Prefixes::none, "server of a cluster"},
    NamedUnit{"person", 1, "person", Prefixes::none, "person"},
    NamedUnit{"unit", 1, "unit", Prefixes::none, "thing counted and not further named"},
    // time
    NamedUnit{"s", 1, "s", Prefixes::small, "second"},
    NamedUnit{"min", 60, "s", Prefixes::none, "minute"},
    NamedUnit{"h", 3600, "s", Prefixes::none, "hour"},
    NamedUnit{"d", 86400, "s", Prefixes::none, "day"},
    NamedUnit{"week", 604800, "s", Prefixes::none, "week"},
    NamedUnit{"month", year / 12, "s", Prefixes::none, "month (a twelfth of a year)"},
    NamedUnit{"y", year, "s", Prefixes::none, "year (365.25 d)"},
    // power, energy, data, mass
    NamedUnit{"W", 1, "W", Prefixes::all, "watt"},
    NamedUnit{"Wh", 3600, "W s", Prefixes::large, "watt-hour"},
    NamedUnit{"J", 1, "W s", Prefixes::all, "joule"},
    NamedUnit{"B", 1, "B", Prefixes::large, "byte"},
    NamedUnit{"b", 0.125, "B", Prefixes::large, "bit (an eighth of a byte)"},
    NamedUnit{"kg", 1, "kg", Prefixes::none, "kilogram"},
    NamedUnit{"g", 0.001, "kg", Prefixes::none, "gram"},
    // shares
    NamedUnit{"pp", 1, "pp", Prefixes::none, "percentage point (a difference of per cents)"},
    NamedUnit{"%", 0.01, "", Prefixes::none, "per cent"},
};

// Ids of the chip families met in claims about AI compute; a catalogue row says what each can do (vendors' data
// sheets).
constexpr std::array chipRows{
    Chip{"A10", "A10"},
    Chip{"A30", "A30"},
    Chip{"A40", "A40"},
    Chip{"A100", "A100"},
    Chip{"A800", "A800"},
    Chip{"Ascend910B", "Ascend 910B|Ascend910B|910B"},
    Chip{"Ascend910C", "Ascend 910C|Ascend910C|910C"},
    Chip{"B100", "B100"},
    Chip{"B200", "B200"},
    Chip{"B300", "B300"},
    Chip{"GB200", "GB200"},
    Chip{"GB300", "GB300"},
    Chip{"GH200", "GH200"},
    Chip{"H20", "H20"},
    Chip{"H100", "H100"},
    Chip{"H200", "H200"},
    Chip{"H800", "H800"},
    Chip{"L2", "L2"},
    Chip{"L4", "L4"},
    Chip{"L20", "L20"},
    Chip{"L40", "L40"},
    Chip{"L40S", "L40S"},
    Chip{"MI250X", "MI250X|MI250"},
    Chip{"MI300X", "MI300X|MI300"},
    Chip{"MI325X", "MI325X"},
    Chip{"MI355X", "MI355X"},
    Chip{"P100", "P100"},
    Chip{"RTX4090", "RTX 4090|RTX4090"},
    Chip{"RTX4090D", "RTX 4090 D|RTX 4090D|RTX4090D"},
    Chip{"T4", "T4"},
    Chip{"TPUv4", "TPU v4|TPUv4"},
    Chip{"TPUv5e", "TPU v5e|TPUv5e"},
    Chip{"TPUv5p", "TPU v5p|TPUv5p"},
    Chip{"V100", "V100"},
};

// SI brochure, 9th edition, table 7
constexpr std::array largeRows{
    Prefix{"k", 1e3},  Prefix{"M", 1e6},  Prefix{"G", 1e9},  Prefix{"T", 1e12},
    Prefix{"P", 1e15}, Prefix{"E", 1e18}, Prefix{"Z", 1e21}, Prefix{"Y", 1e24},
};
constexpr std::array smallRows{Prefix{"m", 1e-3}, Prefix{"u", 1e-6}, Prefix{"n", 1e-9}};

} // namespace

std::span<const NamedUnit> namedUnits() { return unitRows; }
std::span<const NamedUnit> currencies() {
    std::size_t count = 0;
    while (unitRows[count].name != "GPU") // the row behind the last currency
        ++count;
    return std::span(unitRows).first(count);
}

std::span<const Chip> chips() { return chipRows; }
std::span<const Prefix> largePrefixes() { return largeRows; }
std::span<const Prefix> smallPrefixes() { return smallRows; }

} // namespace assay

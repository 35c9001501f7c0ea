// See flop_unit.h.
#include "core/units/flop_unit.h"

#include "core/units/characters.h"

#include <algorithm>
#include <string>

namespace assay {

namespace {

constexpr double surelyCount = 1e20; // a rate of 100 exaFLOP/s is written with its prefix, a training run without
constexpr std::size_t near = 40;

bool speaksOf(const std::string& words, std::initializer_list<std::string_view> some) {
    return std::any_of(some.begin(), some.end(),
                       [&](std::string_view word) { return words.find(word) != std::string::npos; });
}

} // namespace

std::optional<UnitMatch> scanFlops(std::u32string_view text, const ScannedSingle& single) {
    const std::size_t start = skipSpaces(text, single.numberEnd);
    std::size_t end = letterRunEnd(text, start);
    const std::string word = asciiLower(text.substr(start, end - start));
    if (word != "flops" && word != "flop")
        return std::nullopt;
    const std::string after = asciiLower(text.substr(end, near));
    if (after.starts_with("/s") || after.starts_with(" per second"))
        return UnitMatch{end + (after.starts_with("/s") ? 2 : 11), "FLOP/s"};
    if (toDouble(timesPowerOfTen(single.decimal, single.power.value_or(0))) >= surelyCount)
        return UnitMatch{end, "FLOP"};
    if (after.starts_with("/token") || after.starts_with(" per token"))
        return UnitMatch{end + (after.starts_with("/token") ? 6 : 10), "FLOP/token"};
    const std::string before =
        asciiLower(text.substr(single.start - std::min(single.start, near), std::min(single.start, near)));
    const bool rate = speaksOf(before + after, {"peak", "throughput", "performance", "sustain", "deliver", "speed"});
    const bool count = speaksOf(before + after, {"train", "budget", "total", "operations"});
    return UnitMatch{end, rate == count ? "" : rate ? "FLOP/s" : "FLOP"};
}

} // namespace assay

// The words of a rate around its number: "per million tokens" behind it; 每小时, kWh당, 1時間あたり, 毎秒 before it.
#pragma once

#include "core/units/unit_words.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace assay {

/// Where a denominator starts: behind "/", "per", "a", "an", "each", "every"; none when there is no rate word.
std::optional<std::size_t> denominatorAt(std::u32string_view text, std::size_t i);

/// "per million", "/1M" at i: the value as written would be a million times too large for its unit.
bool isPerMany(std::u32string_view text, std::size_t i, std::string_view language);

/// "million tokens", "1M input tokens", "1k tokens" at i: Mtoken, ktoken; an empty unit when what is counted by many is
/// no token, so that the value would have to be scaled.
std::optional<UnitMatch> scanMany(std::u32string_view text, std::size_t i, std::string_view language);

/// What a rate's number stands under, in front of it.
struct RateBefore {
    std::size_t start = 0; ///< of its words: a number in them ("1時間あたり") is no quantity of its own
    std::string unit; ///< "h", "kWh", "Mtoken"; "1" of a thing without a unit; empty: said, and not to be expressed
};

/// The rate in front of the number at i, hedges between skipped: 每小时2美元, kWh당 180원, 100万トークンあたり0.55ドル,
/// 毎秒60トークン, 1ドル=155円.
std::optional<RateBefore> rateBefore(std::u32string_view text, std::size_t i, std::string_view language);

/// 年20億ドル, 월 20달러, 月額500円, 1時間2ドル: the period of a payment; only money is read so.
std::optional<RateBefore> periodBefore(std::u32string_view text, std::size_t i);

} // namespace assay

// Korean, Chinese and Japanese digits that are no quantity: times of day, ordinals, ranks, quarters, fractions, labels
// of tables. Reads no value.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace assay {

/// Text at i starts with one of the words.
bool startsWithAny(std::u32string_view text, std::size_t i, std::initializer_list<std::u32string_view> words);

/// End of a stretch of digits at i that is no quantity: 10시 30분, 제3차, 1위, 20분의 1, 10명 중 6명, 表2：, 昇腾910B.
std::optional<std::size_t> cjkLabelEnd(std::u32string_view text, std::size_t i);

/// The same for numerals that are no ASCII digits: 第二十三条, 三十分之一.
std::optional<std::size_t> cjkNumeralEnd(std::u32string_view text, std::size_t i);

/// True when a quarter, generation, century or place in a row stands behind a number: 2분기, 1~3分期, 3世代, 두 번째.
bool isCjkRank(std::u32string_view text, std::size_t end);

} // namespace assay

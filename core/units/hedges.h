// Words and signs around a number that bound or loosen it: "over", "at least", "about", "or so", 이상, 以上. A table
// with look-up on either side; knows no number. Hedges of belief ("likely", "reportedly") are a mention's, not here.
#pragma once

#include "core/units/quantity.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace assay {

struct Hedge {
    std::size_t start = 0;
    std::size_t end = 0;
    Bound bound = Bound::about;
};

/// The hedge that starts at i.
std::optional<Hedge> hedgeAt(std::u32string_view text, std::size_t i);

/// The hedge in front of the number that starts at i, spaces between skipped. Of "at least about", the bound.
std::optional<Hedge> hedgeBefore(std::u32string_view text, std::size_t i);

/// The hedge behind a number that ends at i: "or so", "or more", 이상, 左右.
std::optional<Hedge> hedgeAfter(std::u32string_view text, std::size_t i);

} // namespace assay

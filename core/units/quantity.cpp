// The words of bounds, as files and command line write them.
#include "core/units/quantity.h"

#include <array>
#include <string_view>

namespace assay {

namespace {

struct Word {
    Bound bound;
    std::string_view text;
};

constexpr std::array words{
    Word{Bound::equal, "="},     Word{Bound::about, "~"},     Word{Bound::less, "<"},
    Word{Bound::atMost, "<="},   Word{Bound::greater, ">"},   Word{Bound::atLeast, ">="},
    Word{Bound::range, "range"}, Word{Bound::vague, "vague"}, Word{Bound::unsure, "unsure"},
};

} // namespace

std::string_view boundText(Bound bound) {
    for (const Word& word : words)
        if (word.bound == bound)
            return word.text;
    return {};
}

std::optional<Bound> boundFromText(std::string_view text) {
    for (const Word& word : words)
        if (word.text == text)
            return word.bound;
    return std::nullopt;
}

} // namespace assay

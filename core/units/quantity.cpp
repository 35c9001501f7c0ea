// The words of bounds in files and on the command line.
#include "core/units/quantity.h"

#include <array>

namespace assay {
namespace {

constexpr std::array<std::string_view, 9> words{"=", "~", "<", "<=", ">", ">=", "range", "vague", "unsure"};

} // namespace

std::string_view boundText(Bound bound) { return words[static_cast<std::size_t>(bound)]; }

std::optional<Bound> boundFromText(std::string_view text) {
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i] == text)
            return static_cast<Bound>(i);
    return std::nullopt;
}

} // namespace assay

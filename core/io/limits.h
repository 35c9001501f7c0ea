// What the program takes at most, as one table for people: `assay list limits`. Reaching a limit is an error that names
// it. The numbers themselves stand where they are kept.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace assay {

struct ProgramLimit {
    std::string_view id;
    std::uint64_t most;
    std::string_view what; ///< with the unit
};

std::span<const ProgramLimit> limits();

} // namespace assay

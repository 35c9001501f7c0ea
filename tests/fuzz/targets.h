// The fuzz targets: each feeds bytes to one reader and checks what must hold for every input. Known to the libFuzzer
// programs and to the ordinary test that replays the kept inputs.
#pragma once

#include <span>
#include <string_view>

namespace assay::fuzz {

struct Target {
    std::string_view name;               ///< the folder tests/data/corpus/NAME holds its seeds
    void (*run)(std::string_view bytes); ///< aborts when something that must hold does not
};

std::span<const Target> targets();
const Target* findTarget(std::string_view name);

} // namespace assay::fuzz

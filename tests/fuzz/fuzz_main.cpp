// The libFuzzer program of one target: ASSAY_FUZZ_TARGET names it.
#include "tests/fuzz/targets.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const assay::fuzz::Target* const target = assay::fuzz::findTarget(ASSAY_FUZZ_TARGET);
    if (!target)
        std::abort();
    target->run({reinterpret_cast<const char*>(data), size});
    return 0;
}

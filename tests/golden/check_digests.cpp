// Prints the golden models whose digest differs and ends with their number: the same source compiled by other compilers
// and options must give the same bits.
#include "tests/golden/golden_models.h"

#include <cstdio>

int main() {
    int different = 0;
    for (const assay::test::Golden& golden : assay::test::goldenModels()) {
        const std::string digest = assay::test::digestOfSamples(golden, golden.options);
        if (digest == golden.digest)
            continue;
        ++different;
        std::printf("%s: %s, not %s\n", golden.name.c_str(), digest.c_str(), golden.digest.c_str());
    }
    return different;
}

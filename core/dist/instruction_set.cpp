// Asks the processor by the compiler's own table.
#include "core/dist/instruction_set.h"

#include <algorithm>
#include <iterator>

namespace assay {

std::string_view instructionSetName(InstructionSet set) {
    switch (set) {
    case InstructionSet::avx2: return "avx2";
    case InstructionSet::avx512: return "avx512";
    default: return "baseline";
    }
}

#if defined(__x86_64__)

bool isSupported(InstructionSet set) {
    // The levels hold more (LZCNT, MOVBE, F16C); no processor with AVX2 and BMI2 lacks those.
    const bool level3 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi")
                        && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("fma");
    switch (set) {
    case InstructionSet::avx2: return level3;
    case InstructionSet::avx512:
        return level3 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
               && __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq")
               && __builtin_cpu_supports("avx512vl");
    default: return true;
    }
}

const ColumnLoops& columnLoops(InstructionSet set) {
    switch (set) {
    case InstructionSet::avx2: return avx2Loops;
    case InstructionSet::avx512: return avx512Loops;
    default: return baselineLoops;
    }
}

#else

bool isSupported(InstructionSet set) { return set == InstructionSet::baseline; }

const ColumnLoops& columnLoops(InstructionSet) { return baselineLoops; }

#endif

InstructionSet bestInstructionSet() {
    return *std::find_if(allInstructionSets.rbegin(), allInstructionSets.rend(), isSupported);
}

} // namespace assay

// InstructionSet: which copy of the vector loops runs. Every set gives the same bits; only the speed differs.
#pragma once

#include "core/dist/column_loops.h"

#include <array>
#include <string_view>

namespace assay {

/// x86-64 levels 1, 3 and 4 of the System V psABI; on other processors there is the baseline alone.
enum class InstructionSet { baseline, avx2, avx512 };

inline constexpr std::array allInstructionSets{InstructionSet::baseline, InstructionSet::avx2, InstructionSet::avx512};

std::string_view instructionSetName(InstructionSet set);

/// Whether this processor has the set, and this build the loops for it.
bool isSupported(InstructionSet set);

/// The widest supported one.
InstructionSet bestInstructionSet();

/// The loops compiled for the set, which must be supported.
const ColumnLoops& columnLoops(InstructionSet set);

} // namespace assay

// Program: a compiled model with its fixed inputs filled in, as instructions over columns. What does not depend on an
// uncertain input is computed once, what is written twice too, what no output needs is left out, and columns are reused
// when their value is done.
#pragma once

#include "core/base/hash.h"
#include "core/dist/uniforms.h"
#include "core/scenario/compile.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace assay {

struct Instruction {
    Operation operation = Operation::add;
    std::size_t target = 0;                ///< slot
    std::array<std::size_t, 3> operands{}; ///< slots
    std::optional<double> fixedExponent;   ///< Operation::power by a constant
};

/// What an output is made of: its operations and constants as a key, and the inputs it reads, ascending.
struct Recipe {
    ContentKey formula;
    std::vector<std::size_t> inputs;
};

struct Program {
    std::size_t slotCount = 0;                             ///< columns a thread needs
    std::vector<std::pair<std::size_t, double>> constants; ///< slot, value: filled once
    std::vector<std::optional<std::size_t>> inputSlots;    ///< per input of the model; none: fixed or not needed
    std::vector<std::size_t> outputSlots;                  ///< of the wanted outputs
    std::vector<Recipe> recipes;                           ///< of the wanted outputs
    std::vector<Instruction> instructions;
};

/// fixedInputs: per input of the model its value in base units, or none when it is uncertain. wanted: places in the
/// model's `outputs`.
Program makeProgram(const CompiledModel& model, std::span<const std::optional<double>> fixedInputs,
                    std::span<const std::size_t> wanted);
/// All outputs wanted.
Program makeProgram(const CompiledModel& model, std::span<const std::optional<double>> fixedInputs);

/// A thread's columns. Inputs are read where they lie; results have columns of their own.
class Workspace {
public:
    /// The program and the loops must outlive the workspace.
    Workspace(const Program& program, const ColumnLoops& loops);
    void setInput(std::size_t slot, const double* values) { m_slots[slot] = values; }
    const double* values(std::size_t slot) const { return m_slots[slot]; }
    /// Runs the instructions on the first count (at most blockSize) samples of the columns.
    void run(std::size_t count);

private:
    double* column(std::size_t slot) { return m_columns.data() + slot * blockSize; }

    const Program& m_program;
    const ColumnLoops& m_loops;
    std::vector<double> m_columns;
    std::vector<const double*> m_slots; ///< where each slot's values lie
};

} // namespace assay

// Single-assignment values first, then slots by last use.
#include "core/scenario/program.h"

#include "core/scenario/kernels.h"

#include <algorithm>

namespace assay {
namespace {

/// A value computed once: an uncertain input, a constant, or the result of an instruction.
struct Value {
    std::optional<double> constant;
    std::optional<std::size_t> input;
    Operation operation = Operation::add;
    std::array<int, 3> operands{-1, -1, -1}; ///< earlier values
    std::size_t lastUse = 0;                 ///< highest value that reads it
    bool needed = false;
};

constexpr std::size_t endOfBlock = static_cast<std::size_t>(-1);

class Builder {
public:
    Builder(const CompiledModel& model, std::span<const std::optional<double>> fixedInputs)
        : m_model(model),
          m_variables(model.units.size(), -1) {
        for (std::size_t i = 0; i < fixedInputs.size(); ++i) {
            Value value;
            value.constant = fixedInputs[i];
            if (!fixedInputs[i])
                value.input = i;
            m_variables[i] = push(value);
        }
        m_inputs = fixedInputs.size();
    }

    Program whole() {
        for (const std::size_t formula : m_model.order)
            m_variables[m_inputs + formula] = addFormula(m_model.formulas[formula]);
        markNeeded();
        return assignSlots();
    }

private:
    int push(Value value) {
        m_values.push_back(value);
        return static_cast<int>(m_values.size()) - 1;
    }
    Value& value(int index) { return m_values[static_cast<std::size_t>(index)]; }

    int addFormula(const CompiledFormula& formula) {
        std::vector<int> results;
        for (std::size_t i = 0; i < formula.expression.nodes.size(); ++i)
            results.push_back(addNode(formula.expression.nodes[i], formula.variables[i], results));
        return results.back();
    }

    int addNode(const Node& node, int variable, const std::vector<int>& results) {
        if (node.operation == Operation::name)
            return m_variables[static_cast<std::size_t>(variable)];
        if (node.operation == Operation::convert) // values are held in base units: only the printed unit changes
            return results[static_cast<std::size_t>(node.operands[0])];
        Value made;
        made.operation = node.operation;
        if (node.operation == Operation::number) {
            made.constant = node.number;
            return push(made);
        }
        bool constant = true;
        for (std::size_t i = 0; i < 3 && node.operands[i] >= 0; ++i) {
            made.operands[i] = results[static_cast<std::size_t>(node.operands[i])];
            constant = constant && value(made.operands[i]).constant.has_value();
        }
        if (constant)
            made.constant = fold(made);
        return push(made);
    }

    double fold(const Value& made) {
        std::array<double, 3> in{};
        for (std::size_t i = 0; i < 3 && made.operands[i] >= 0; ++i)
            in[i] = *value(made.operands[i]).constant;
        double out = 0;
        loopOf(baselineLoops, made.operation)(&in[0], &in[1], &in[2], &out, 1);
        return out;
    }

    void markNeeded() {
        for (const std::size_t output : m_model.outputs) {
            Value& result = value(m_variables[m_inputs + output]);
            result.needed = true;
            result.lastUse = endOfBlock;
        }
        for (std::size_t i = m_values.size(); i-- > 0;) {
            if (!m_values[i].needed || m_values[i].constant)
                continue;
            for (const int operand : m_values[i].operands) {
                if (operand < 0)
                    continue;
                value(operand).needed = true;
                value(operand).lastUse = std::max(value(operand).lastUse, i);
            }
        }
    }

    std::size_t freshSlot() {
        if (m_free.empty())
            return m_program.slots++;
        const std::size_t slot = m_free.back();
        m_free.pop_back();
        return slot;
    }

    Program assignSlots() {
        m_program.inputSlots.resize(m_inputs);
        m_slots.resize(m_values.size());
        for (std::size_t i = 0; i < m_values.size(); ++i)
            if (m_values[i].needed && (m_values[i].constant || m_values[i].input))
                placeSource(i);
        for (std::size_t i = 0; i < m_values.size(); ++i)
            if (m_values[i].needed && !m_values[i].constant && !m_values[i].input)
                placeInstruction(i);
        for (const std::size_t output : m_model.outputs)
            m_program.outputSlots.push_back(m_slots[static_cast<std::size_t>(m_variables[m_inputs + output])]);
        return std::move(m_program);
    }

    void placeSource(std::size_t i) {
        m_slots[i] = m_program.slots++;
        if (m_values[i].constant)
            m_program.constants.emplace_back(m_slots[i], *m_values[i].constant);
        else
            m_program.inputSlots[*m_values[i].input] = m_slots[i];
    }

    void placeInstruction(std::size_t i) {
        const Value& made = m_values[i];
        Instruction instruction{made.operation, 0, {}, std::nullopt};
        for (std::size_t k = 0; k < 3 && made.operands[k] >= 0; ++k)
            instruction.slots[k] = m_slots[static_cast<std::size_t>(made.operands[k])];
        if (made.operation == Operation::power)
            instruction.fixedExponent = value(made.operands[1]).constant;
        instruction.target = m_slots[i] = freshSlot();
        for (std::size_t k = 0; k < 3 && made.operands[k] >= 0; ++k)
            release(made.operands[k], i);
        m_program.instructions.push_back(instruction);
    }

    /// Frees the slot of an instruction's result at its last use (constants and inputs keep theirs).
    void release(int operand, std::size_t user) {
        Value& used = value(operand);
        if (used.lastUse != user || used.constant || used.input)
            return;
        used.lastUse = endOfBlock; // an operand named twice is released once
        m_free.push_back(m_slots[static_cast<std::size_t>(operand)]);
    }

    const CompiledModel& m_model;
    std::size_t m_inputs = 0;
    std::vector<int> m_variables; ///< the value of each variable
    std::vector<Value> m_values;
    std::vector<std::size_t> m_slots;
    std::vector<std::size_t> m_free;
    Program m_program;
};

} // namespace

Program makeProgram(const CompiledModel& model, std::span<const std::optional<double>> fixedInputs) {
    return Builder(model, fixedInputs).whole();
}

Workspace::Workspace(const Program& program, const ColumnLoops& loops)
    : m_program(program),
      m_loops(loops),
      m_columns(program.slots * blockSize) {
    for (const auto& constant : program.constants)
        std::fill_n(column(constant.first), blockSize, constant.second);
    for (std::size_t slot = 0; slot < program.slots; ++slot)
        m_slots.push_back(column(slot));
}

void Workspace::run(std::size_t count) {
    for (const Instruction& instruction : m_program.instructions) {
        const double *a = m_slots[instruction.slots[0]], *b = m_slots[instruction.slots[1]],
                     *c = m_slots[instruction.slots[2]];
        if (instruction.fixedExponent)
            applyPower(m_loops, a, *instruction.fixedExponent, column(instruction.target), count);
        else
            loopOf(m_loops, instruction.operation)(a, b, c, column(instruction.target), count);
    }
}

} // namespace assay

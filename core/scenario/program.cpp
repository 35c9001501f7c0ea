// Single-assignment values first, then slots by last use.
#include "core/scenario/program.h"

#include "core/scenario/kernels.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace assay {
namespace {

/// A value computed once: an uncertain input, a constant, or the result of an instruction.
struct Value {
    std::optional<double> constant;
    std::optional<std::size_t> input;
    Operation operation = Operation::add;
    std::array<int, 3> operands{-1, -1, -1}; ///< earlier values
    ContentKey key;                          ///< of the operations, constants and inputs behind it
    std::size_t lastUse = 0;                 ///< highest value that reads it
    bool needed = false;
};

constexpr std::size_t endOfBlock = static_cast<std::size_t>(-1);

class Builder {
public:
    Builder(const CompiledModel& model, std::span<const std::optional<double>> fixedInputs,
            std::span<const std::size_t> wanted)
        : m_model(model),
          m_wanted(wanted),
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
    /// The value, or the one that is already there and computes the same.
    int push(Value value) {
        value.key = keyOf(value);
        const auto known = m_known.try_emplace(value.key, static_cast<int>(m_values.size()));
        if (known.second)
            m_values.push_back(value);
        return known.first->second;
    }

    ContentKey keyOf(const Value& value) const {
        enum class Kind : std::uint64_t { constant, input, instruction };
        KeyWriter writer;
        if (value.constant) {
            writer.add(static_cast<std::uint64_t>(Kind::constant));
            writer.add(*value.constant);
        } else if (value.input) {
            writer.add(static_cast<std::uint64_t>(Kind::input));
            writer.add(std::uint64_t{*value.input});
        } else {
            writer.add(static_cast<std::uint64_t>(Kind::instruction));
            writer.add(static_cast<std::uint64_t>(value.operation));
            for (std::size_t i = 0; i < 3 && value.operands[i] >= 0; ++i)
                writer.add(m_values[static_cast<std::size_t>(value.operands[i])].key);
        }
        return writer.key();
    }

    /// The value of a wanted output.
    int resultOf(std::size_t wanted) const { return m_variables[m_inputs + m_model.outputs[wanted]]; }

    Recipe recipeOf(int result) const {
        std::vector<bool> seen(m_values.size());
        std::vector<int> open{result};
        Recipe recipe{m_values[static_cast<std::size_t>(result)].key, {}};
        while (!open.empty()) {
            const auto at = static_cast<std::size_t>(open.back());
            open.pop_back();
            if (seen[at])
                continue;
            seen[at] = true;
            if (m_values[at].input)
                recipe.inputs.push_back(*m_values[at].input);
            for (const int operand : m_values[at].operands)
                if (operand >= 0 && !m_values[at].constant)
                    open.push_back(operand);
        }
        std::sort(recipe.inputs.begin(), recipe.inputs.end());
        return recipe;
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
        if (node.operation == Operation::convert) // values are held in base units:
                                                  // only the printed unit changes
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
        for (const std::size_t wanted : m_wanted) {
            Value& result = value(resultOf(wanted));
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
            return m_program.slotCount++;
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
        for (const std::size_t wanted : m_wanted) {
            m_program.outputSlots.push_back(m_slots[static_cast<std::size_t>(resultOf(wanted))]);
            m_program.recipes.push_back(recipeOf(resultOf(wanted)));
        }
        return std::move(m_program);
    }

    void placeSource(std::size_t i) {
        m_slots[i] = m_program.slotCount++;
        if (m_values[i].constant)
            m_program.constants.emplace_back(m_slots[i], *m_values[i].constant);
        else
            m_program.inputSlots[*m_values[i].input] = m_slots[i];
    }

    void placeInstruction(std::size_t i) {
        const Value& made = m_values[i];
        Instruction instruction{made.operation, 0, {}, std::nullopt};
        for (std::size_t k = 0; k < 3 && made.operands[k] >= 0; ++k)
            instruction.operands[k] = m_slots[static_cast<std::size_t>(made.operands[k])];
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
    std::span<const std::size_t> m_wanted; ///< places in the model's `outputs`
    std::size_t m_inputs = 0;
    std::vector<int> m_variables; ///< the value of each variable
    std::vector<Value> m_values;
    std::map<ContentKey, int> m_known; ///< values by key
    std::vector<std::size_t> m_slots;
    std::vector<std::size_t> m_free;
    Program m_program;
};

} // namespace

Program makeProgram(const CompiledModel& model, std::span<const std::optional<double>> fixedInputs,
                    std::span<const std::size_t> wanted) {
    return Builder(model, fixedInputs, wanted).whole();
}

Program makeProgram(const CompiledModel& model, std::span<const std::optional<double>> fixedInputs) {
    std::vector<std::size_t> all(model.outputs.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return makeProgram(model, fixedInputs, all);
}

Workspace::Workspace(const Program& program, const ColumnLoops& loops)
    : m_program(program),
      m_loops(loops),
      m_columns(program.slotCount * blockSize) {
    for (const auto& constant : program.constants)
        std::fill_n(column(constant.first), blockSize, constant.second);
    for (std::size_t slot = 0; slot < program.slotCount; ++slot)
        m_slots.push_back(column(slot));
}

void Workspace::run(std::size_t count) {
    for (const Instruction& instruction : m_program.instructions) {
        const double *a = m_slots[instruction.operands[0]], *b = m_slots[instruction.operands[1]],
                     *c = m_slots[instruction.operands[2]];
        if (instruction.fixedExponent)
            applyPower(m_loops, a, *instruction.fixedExponent, column(instruction.target), count);
        else
            loopOf(m_loops, instruction.operation)(a, b, c, column(instruction.target), count);
    }
}

} // namespace assay

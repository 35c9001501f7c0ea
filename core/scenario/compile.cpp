// Ids, texts, references, order, units: in that order, so that the first thing wrong is the one named.
#include "core/scenario/compile.h"

#include "core/scenario/check_units.h"

#include <algorithm>
#include <map>

namespace assay {
namespace {

constexpr std::size_t mostVariables = 20000; ///< inputs and formulas of one model

using Variables = std::map<std::string, int, std::less<>>;

Error invalid(const VariableId& place, std::string reason) {
    return Error(ErrorCode::modelInvalid, place.value, {std::move(reason)});
}

Result<> addVariable(Variables& variables, const VariableId& id) {
    if (!isVariableName(id.value))
        return invalid(id, "\"" + id.value + "\" cannot be a name: letters, digits and _ only, and no function's name");
    const int number = static_cast<int>(variables.size());
    if (!variables.emplace(id.value, number).second)
        return invalid(id, "\"" + id.value + "\" is there twice");
    return {};
}

Result<Variables> collectVariables(const Model& model) {
    if (model.inputs.size() + model.formulas.size() > mostVariables)
        return invalid({}, "more than " + std::to_string(mostVariables) + " inputs and formulas");
    Variables variables;
    for (const ModelInput& input : model.inputs)
        if (const Result<> added = addVariable(variables, input.id); !added)
            return added.error();
    for (const Formula& formula : model.formulas)
        if (const Result<> added = addVariable(variables, formula.id); !added)
            return added.error();
    return variables;
}

Result<std::vector<Unit>> declaredUnits(const Model& model) {
    std::vector<Unit> units;
    const auto add = [&units](const VariableId& id, const std::string& text) -> Result<> {
        Result<Unit> unit = parseUnit(text);
        if (!unit) {
            Error error = unit.error();
            error.place = id.value;
            return error;
        }
        units.push_back(std::move(*unit));
        return {};
    };
    for (const ModelInput& input : model.inputs)
        if (const Result<> added = add(input.id, input.unit); !added)
            return added.error();
    for (const Formula& formula : model.formulas)
        if (const Result<> added = add(formula.id, formula.unit); !added)
            return added.error();
    return units;
}

Result<CompiledFormula> compileFormula(const Formula& formula, const Variables& variables) {
    Result<Expression> expression = parseFormula(formula.formula);
    if (!expression) {
        Error error = expression.error();
        error.place = formula.id.value;
        return error;
    }
    CompiledFormula compiled{std::move(*expression), {}};
    for (const Node& node : compiled.expression.nodes) {
        const auto found = node.operation == Operation::name ? variables.find(node.word) : variables.end();
        if (node.operation == Operation::name && found == variables.end())
            return Error(ErrorCode::formulaUnknown, formula.id.value,
                         {node.word, columnText(compiled.expression.text, node.mark)});
        compiled.variables.push_back(found == variables.end() ? -1 : found->second);
    }
    return compiled;
}

/// Depth-first order without recursion; a formula met while it is still open closes a cycle.
class Ordering {
public:
    Ordering(const Model& model, const std::vector<CompiledFormula>& formulas) : m_model(model), m_formulas(formulas) {}

    Result<std::vector<std::size_t>> whole() {
        m_states.assign(m_formulas.size(), State::unseen);
        for (std::size_t i = 0; i < m_formulas.size(); ++i)
            if (const Result<> visited = visit(i); !visited)
                return visited.error();
        return m_order;
    }

private:
    enum class State { unseen, open, done };
    struct Step {
        std::size_t formula = 0;
        std::size_t node = 0; ///< next node to look at
    };

    Result<> visit(std::size_t root) {
        if (m_states[root] == State::unseen)
            open(root);
        while (!m_path.empty()) {
            Step& step = m_path.back();
            const std::vector<int>& variables = m_formulas[step.formula].variables;
            if (step.node == variables.size()) {
                m_states[step.formula] = State::done;
                m_order.push_back(step.formula);
                m_path.pop_back();
                continue;
            }
            const int variable = variables[step.node++];
            const int firstFormula = static_cast<int>(m_model.inputs.size());
            if (variable < firstFormula)
                continue;
            const auto needed = static_cast<std::size_t>(variable - firstFormula);
            if (m_states[needed] == State::open)
                return cycle(needed);
            if (m_states[needed] == State::unseen)
                open(needed);
        }
        return {};
    }

    void open(std::size_t formula) {
        m_states[formula] = State::open;
        m_path.push_back(Step{formula, 0});
    }

    Error cycle(std::size_t closing) const {
        std::string names;
        bool inside = false;
        for (const Step& step : m_path) {
            inside = inside || step.formula == closing;
            if (inside)
                names += m_model.formulas[step.formula].id.value + ", ";
        }
        names += m_model.formulas[closing].id.value;
        return Error(ErrorCode::formulaCycle, m_model.formulas[closing].id.value, {names});
    }

    const Model& m_model;
    const std::vector<CompiledFormula>& m_formulas;
    std::vector<State> m_states;
    std::vector<Step> m_path;
    std::vector<std::size_t> m_order;
};

Result<> checkFormulaUnits(const Model& model, const CompiledModel& compiled) {
    for (const std::size_t i : compiled.order) {
        const Formula& formula = model.formulas[i];
        const Result<Unit> found = unitOfFormula(compiled.formulas[i], compiled.units);
        if (!found) {
            Error error = found.error();
            error.place = formula.id.value;
            return error;
        }
        const Unit& declared = compiled.units[model.inputs.size() + i];
        if (!sameDimension(*found, declared))
            return Error(ErrorCode::formulaUnits, formula.id.value,
                         {formula.id.value + " [" + formula.unit + "]", "its formula [" + unitText(*found) + "]", "1"});
    }
    return {};
}

Result<std::vector<std::size_t>> findOutputs(const Model& model) {
    if (model.outputs.empty())
        return invalid({}, "it has no outputs");
    std::vector<std::size_t> outputs;
    for (const VariableId& id : model.outputs) {
        const auto found =
            std::find_if(model.formulas.begin(), model.formulas.end(), [&id](const Formula& f) { return f.id == id; });
        if (found == model.formulas.end())
            return invalid(id, "the output \"" + id.value + "\" is no formula of the model");
        const auto index = static_cast<std::size_t>(found - model.formulas.begin());
        if (std::find(outputs.begin(), outputs.end(), index) != outputs.end())
            return invalid(id, "the output \"" + id.value + "\" is there twice");
        outputs.push_back(index);
    }
    return outputs;
}

} // namespace

Result<CompiledModel> compileModel(const Model& model) {
    const Result<Variables> variables = collectVariables(model);
    if (!variables)
        return variables.error();
    Result<std::vector<Unit>> units = declaredUnits(model);
    if (!units)
        return units.error();
    CompiledModel compiled{std::move(*units), {}, {}, {}};
    for (const Formula& formula : model.formulas) {
        Result<CompiledFormula> one = compileFormula(formula, *variables);
        if (!one)
            return one.error();
        compiled.formulas.push_back(std::move(*one));
    }
    Result<std::vector<std::size_t>> order = Ordering(model, compiled.formulas).whole();
    if (!order)
        return order.error();
    compiled.order = std::move(*order);
    if (const Result<> agree = checkFormulaUnits(model, compiled); !agree)
        return agree.error();
    Result<std::vector<std::size_t>> outputs = findOutputs(model);
    if (!outputs)
        return outputs.error();
    compiled.outputs = std::move(*outputs);
    return compiled;
}

} // namespace assay

// Small models for tests, written as rows of text.
#pragma once

#include "core/scenario/simulate.h"

#include <string>
#include <vector>

namespace assay::test {

struct InputRow {
    std::string id, unit, text;
    int stream = 0; ///< 0: its place in the list, from 1
};

struct FormulaRow {
    std::string id, unit, formula;
};

/// outputs empty: the last formula.
inline Model makeModel(const std::vector<InputRow>& inputs, const std::vector<FormulaRow>& formulas,
                       const std::vector<std::string>& outputs = {}) {
    Model model;
    model.id = ModelId{"m"};
    model.title = "Test";
    int place = 0;
    for (const InputRow& row : inputs) {
        ModelInput input;
        input.id = VariableId{row.id};
        input.title = row.id;
        input.unit = row.unit;
        input.defaultText = row.text;
        input.stream = row.stream != 0 ? row.stream : ++place;
        model.inputs.push_back(input);
    }
    for (const FormulaRow& row : formulas) {
        Formula formula;
        formula.id = VariableId{row.id};
        formula.title = row.id;
        formula.unit = row.unit;
        formula.formula = row.formula;
        model.formulas.push_back(formula);
    }
    for (const std::string& id : outputs)
        model.outputs.push_back(VariableId{id});
    if (outputs.empty() && !formulas.empty())
        model.outputs.push_back(VariableId{formulas.back().id});
    return model;
}

/// Training cost in plain numbers: lognormals, triangles, a beta, a uniform and a normal.
inline Model trainingCost() {
    return makeModel({{"params", "1", "lognormal(33e9, 41e9)"},
                      {"tokens", "1", "lognormal(13e12, 16e12)"},
                      {"flop_per", "1", "triangular(5.5, 6, 8)"},
                      {"peak", "1", "uniform(0.9e15, 1.98e15)"},
                      {"mfu", "1", "beta(4, 4, 0.15, 0.55)"},
                      {"price", "1", "lognormal(1.3, 3.2)"},
                      {"overhead", "1", "lognormal(1.5, 6)"},
                      {"pue", "1", "triangular(1.05, 1.15, 1.4)"},
                      {"power_kw", "1", "normal(0.7, 0.05)"}},
                     {{"gpu_hours", "1", "params * tokens * flop_per / (peak * mfu) / 3600"},
                      {"rental", "1", "gpu_hours * price"},
                      {"program", "1", "rental * overhead"},
                      {"energy", "1", "gpu_hours * power_kw * pue / 1000"}},
                     {"gpu_hours", "rental", "program", "energy"});
}

inline Scenario makeScenario(const std::string& id,
                             const std::vector<std::pair<std::string, std::string>>& texts = {}) {
    Scenario scenario;
    scenario.id = ScenarioId{id};
    scenario.title = id;
    scenario.model = ModelId{"m"};
    for (const auto& text : texts)
        scenario.inputs.push_back(ScenarioInput{VariableId{text.first}, text.second, Basis{}});
    return scenario;
}

inline RunOptions runOptions(std::uint64_t samples, int threads = 0) {
    RunOptions options;
    options.samples = samples;
    options.threads = threads;
    return options;
}

/// An error as one line: "code-number|place|detail|detail".
inline std::string errorLine(const Error& error) {
    std::string line = std::to_string(static_cast<int>(error.code)) + "|" + error.place;
    for (const std::string& detail : error.details)
        line += "|" + detail;
    return line;
}

} // namespace assay::test

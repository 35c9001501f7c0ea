// Two models of known cost, all inputs without a unit: a yardstick for the engine, not the domain's models.
#pragma once

#include "core/scenario/model.h"

#include <array>
#include <string>
#include <vector>

namespace assay::bench {

/// An input or a formula in short: its name and its text.
struct Line {
    std::string id;
    std::string text;
};

inline Model makeModel(const std::string& id, const std::vector<Line>& inputs, const std::vector<Line>& formulas,
                       std::vector<VariableId> outputs) {
    Model model;
    model.id = ModelId{id};
    model.title = id;
    int stream = 0;
    for (const Line& line : inputs) {
        ModelInput input;
        input.id = VariableId{line.id};
        input.unit = "1";
        input.defaultText = line.text;
        input.stream = ++stream;
        model.inputs.push_back(input);
    }
    for (const Line& line : formulas) {
        Formula formula;
        formula.id = VariableId{line.id};
        formula.unit = "1";
        formula.formula = line.text;
        model.formulas.push_back(formula);
    }
    model.outputs = std::move(outputs);
    return model;
}

/// Training cost: 9 inputs, 4 outputs.
inline Model trainingCost() {
    return makeModel("m1",
                     {{"params", "lognormal(33e9, 41e9)"},
                      {"tokens", "lognormal(13e12, 16e12)"},
                      {"flop_per", "triangular(5.5, 6, 8)"},
                      {"peak", "uniform(0.9e15, 1.98e15)"},
                      {"mfu", "beta(4, 4, 0.15, 0.55)"},
                      {"price", "lognormal(1.3, 3.2)"},
                      {"overhead", "lognormal(1.5, 6)"},
                      {"pue", "triangular(1.05, 1.15, 1.4)"},
                      {"power_kw", "normal(0.7, 0.05)"}},
                     {{"gpu_hours", "params * tokens * flop_per / (peak * mfu) / 3600"},
                      {"rental", "gpu_hours * price"},
                      {"program", "rental * overhead"},
                      {"energy", "gpu_hours * power_kw * pue / 1000"}},
                     {VariableId{"gpu_hours"}, VariableId{"rental"}, VariableId{"program"}, VariableId{"energy"}});
}

/// Singapore: 6 uncertain inputs, 2 outputs, one of them a branch.
inline Model singapore() {
    return makeModel("m2",
                     {{"revenue", "lognormal(28e9, 36e9)"},
                      {"sg_share", "beta(20, 80)"},
                      {"physical", "uniform(0.01, 0.05)"},
                      {"not_cloud", "triangular(0.02, 0.1, 0.4)"},
                      {"diverted", "beta(2, 8)"},
                      {"asp", "lognormal(18000, 38000)"},
                      {"quarters", "4"}},
                     {{"gpus", "revenue * sg_share * (1 - physical) * not_cloud * diverted / asp * quarters"},
                      {"p_over", "gpus >= 50000"}},
                     {VariableId{"gpus"}, VariableId{"p_over"}});
}

/// A model by its size alone: every formula takes the one before it, one further back and an input, so that all are
/// needed; a twelfth of them takes an exponential or a logarithm too.
inline Model modelOfSize(const std::string& id, std::size_t inputs, std::size_t formulas, std::size_t outputs) {
    std::vector<Line> texts, lines;
    for (std::size_t i = 0; i < inputs; ++i) {
        constexpr std::array<const char*, 5> shapes = {"1 to 3", "triangular(1, 2, 4)", "uniform(1, 2)",
                                                       "beta(4, 4, 1, 3)", "normal(2, 0.1)"};
        texts.push_back({"x" + std::to_string(i), shapes[i % shapes.size()]});
    }
    for (std::size_t i = 0; i < formulas; ++i) {
        const std::string input = "x" + std::to_string(i % inputs);
        const std::string last = i > 0 ? "y" + std::to_string(i - 1) : "x0";
        const std::string other = i > 6 ? "y" + std::to_string(i - 7) : "x1";
        const std::string plain = "(" + last + " + " + other + " * " + input + ") / (1 + " + input + ")";
        lines.push_back({"y" + std::to_string(i), i % 12 == 11 ? "ln(1 + exp(" + plain + "))" : plain});
    }
    std::vector<VariableId> wanted;
    for (std::size_t i = 0; i < outputs; ++i)
        wanted.push_back(VariableId{"y" + std::to_string((i + 1) * formulas / outputs - 1)});
    return makeModel(id, texts, lines, std::move(wanted));
}

} // namespace assay::bench

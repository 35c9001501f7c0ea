// Model: named inputs and formulas with units. Data, not code. (command-line contract, "A model file")
#pragma once

#include "core/base/extra.h"
#include "core/base/ids.h"

#include <optional>
#include <string>
#include <vector>

namespace assay {

enum class Scale { linear, log };

struct ModelInput {
    VariableId id;
    std::string title;
    std::string unit;               ///< unit text, e.g. "USD/(GPU*h)"
    std::string defaultText;        ///< TEXT
    std::optional<std::string> min; ///< TEXT of a number: the slider's ends
    std::optional<std::string> max;
    Scale scale = Scale::linear;
    int stream = 0; ///< 1..3667, unique in the model, never reused
    std::string help;
    std::string source;
    std::string basis; ///< default basis: a catalogue row or a note
    bool operator==(const ModelInput&) const = default;
};

struct Formula {
    VariableId id;
    std::string title;
    std::string unit;
    std::string formula;
    std::string help;
    std::string source; ///< where the formula comes from
    bool operator==(const Formula&) const = default;
};

struct Correlation {
    std::vector<VariableId> inputs; ///< two
    double rank = 0;                ///< Spearman, -1..1
    bool operator==(const Correlation&) const = default;
};

struct Model {
    ModelId id;
    std::string title;
    int version = 1;
    std::string help;
    std::string source;
    std::string leavesOut; ///< "what it leaves out"
    std::vector<ModelInput> inputs;
    std::vector<Formula> formulas;
    std::vector<VariableId> outputs; ///< ids of formulas
    std::vector<Correlation> correlations;
    Extra extra;
    bool operator==(const Model&) const = default;
};

const ModelInput* findInput(const Model& model, const VariableId& id);
const Formula* findFormula(const Model& model, const VariableId& id);

} // namespace assay

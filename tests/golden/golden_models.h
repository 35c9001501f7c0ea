// Models that together reach every shape, operation and sampler, each with the digest of its samples. The digests
// change only together with engineVersion. Used by a test and by the program that compilers are compared with.
#pragma once

#include "core/base/hash.h"
#include "core/scenario/samples.h"
#include "core/scenario/simulate.h"
#include "tests/core/scenario/model_builder.h"

#include <string>
#include <vector>

namespace assay::test {

struct Golden {
    std::string name;
    std::string digest; ///< of its samples under engine version 2
    Model model;
    DrawOptions options;
};

inline constexpr std::uint64_t goldenSamples = 20000; ///< three chunks of blocks, the last one not full

/// Every input is an output too, so that its own samples are in the digest.
inline Model goldenInputs(const std::vector<std::string>& texts) {
    std::vector<InputRow> inputs;
    std::vector<FormulaRow> formulas;
    std::vector<std::string> outputs;
    for (const std::string& text : texts) {
        const std::string number = std::to_string(inputs.size());
        inputs.push_back({"x" + number, "1", text});
        formulas.push_back({"y" + number, "1", "x" + number});
        outputs.push_back("y" + number);
    }
    return makeModel(inputs, formulas, outputs);
}

inline Model goldenFormulas(const std::vector<std::string>& texts) {
    std::vector<FormulaRow> formulas;
    std::vector<std::string> outputs;
    for (const std::string& text : texts) {
        outputs.push_back("y" + std::to_string(formulas.size()));
        formulas.push_back({outputs.back(), "1", text});
    }
    return makeModel({{"a", "1", "lognormal(0.2, 9)"}, {"b", "1", "normal(0.5, 2)"}, {"c", "1", "uniform(-3, 3)"}},
                     formulas, outputs);
}

inline Model goldenCorrelated() {
    Model model = goldenInputs({"lognormal(1, 9)", "beta(2, 5)", "1 to 2", "triangular(0, 1, 5)"});
    const auto pair = [](const char* one, const char* other, double rank) {
        return Correlation{{VariableId{one}, VariableId{other}}, rank};
    };
    model.correlations = {pair("x0", "x1", -0.6), pair("x1", "x2", 0.3)};
    return model;
}

inline DrawOptions goldenOptions(SamplerKind sampler = SamplerKind::sobol, std::uint64_t seed = 1,
                                 std::uint32_t replicate = 0) {
    return {seed, goldenSamples, sampler, replicate, 1, InstructionSet::baseline};
}

inline std::vector<Golden> goldenModels() {
    const SamplerKind hypercube = SamplerKind::latinHypercube, plain = SamplerKind::monteCarlo;
    Model lastStream = goldenInputs({"1 to 2", "normal(0, 1)"});
    lastStream.inputs[0].stream = maxStream;
    return {
        {"Sobol", "8256206c8c7b0605a2a81fc3b50b165d", trainingCost(), goldenOptions()},
        {"Latin hypercube", "8bbfed9e36978ed17f06b8ba7f7a85a5", trainingCost(), goldenOptions(hypercube)},
        {"Monte Carlo", "df7bd25b4f0f3d2d17ab47fa9ec66297", trainingCost(), goldenOptions(plain)},
        {"seed of 64 bits, replicate 7", "c3e9c4e8ccf60feee3987813d226469c", trainingCost(),
         goldenOptions(SamplerKind::sobol, 0xfedcba9876543210, 7)},
        {"Monte Carlo with that seed", "87b792482510c4b742034f59f606f9f2", trainingCost(),
         goldenOptions(plain, 0xfedcba9876543210, 7)},
        {"last stream", "b3dd8ac9d45d54da9d796dedef39cfa8", lastStream, goldenOptions()},
        {"normal, lognormal, uniform", "1a6a5f444a5aa0b008fb3fc431ad22ac",
         goldenInputs({"normal(-2, 3)", "-5 to 8", "lognormal(1e-9, 1e9)", "uniform(-1, 1)", "5 to 10 @80%"}),
         goldenOptions()},
        {"triangles", "de3f8ed9f6a720149b058c51d7de87db",
         goldenInputs({"triangular(1, 1, 4)", "triangular(1, 4, 4)", "triangular(-3, 0, 9)"}), goldenOptions()},
        {"betas", "d27b08db4f143907288590b2f8304914",
         goldenInputs(
             {"beta(20, 80)", "beta(2, 8)", "beta(0.5, 0.5)", "beta(0.1, 3)", "beta(500, 20, 1, 2)", "pert(1, 2, 9)"}),
         goldenOptions()},
        {"metalogs and single values", "d0858ca7a74e3fef9207196915bba82d",
         goldenInputs({"10 / 20 / 40", "-5 / 1 / 10", "samples(1, 2, 2, 5)"}), goldenOptions()},
        {"mixtures", "bab26d5f358989016632852e2144893b",
         goldenInputs({"mix(0.3: lognormal(2, 3), 0.7: lognormal(90, 110))", "mix(1: normal(0, 1), 3: 7)",
                       "mix(1: uniform(0, 2), 1: uniform(1, 5))"}),
         goldenOptions()},
        {"truncations", "be257f3af67aa3578ca466bfa30f00ee",
         goldenInputs({"truncate(normal(0, 1), -1, 2)", "truncate(normal(0, 1), 5, 7)",
                       "truncate(beta(2, 8), 0.1, 0.3)", "truncate(lognormal(1, 9), 2, 5)"}),
         goldenOptions(hypercube)},
        {"correlations", "4879210526502089415712be380ed33c", goldenCorrelated(), goldenOptions()},
        {"correlations, Monte Carlo", "292c788cd86fc6f654188be5bb8eeb59", goldenCorrelated(), goldenOptions(plain)},
        {"functions", "8d90e4756a3015e976310dfb32a3701d",
         goldenFormulas({"exp(b)", "ln(a)", "log10(a)", "sin(c)", "cos(c * 100)", "sqrt(a)", "abs(c)", "-c",
                         "min(a, b, c)", "max(a, b)", "sum(a, b, c)", "clamp(c, -1, 1)", "if(c > 0, a, b)"}),
         goldenOptions()},
        {"powers", "ccd0879639b94a2710251236b1a644ee",
         goldenFormulas(
             {"a ^ 2", "b ^ -3", "a ^ 0.5", "a ^ 1.7", "a ^ -0.3", "a ^ b", "a ^ (c > 0)", "c ^ 31", "2 ^ b", "b ^ 0"}),
         goldenOptions()},
        {"comparisons", "f570cb61347d3489e8d9302d8297749f",
         goldenFormulas({"a < b", "a <= b", "a > b", "a >= b", "(c > 0) == (b > 0)", "(c > 0) != (b > 0)"}),
         goldenOptions()},
        {"flagged samples", "3c78cbd89680b7a1d198fdec3331e33b",
         goldenFormulas({"1 / (c > 0)", "ln(c)", "sqrt(b)", "c ^ 0.5", "exp(1000 * c)", "0 * exp(1000 * c)",
                         "min(ln(c), 1)", "if(ln(c), 1, 2)", "sin(1e9 * c)"}),
         goldenOptions()},
    };
}

/// The digest a run of the model has.
inline std::string digestOfSamples(const Golden& golden, const DrawOptions& options) {
    const Result<Prepared> prepared = prepare(golden.model, Scenario{}, {});
    if (!prepared)
        return errorLine(prepared.error());
    const SampleSet set = drawSamples(*prepared, std::vector<Column>(golden.model.inputs.size()), options, {});
    std::vector<std::span<const std::byte>> parts;
    for (const Column& output : set.outputs)
        parts.push_back(std::as_bytes(std::span(*output)));
    return xxh3HexOfParts(parts);
}

} // namespace assay::test

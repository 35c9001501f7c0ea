// The shipped models are sound and reproduce published worked examples with fixed inputs.
#include "core/base/resources.h"
#include "core/catalog/cell.h"
#include "core/dist/distribution.h"
#include "core/io/model_file.h"
#include "core/scenario/catalogue_basis.h"
#include "core/scenario/simulate.h"
#include "tests/test.h"

#include <array>
#include <cmath>
#include <set>

namespace assay::test {

namespace {

using Inputs = std::vector<std::pair<const char*, std::string>>;

Result<Run> runOf(const char* model, const Inputs& inputs) {
    Scenario scenario;
    scenario.id = ScenarioId{"worked-example"};
    scenario.model = ModelId{model};
    for (const auto& [input, text] : inputs)
        scenario.inputs.push_back(ScenarioInput{VariableId{input}, text, {}});
    RunOptions options;
    options.samples = 256; // the outputs looked at are fixed
    return simulate(*shippedModel(ModelId{model}), scenario, options);
}

/// The output's value in its declared unit; all samples must agree.
double outputOf(const char* model, const Inputs& inputs, const char* output) {
    const Result<Run> run = runOf(model, inputs);
    if (!run)
        qFatal("%s: error %d at %s %s", model, static_cast<int>(run.error().code), run.error().place.c_str(),
               run.error().details.empty() ? "" : run.error().details.front().c_str());
    const OutputSummary* summary = findOutput(*run, VariableId{output});
    if (!summary || summary->flagged > 0 || std::abs(summary->p95 - summary->p5) > 1e-9 * std::abs(summary->p50))
        return std::nan("");
    return summary->p50;
}

bool isNear(double value, double expected, double tolerance) {
    return std::abs(value - expected) <= tolerance * std::abs(expected);
}

/// What the command line promises by name, and one model for each question of the domain.
constexpr std::array ids{"amortised-cost",   "api-price-comparison", "cloud-cost",         "conversion-check",
                         "cost-range",       "diverted-fleet",       "energy-power",       "export-control",
                         "fleet-capacity",   "fleet-cost",           "gpu-hours",          "gpu-hours-routes",
                         "h100-equivalents", "market-move",          "reinforcement-cost", "rental-cost",
                         "revenue-share",    "singapore-quarters",   "singapore-share",    "staff-experiments",
                         "training-compute"};

/// A plain number typed for an input, in base units.
double valueOf(const std::string& text, const std::string& unit) {
    const Result<InputValue> read = readInput(text, unit);
    const Fixed* fixed = read ? std::get_if<Fixed>(&read->distribution.shape) : nullptr;
    return fixed ? fixed->value : std::nan("");
}

/// DeepSeek-V3 by the fleet that trained it: pre-training, 2.664M hours on 2,048 GPUs.
Inputs v3Fleet(const std::string& peak, const std::string& parameters = "37e9") {
    return {{"gpus", "2048"},           {"wall_clock", "1300.78125 h"}, {"availability", "100%"},
            {"parameters", parameters}, {"tokens", "14.8e12"},          {"peak", peak + " TFLOP/(s*GPU)"}};
}

/// GPT-4 as Epoch AI models it: 25,000 A100 SXM4 for 2,280 hours.
Inputs gpt4() {
    return {{"hours", "57e6"},        {"price", "1.36"},           {"chip_price", "24875"},
            {"age", "1.746748802 y"}, {"decline", "0.14"},         {"interconnect", "19%"},
            {"tdp", "400"},           {"server_power", "2.03125"}, {"load", "75%"},
            {"pue", "1.25"},          {"energy_price", "0.0806"},  {"fleet", "25000"}};
}

/// Fiscal 2025: R 130,497M, s 23,684 / 130,497, c 102,196 / 130,497, d 1 %, P 25,000.
Inputs fiscal2025(const std::string& cleared, const std::string& diverted) {
    return {{"revenue", "130497e6"},   {"billed_share", "18.149076224 %"}, {"compute_share", "78.313064668 %"},
            {"delivered_share", "1%"}, {"cleared_share", cleared},         {"diverted_share", diverted},
            {"gpu_price", "25000"},    {"claimed_gpus", "50000"}};
}

} // namespace

class TestShippedModels : public Test {
    Q_OBJECT
private slots:
    void theModelsAreThereAndSound() {
        QCOMPARE(shippedModels().size(), ids.size());
        for (const char* id : ids) {
            const Model* model = shippedModel(ModelId{id});
            QVERIFY2(model, id);
            const Result<> sound = checkModel(*model);
            QVERIFY2(sound.has_value(),
                     sound ? "" : (sound.error().place + " " + sound.error().details.front()).c_str());
        }
    }
    void theFilesAreCanonical() {
        for (const Resource& resource : resources())
            if (resource.path.starts_with("models/"))
                QVERIFY2(writeModel(readModel(resource.content, "m").value()) == resource.content,
                         std::string(resource.path).c_str());
    }
    void everyModelSaysWhatItLeavesOutAndWhereFormulasComeFrom() {
        for (const char* id : ids) {
            const Model& model = *shippedModel(ModelId{id});
            QVERIFY2(!model.title.empty() && !model.help.empty() && !model.source.empty() && !model.leavesOut.empty(),
                     id);
            for (const Formula& formula : model.formulas)
                QVERIFY2(!formula.title.empty() && !formula.help.empty() && !formula.source.empty(),
                         formula.id.value.c_str());
        }
    }
    void everyInputHasHelpEndsAndAStreamOfItsOwn() {
        std::set<int> streams; // of all models: one whose scenario is linked into another's shares no draws with it
        for (const char* id : ids) {
            for (const ModelInput& input : shippedModel(ModelId{id})->inputs) {
                QVERIFY2(!input.title.empty() && !input.help.empty() && input.min && input.max, input.id.value.c_str());
                QVERIFY2(!input.source.empty() || !input.basis.empty(), input.id.value.c_str());
                QVERIFY2(input.stream >= 1 && input.stream <= 3667 && streams.insert(input.stream).second,
                         input.id.value.c_str());
            }
        }
    }
    void defaultsBoundToTheCatalogueAreItsCells() {
        std::size_t bound = 0;
        for (const Model& model : shippedModels())
            for (const ModelInput& input : model.inputs) {
                const std::string reference = catalogueDefault(input);
                if (reference.empty())
                    continue;
                ++bound;
                const std::string name = model.id.value + "/" + input.id.value + ": " + reference;
                const Result<CatalogCell> cell = findCell(reference);
                QVERIFY2(cell.has_value(), name.c_str());
                const Result<std::string> typed = inputText(*cell, input.unit);
                QVERIFY2(typed.has_value(), name.c_str());
                const double theirs = valueOf(*typed, input.unit), ours = valueOf(input.defaultText, input.unit);
                QVERIFY2(isNear(ours, theirs, 1e-9), (name + " " + *typed).c_str());
            }
        QVERIFY(bound >= 80);
    }
    void everyModelRunsOnItsDefaultsWithoutFlaggedSamples() {
        for (const char* id : ids) {
            const Result<Run> run = runOf(id, {});
            QVERIFY2(run.has_value(), id);
            for (const OutputSummary& output : run->outputs)
                QVERIFY2(output.flagged == 0 && std::isfinite(output.mean), output.id.value.c_str());
        }
    }
    void rowsOfTheV3TableComeOut_data() { // DeepSeek-V3 report, table 1
        QTest::addColumn<QString>("hours");
        QTest::addColumn<double>("cost");
        QTest::newRow("pre-training") << "2664000" << 5.328e6;
        QTest::newRow("context extension") << "119000" << 0.238e6;
        QTest::newRow("post-training") << "5000" << 0.010e6;
        QTest::newRow("total") << "2788000" << 5.576e6;
        QTest::newRow("R1: 512 x 198 + 512 x 80 + 5,000 hours") << "147336" << 294672.0; // Nature 2025, supplement
        QTest::newRow("R1 as printed: 101K + 41K + 5K") << "147000" << 294000.0;
        QTest::newRow("R1 with the misprinted 648 GPUs") << "174264" << 348528.0;
    }
    void rowsOfTheV3TableComeOut() {
        QFETCH(QString, hours);
        QFETCH(double, cost);
        QVERIFY(isNear(outputOf("cost-range", {{"hours", hours.toStdString()}, {"price", "2"}}, "rental_cost"), cost,
                       1e-12));
    }
    void utilisationOfV3DependsOnThePeak_data() { // 342.6 TFLOP/s per GPU over 2.664M hours
        QTest::addColumn<QString>("peak");
        QTest::addColumn<double>("percent");
        QTest::newRow("BF16, SXM") << "989.4" << 34.63;
        QTest::newRow("FP8, SXM") << "1979" << 17.31;
        QTest::newRow("FP8, PCIe: Epoch AI's choice") << "1513" << 22.64;
        QTest::newRow("BF16, PCIe") << "756" << 45.32;
    }
    void utilisationOfV3DependsOnThePeak() {
        QFETCH(QString, peak);
        QFETCH(double, percent);
        QVERIFY(isNear(outputOf("gpu-hours", v3Fleet(peak.toStdString()), "implied_utilisation"), percent, 1e-3));
    }
    void computeOfV3IsExact() {
        QVERIFY(isNear(outputOf("gpu-hours", v3Fleet("989.4"), "compute"), 3.2856e24, 1e-12));
        QVERIFY(isNear(outputOf("gpu-hours", v3Fleet("989.4"), "gpu_hours"), 2.664e6, 1e-12));
    }
    void totalInsteadOfActiveParametersIsImpossible() {
        QVERIFY(isNear(outputOf("gpu-hours", v3Fleet("1979", "671e9"), "implied_utilisation"), 314, 2e-3));
    }
    void computeAtTheImpliedUtilisationGivesTheHoursBack() {
        const Inputs inputs{
            {"parameters", "37e9"}, {"tokens", "14.8e12"}, {"peak", "989.4"}, {"utilisation", "34.6268 %"},
            {"overhead", "0%"},     {"gpus", "2048"},      {"price", "2"}};
        QVERIFY(isNear(outputOf("training-compute", inputs, "gpu_hours"), 2.664e6, 1e-4));
        QVERIFY(isNear(outputOf("training-compute", inputs, "wall_clock"), 54.2, 1e-3)); // "less than two months"
        QVERIFY(isNear(outputOf("training-compute", inputs, "rental_cost"), 5.328e6, 1e-4));
    }
    void costOfGpt4IsThatOfEpoch() { // epoch-research/training-cost-trends, before inflation
        QVERIFY(isNear(outputOf("cost-range", gpt4(), "energy_cost"), 3499488, 1e-4));
        QVERIFY(isNear(outputOf("cost-range", gpt4(), "amortised_cost"), 40155934, 1e-3));
        QVERIFY(isNear(outputOf("cost-range", gpt4(), "acquisition_cost"), 767746914, 1e-6));
        QVERIFY(isNear(outputOf("cost-range", gpt4(), "rental_cost"), 77520000, 1e-9));
    }
    void programmeCountsExperimentsPeopleAndTheOwnedShare() {
        Inputs inputs = gpt4();
        for (const auto& [input, text] : Inputs{{"experiments", "2"},
                                                {"contributors", "100"},
                                                {"staff_share", "50%"},
                                                {"staff_cost_rate", "400000"},
                                                {"project_time", "1"},
                                                {"owned_share", "0%"}})
            inputs.push_back({input, text});
        QVERIFY(isNear(outputOf("cost-range", inputs, "staff_cost"), 20e6, 1e-9));
        QVERIFY(isNear(outputOf("cost-range", inputs, "programme_cost"), 2 * 77.52e6 + 20e6, 1e-9));
        inputs.back().second = "100%";
        QVERIFY(isNear(outputOf("cost-range", inputs, "programme_cost"), 2 * 40155934.0 + 20e6, 1e-3));
    }
    void singaporeForward_data() {
        QTest::addColumn<QString>("cleared");
        QTest::addColumn<QString>("diverted");
        QTest::addColumn<double>("gpus");
        QTest::newRow("99% cleared, all the rest diverted") << "99%"
                                                            << "100%" << 7010.0;
        QTest::newRow("90%, a quarter") << "90%"
                                        << "25%" << 17526.0;
        QTest::newRow("70%, a quarter") << "70%"
                                        << "25%" << 52577.0;
        QTest::newRow("50%, a twentieth") << "50%"
                                          << "5%" << 17526.0;
    }
    void singaporeForward() {
        QFETCH(QString, cleared);
        QFETCH(QString, diverted);
        QFETCH(double, gpus);
        QVERIFY(isNear(
            outputOf("singapore-share", fiscal2025(cleared.toStdString(), diverted.toStdString()), "diverted_gpus"),
            gpus, 1e-4));
    }
    void singaporeBackwards_data() {
        QTest::addColumn<QString>("cleared");
        QTest::addColumn<double>("percent");
        QTest::newRow("99% cleared: impossible") << "99%" << 713.0;
        QTest::newRow("90%") << "90%" << 71.3;
        QTest::newRow("70%") << "70%" << 23.8;
        QTest::newRow("50%") << "50%" << 14.3;
    }
    void singaporeBackwards() {
        QFETCH(QString, cleared);
        QFETCH(double, percent);
        QVERIFY(isNear(outputOf("singapore-share", fiscal2025(cleared.toStdString(), "10%"), "needed_share"), percent,
                       4e-3));
    }
    void singaporeStepsFallFromBilledToDiverted() {
        const Result<Run> run = runOf("singapore-share", fiscal2025("90%", "25%"));
        QVERIFY(run.has_value());
        double before = 130497e6;
        for (const char* step :
             {"billed_revenue", "onward_revenue", "compute_revenue", "uncleared_revenue", "diverted_revenue"}) {
            const double value = findOutput(*run, VariableId{step})->p50;
            QVERIFY2(value < before && value > 0, step);
            before = value;
        }
        QVERIFY(isNear(findOutput(*run, VariableId{"billed_revenue"})->p50, 23684e6, 1e-6));
    }
    void moreDeliveredThanBilledLeavesNothing() {
        Inputs inputs = fiscal2025("90%", "25%");
        inputs.push_back({"delivered_share", "19%"});
        inputs.erase(inputs.begin() + 3);
        QCOMPARE(outputOf("singapore-share", inputs, "onward_revenue"), 0.0);
        QCOMPARE(outputOf("singapore-share", inputs, "diverted_gpus"), 0.0);
    }
};

const Registered<TestShippedModels> registered("shipped_models");

} // namespace assay::test

#include "tst_shipped_models.moc"

// Traps are caught by name: the wrong number that looks right, the chip counted once, the filing used before its day.
#include "core/catalog/check_row.h"
#include "core/io/model_file.h"
#include "core/scenario/simulate.h"
#include "tests/test.h"

#include <algorithm>

namespace assay::test {

namespace {

Scenario scenarioOf(const char* model, const char* input, const char* text) {
    Scenario scenario;
    scenario.id = ScenarioId{"trapped"};
    scenario.model = ModelId{model};
    scenario.inputs = {ScenarioInput{VariableId{input}, text, {}}};
    return scenario;
}

Run runOf(const Scenario& scenario) {
    RunOptions options;
    options.samples = 64;
    return simulate(*shippedModel(scenario.model), scenario, options).value();
}

const Warning* findWarning(const Run& run, const std::string& code) {
    for (const Warning& warning : run.warnings)
        if (warning.code == code)
            return &warning;
    return nullptr;
}

/// A model of one share, asked for as a fraction.
Model fractionModel() {
    return readModel(R"({"id": "m", "title": "M", "version": 1,
        "inputs": [{"id": "use", "title": "Use", "unit": "1", "default": "0.5", "min": "0", "max": "1"}],
        "formulas": [{"id": "f", "unit": "1", "formula": "use"}], "outputs": ["f"]})",
                     "m")
        .value();
}

} // namespace

class TestTraps : public Test {
    Q_OBJECT
private slots:
    void trapIsCaughtByName_data() {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("named"); // one of the details
        const auto row = [](const char* reason, const char* model, const char* input, const char* text,
                            const char* code, const char* named) {
            QTest::newRow(reason) << QString::fromUtf8(model) << QString::fromUtf8(input) << QString::fromUtf8(text)
                                  << QString::fromUtf8(code) << QString::fromUtf8(named);
        };
        const char *compute = "training-compute", *control = "export-control";
        row("total instead of active parameters", compute, "parameters", "671e9", "total-parameters", "DeepSeek-V3");
        row("the total of another mixture", compute, "parameters", "236B", "total-parameters", "DeepSeek-V2");
        row("FP8 peak with sparsity", compute, "peak", "3958", "sparse-peak", "1979");
        row("A100 with sparsity", compute, "peak", "624 TFLOP/(s*A100)", "sparse-peak", "312");
        row("8-bit peak of the A100 with sparsity", control, "peak_8bit", "1248", "sparse-peak", "624");
        row("8-bit peak of the B200 with sparsity", control, "peak_8bit", "9000", "sparse-peak", "4500");
        row("FP8 dense or BF16 sparse", compute, "peak", "1979 TFLOP/(s*H100)", "peak-format", "989.4");
        row("hours per trillion tokens as a total", "rental-cost", "pretraining_hours", "172.8K", "hours-per-trillion",
            "DeepSeek-V2");
        row("the same of V3", "cost-range", "hours", "180K", "hours-per-trillion", "DeepSeek-V3");
        row("fraction where per cent is asked", compute, "utilisation", "0.35", "fraction-in-per-cent", "35");
        row("bits for bytes", control, "links", "4800", "bits-or-bytes", "600");
        row("bytes for bits", control, "links", "900 Gb/(s*GPU)", "bits-or-bytes", "900");
        row("superchip counted once", "gpu-hours", "gpus", "36 GB200", "superchip", "72");
        row("two GPUs of a superchip taken for one", "h100-equivalents", "per_superchip", "1", "outside-range", "2");
        row("equivalent by the sparse peak", "h100-equivalents", "h20_operations", "0.2991", "sparse-peak", "0.1496");
        row("K taken for M", "cost-range", "hours", "2788M", "mistaken-magnitude", "2,788,000");
        row("separator read as a point", "cost-range", "hours", "2788", "mistaken-magnitude", "DeepSeek-V3");
        row("billions of tokens for trillions", compute, "tokens", "14.8e9", "mistaken-magnitude", "DeepSeek-V3");
        row("billions left out", compute, "parameters", "37", "outside-range", "37 parameter");
        row("billions left out of a range", compute, "parameters", "30 to 40", "outside-range", "30 to 40");
        row("fractions of a range", compute, "utilisation", "0.3 to 0.5", "fractions-in-per-cent", "0.3 to 0.5");
        row("kilowatts for watts", "energy-power", "tdp", "0.4", "outside-range", "0.4 W/GPU");
        row("more than all of it", "singapore-share", "cleared_share", "120%", "outside-range", "120%");
        row("active parameters", compute, "parameters", "37e9", "none", "");
        row("dense BF16", compute, "peak", "989.4 TFLOP/(s*H100)", "none", "");
        row("dense 8-bit integers where 8 bits are asked", control, "peak_8bit", "624", "none", "");
        row("hours in all", "cost-range", "hours", "2788K", "none", "");
        row("per cent as such", compute, "utilisation", "35%", "none", "");
        row("a range in per cent", compute, "utilisation", "30% to 50%", "none", "");
        row("a range that goes beyond the model's", "cost-range", "price", "10 to 25", "none", "");
        row("a small per cent said as such", compute, "overhead", "0.5%", "none", "");
        row("bytes as such", control, "links", "600", "none", "");
        row("the end of the range", compute, "utilisation", "100%", "none", "");
        row("equivalent by the dense peak", "h100-equivalents", "h20_operations", "0.1496", "none", "");
        row("tokens as such", compute, "tokens", "14.8T", "none", "");
        row("GPUs of another kind", "gpu-hours", "gpus", "72 B200", "none", "");
    }
    void trapIsCaughtByName() {
        QFETCH(QString, model);
        QFETCH(QString, input);
        QFETCH(QString, text);
        QFETCH(QString, code);
        QFETCH(QString, named);
        const Run run = runOf(scenarioOf(qPrintable(model), qPrintable(input), qPrintable(text)));
        if (code == QStringLiteral("none")) {
            for (const Warning& warning : run.warnings)
                QVERIFY2(warning.code == "impossible", warning.code.c_str());
            return;
        }
        const Warning* warning = findWarning(run, code.toStdString());
        QVERIFY2(warning, qPrintable(code));
        const auto& details = warning->details;
        QVERIFY2(std::find(details.begin(), details.end(), named.toStdString()) != details.end(),
                 details.back().c_str());
    }
    void perCentWhereAFractionIsAsked() {
        Scenario scenario = scenarioOf("m", "use", "72");
        RunOptions options;
        options.samples = 64;
        const Run run = simulate(fractionModel(), scenario, options).value();
        QVERIFY(findWarning(run, "per-cent-as-fraction"));
        scenario.inputs.front().text = "72%";
        QVERIFY(simulate(fractionModel(), scenario, options)->warnings.empty());
    }
    void aboveTheLargestPossibleValueIsSaid() {
        const Run run = runOf(scenarioOf("gpu-hours", "parameters", "671e9"));
        const Warning* warning = findWarning(run, "impossible");
        QVERIFY(warning);
        QCOMPARE(warning->details, (std::vector<std::string>{"Implied utilisation", "64", "64", "100%"}));
        QVERIFY(!findWarning(runOf(scenarioOf("gpu-hours", "parameters", "37e9")), "impossible"));
    }
    void rowsOfAProjectAreKnownToTheTraps() {
        Scenario scenario = scenarioOf("training-compute", "peak", "246 TFLOP/(s*GPU)"); // twice what the chip has
        RunOptions options;
        options.samples = 64;
        const auto run = [&] { return simulate(*shippedModel(scenario.model), scenario, options).value(); };
        QVERIFY(!findWarning(run(), "sparse-peak"));
        options.catalogs = Catalogs({Row(orderedRow("gpus", {{"chip_id", "my_chip"},
                                                             {"chip", "My chip"},
                                                             {"chip_family", "Mine"},
                                                             {"bf16_dense_tflops", "123"},
                                                             {"source", "s"}}))});
        const Run warned = run();
        QVERIFY(findWarning(warned, "sparse-peak"));
        QCOMPARE(findWarning(warned, "sparse-peak")->details[2], std::string("My chip"));
        scenario.inputs.front().basis = Basis{BasisKind::catalogue, {}, "gpus/my_chip/bf16_dense_tflops", {}};
        QVERIFY(!findWarning(run(), "basis-gone"));
        options.catalogs = {};
        QVERIFY(findWarning(run(), "basis-gone"));
    }
    void filingAfterTheDayIsSaid_data() {
        QTest::addColumn<QString>("asOf");
        QTest::addColumn<bool>("isSaid");
        QTest::newRow("a month before the filing") << "2025-01-27" << true;
        QTest::newRow("the month before, shortened") << "2025-01" << true;
        QTest::newRow("the day itself") << "2025-02-26" << false;
        QTest::newRow("its month, shortened") << "2025-02" << false;
        QTest::newRow("no day said") << "" << false;
    }
    void filingAfterTheDayIsSaid() {
        QFETCH(QString, asOf);
        QFETCH(bool, isSaid);
        Scenario scenario = scenarioOf("singapore-share", "billed_share", "18.15%");
        scenario.asOf = asOf.toStdString();
        scenario.inputs.front().basis =
            Basis{BasisKind::catalogue, {}, "revenue/billing_location.FY2025.singapore/revenue_usd_million", {}};
        const Run run = runOf(scenario);
        const Warning* warning = findWarning(run, "later-filing");
        QCOMPARE(warning != nullptr, isSaid);
        if (warning)
            QCOMPARE(warning->details[2], std::string("2025-02-26"));
    }
    void aModelThatCountsFilingsByItsOwnDayLeavesLaterOnesOut_data() {
        QTest::addColumn<QString>("day"); // of the model
        QTest::addColumn<int>("said");    // rows of filings after the scenario's day
        QTest::newRow("the same day: none is counted") << "20250131" << 0;
        QTest::newRow("after the annual report: its quarter is") << "20250301" << 2;
        QTest::newRow("after the next quarter's: that one too") << "20250601" << 4;
    }
    void aModelThatCountsFilingsByItsOwnDayLeavesLaterOnesOut() {
        QFETCH(QString, day);
        QFETCH(int, said);
        Scenario scenario = scenarioOf("singapore-quarters", "as_of", qPrintable(day));
        scenario.asOf = "2025-01-31";
        const Run run = runOf(scenario);
        QCOMPARE(std::count_if(run.warnings.begin(), run.warnings.end(),
                               [](const Warning& warning) { return warning.code == "later-filing"; }),
                 said);
    }
    void aCellWithoutAValueIsNoLostRow() {
        Scenario scenario = scenarioOf("fleet-cost", "chip_price", "4000");
        scenario.inputs.front().basis = Basis{BasisKind::catalogue, {}, "gpus/l2/price_low_usd", {}};
        const Run run = runOf(scenario);
        QVERIFY(!findWarning(run, "basis-gone"));
        const Warning* warning = findWarning(run, "basis-empty");
        QVERIFY(warning);
        QCOMPARE(warning->details, (std::vector<std::string>{"Price per GPU", "gpus/l2/price_low_usd"}));
    }
    void aColumnThatIsNotThereIsNoEmptyCell() {
        Scenario scenario = scenarioOf("fleet-cost", "chip_price", "4000");
        scenario.inputs.front().basis = Basis{BasisKind::catalogue, {}, "gpus/l2/price_usd", {}};
        QVERIFY(findWarning(runOf(scenario), "basis-gone"));
    }
    void basisThatIsGoneIsNamed() {
        Scenario scenario = scenarioOf("gpu-hours", "peak", "989.4");
        scenario.inputs.front().basis = Basis{BasisKind::catalogue, {}, "gpus/h900", {}};
        const Run run = runOf(scenario);
        const Warning* warning = findWarning(run, "basis-gone");
        QVERIFY(warning);
        QCOMPARE(warning->details, (std::vector<std::string>{"Peak of one chip", "gpus/h900"}));
    }
    void defaultsOfTheModelsAreNoTraps() {
        for (const Model& model : shippedModels()) {
            Scenario scenario;
            scenario.id = ScenarioId{"defaults"};
            scenario.model = model.id;
            for (const Warning& warning : runOf(scenario).warnings)
                QVERIFY2(warning.code == "impossible", (model.id.value + " " + warning.code).c_str());
        }
    }
};

const Registered<TestTraps> registered("traps");

} // namespace assay::test

#include "tst_traps.moc"

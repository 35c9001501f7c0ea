// Runs: same bits whatever the threads, streams that no edit disturbs, closed forms, bad input, flagged samples.
#include "tests/core/scenario/model_builder.h"
#include "tests/test.h"

#include <cmath>

namespace assay::test {

namespace {

Run runOf(const Model& model, const RunOptions& options, const Scenario& scenario = {}) {
    return simulate(model, scenario, options).value();
}

const InputSummary& inputOf(const Run& run, const char* id) {
    return *std::find_if(run.inputs.begin(), run.inputs.end(),
                         [id](const InputSummary& i) { return i.id.value == id; });
}

} // namespace

class TestSimulate : public Test {
    Q_OBJECT

private slots:
    void badInputIsRefused_data() {
        QTest::addColumn<QString>("input");
        QTest::addColumn<quint64>("samples");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const char* text, quint64 samples, ErrorCode code) {
            QTest::newRow(name) << QString(text) << samples << static_cast<int>(code);
        };
        row("no samples", "2", 0, ErrorCode::sampleCount);
        row("more than 2^26 samples", "2", (quint64{1} << 26) + 1, ErrorCode::sampleCount);
        row("2^27 samples", "2", quint64{1} << 27, ErrorCode::sampleCount);
        row("another dimension", "2 USD", 16, ErrorCode::inputUnit);
        row("ends reversed", "5 to 3", 16, ErrorCode::intervalReversed);
        row("about is a claim", "~20", 16, ErrorCode::inputNeedsInterval);
        row("words", "many", 16, ErrorCode::inputSyntax);
    }
    void badInputIsRefused() {
        QFETCH(QString, input);
        QFETCH(quint64, samples);
        QFETCH(int, code);
        const Model model = makeModel({{"time", "h", "1"}}, {{"y", "h", "time * 2"}});
        const Result<Run> run =
            simulate(model, makeScenario("s", {{"time", input.toStdString()}}), runOptions(samples));
        QVERIFY(!run);
        QCOMPARE(static_cast<int>(run.error().code), code);
    }

    void badModelsAreRefused_data() {
        QTest::addColumn<Model>("model");
        QTest::addColumn<QString>("error");
        const auto row = [](const char* name, const Model& model, ErrorCode code, const char* rest) {
            QTest::newRow(name) << model << QString::number(static_cast<int>(code)) + "|" + rest;
        };
        row("circle of two", makeModel({}, {{"a", "1", "b"}, {"b", "1", "a"}}), ErrorCode::formulaCycle, "a|a, b, a");
        row("circle of one", makeModel({}, {{"a", "1", "a + 1"}}), ErrorCode::formulaCycle, "a|a, a");
        row("circle behind a tail", makeModel({}, {{"t", "1", "a"}, {"a", "1", "b"}, {"b", "1", "c"}, {"c", "1", "a"}}),
            ErrorCode::formulaCycle, "a|a, b, c, a");
        row("unknown name", makeModel({{"x", "1", "1"}}, {{"y", "1", "2 * z"}}), ErrorCode::formulaUnknown, "y|z|5");
        row("id twice", makeModel({{"x", "1", "1"}, {"x", "1", "2"}}, {{"y", "1", "x"}}), ErrorCode::modelInvalid,
            "x|\"x\" is there twice");
        row("input and formula of one id", makeModel({{"x", "1", "1"}}, {{"x", "1", "2"}}), ErrorCode::modelInvalid,
            "x|\"x\" is there twice");
        row("output that is an input", makeModel({{"x", "1", "1"}}, {{"y", "1", "x"}}, {"x"}), ErrorCode::modelInvalid,
            "x|the output \"x\" is no formula of the model");
        row("output twice", makeModel({{"x", "1", "1"}}, {{"y", "1", "x"}}, {"y", "y"}), ErrorCode::modelInvalid,
            "y|the output \"y\" is there twice");
        row("no outputs", makeModel({{"x", "1", "1"}}, {}), ErrorCode::modelInvalid, "|it has no outputs");
        row("unknown unit", makeModel({{"x", "furlong", "1"}}, {{"y", "1", "x"}}), ErrorCode::unitUnknown, "x|furlong");
        row("unknown unit of a formula", makeModel({{"x", "1", "1"}}, {{"y", "furlong", "x"}}), ErrorCode::unitUnknown,
            "y|furlong");
        row("stream twice", makeModel({{"x", "1", "1", 7}, {"z", "1", "1", 7}}, {{"y", "1", "x"}}),
            ErrorCode::modelInvalid, "z|stream 7 is given to two inputs");
        row("stream past the table", makeModel({{"x", "1", "1", 3668}}, {{"y", "1", "x"}}), ErrorCode::modelInvalid,
            "x|stream 3668 is not between 1 and 3667");
        row("default in another unit", makeModel({{"x", "h", "2 USD"}}, {{"y", "h", "x"}}), ErrorCode::inputUnit,
            "x|x|h|USD");
        Model ends = makeModel({{"x", "1", "1"}}, {{"y", "1", "x"}});
        ends.inputs[0].min = "5";
        ends.inputs[0].max = "2";
        row("min above max", ends, ErrorCode::modelInvalid, "x|min of \"x\" is not below its max");
        ends.inputs[0].max = "7 to 8";
        row("max that is no number", ends, ErrorCode::modelInvalid,
            "x|min and max of \"x\" must be numbers, not \"7 to 8\"");
        Model pairs = makeModel({{"a", "1", "1 to 2"}, {"b", "1", "1 to 2"}, {"c", "1", "1 to 2"}}, {{"y", "1", "a"}});
        const auto pair = [](const char* one, const char* other, double rank) {
            return Correlation{{VariableId{one}, VariableId{other}}, rank};
        };
        pairs.correlations = {pair("a", "nobody", 0.5)};
        row("correlation with nobody", pairs, ErrorCode::modelInvalid,
            "nobody|a correlation names \"nobody\", which is no input");
        pairs.correlations = {pair("a", "b", 1.5)};
        row("correlation above 1", pairs, ErrorCode::modelInvalid, "a|a rank correlation lies between -1 and 1");
    }
    void badModelsAreRefused() {
        QFETCH(Model, model);
        const Result<> checked = checkModel(model);
        QVERIFY(!checked);
        QTEST(QString::fromStdString(errorLine(checked.error())), "error");
    }

    void aChainOfTenThousandFormulasIsOrdered() {
        std::vector<FormulaRow> rows{{"f0", "1", "1"}};
        for (int i = 1; i < 10000; ++i)
            rows.push_back({"f" + std::to_string(i), "1", "f" + std::to_string(i - 1) + " + 1"});
        std::reverse(rows.begin(), rows.end());
        const Model model = makeModel({}, rows, {"f9999"});
        QCOMPARE(runOf(model, runOptions(1)).outputs[0].p50, 10000.0);
    }

    void unknownInputOfAScenarioIsNamed() {
        const Model model = makeModel({{"x", "1", "1"}}, {{"y", "1", "x"}});
        const Result<Run> run = simulate(model, makeScenario("s", {{"z", "1"}}), runOptions(1));
        QVERIFY(!run);
        QCOMPARE(errorLine(run.error()), std::to_string(static_cast<int>(ErrorCode::inputUnknown)) + "|s|z");
    }

    void oneChipFixesGpuAndASecondIsRefused() {
        const Model model = makeModel({{"hours", "GPU*h", "1000"}, {"price", "USD/(GPU*h)", "2"}},
                                      {{"cost", "USD", "hours * price"}, {"same", "GPU*h", "hours"}}, {"cost", "same"});
        const Run unbound = runOf(model, runOptions(1));
        QCOMPARE(unbound.chip, std::string());
        QCOMPARE(unbound.outputs[1].unit, std::string("GPU*h"));
        const Run bound = runOf(model, runOptions(1), makeScenario("s", {{"hours", "2.788M H800*h"}}));
        QCOMPARE(bound.chip, std::string("H800"));
        QCOMPARE(bound.outputs[1].unit, std::string("H800*h"));
        QCOMPARE(bound.outputs[0].p50, 5576000.0); // arXiv 2412.19437, table 1
        QCOMPARE(bound.inputs[1].unit, std::string("USD/(H800*h)"));
        const Result<Run> mixed =
            simulate(model, makeScenario("s", {{"hours", "1 H800*h"}, {"price", "2 USD/(A100*h)"}}), runOptions(1));
        QVERIFY(!mixed);
        QCOMPARE(errorLine(mixed.error()),
                 std::to_string(static_cast<int>(ErrorCode::chipsMixed)) + "|price|H800|A100");
    }

    void threadsNeverChangeTheBits() {
        for (const SamplerKind sampler : {SamplerKind::sobol, SamplerKind::latinHypercube, SamplerKind::monteCarlo}) {
            RunOptions options = runOptions(10000, 1);
            options.sampler = sampler;
            const Run one = runOf(trainingCost(), options);
            for (const int threads : {2, 3, 8}) {
                options.threads = threads;
                const Run many = runOf(trainingCost(), options);
                QCOMPARE(digestOf(many), digestOf(one));
                for (std::size_t i = 0; i < one.outputs.size(); ++i) {
                    QVERIFY(many.outputs[i].sensitivity == one.outputs[i].sensitivity);
                    QVERIFY(many.outputs[i].mean == one.outputs[i].mean && many.outputs[i].sd == one.outputs[i].sd);
                }
            }
        }
    }

    void editsLeaveOtherInputsDrawsAlone() {
        const Model model = trainingCost();
        const Run before = runOf(model, runOptions(3000));
        Model edited = model;
        std::reverse(edited.inputs.begin(), edited.inputs.end());
        edited.inputs.erase(edited.inputs.begin() + 1); // pue
        edited.formulas[3].formula = "gpu_hours * power_kw * extra";
        ModelInput extra = model.inputs[0];
        extra.id = VariableId{"extra"};
        extra.stream = 100;
        edited.inputs.insert(edited.inputs.begin(), extra);
        edited.inputs.back().id = VariableId{"renamed"}; // params
        edited.formulas[0].formula = "renamed * tokens * flop_per / (peak * mfu) / 3600";
        const Run after = runOf(edited, runOptions(3000), makeScenario("s", {{"price", "uniform(1, 9)"}}));
        for (const char* id : {"tokens", "flop_per", "peak", "mfu", "overhead", "power_kw"})
            QVERIFY2(*inputOf(before, id).samples == *inputOf(after, id).samples, id);
        QVERIFY(*inputOf(before, "params").samples == *inputOf(after, "renamed").samples);
        QVERIFY(*inputOf(before, "price").samples != *inputOf(after, "price").samples);
        QVERIFY(*before.outputs[0].samples == *after.outputs[0].samples);
    }

    void theFirstSamplesDoNotDependOnTheCount_data() {
        QTest::addColumn<quint64>("count");
        for (const quint64 count : {1ULL, 2ULL, 1023ULL, 1024ULL, 1025ULL, 8191ULL, 8192ULL, 8193ULL})
            QTest::addRow("%llu", count) << count;
    }
    void theFirstSamplesDoNotDependOnTheCount() {
        QFETCH(quint64, count);
        for (const SamplerKind sampler : {SamplerKind::sobol, SamplerKind::monteCarlo}) {
            RunOptions options = runOptions(9000);
            options.sampler = sampler;
            const Run longer = runOf(trainingCost(), options);
            options.samples = count;
            const Run shorter = runOf(trainingCost(), options);
            QVERIFY(std::equal(shorter.outputs[2].samples->begin(), shorter.outputs[2].samples->end(),
                               longer.outputs[2].samples->begin()));
        }
    }

    void seedsAndStreamsGiveOtherDraws() {
        RunOptions options = runOptions(64);
        const Run one = runOf(trainingCost(), options);
        options.seed = 2;
        QVERIFY(digestOf(runOf(trainingCost(), options)) != digestOf(one));
        QVERIFY(*inputOf(one, "params").samples != *inputOf(one, "tokens").samples);
    }

    void moreSamplesThanTheMemoryHoldsAreRefusedBeforeItIsAskedFor() {
        RunOptions options = runOptions(mostSamples);
        options.memory = std::uint64_t{1} << 30;
        const Result<Run> run = simulate(trainingCost(), makeScenario("s"), options);
        QVERIFY(!run);
        // 2^26 samples of 9 inputs and 4 outputs are 6,980 MB, and 2^20 ranks of each 55
        QCOMPARE(QString::fromStdString(errorLine(run.error())),
                 QString::number(static_cast<int>(ErrorCode::samplesNeedMemory)) + "|s|67108864|7034|1073|10244406");
        options.samples = 10000;
        options.memory = 2000000;
        options.ranks = RankMethod::binned;
        QVERIFY(simulate(trainingCost(), makeScenario("s"), options));
        options.errors = Errors::byScrambles; // a scramble beside the run
        QCOMPARE(simulate(trainingCost(), makeScenario("s"), options).error().code, ErrorCode::samplesNeedMemory);
    }

    void oneSampleHasNoSpread() {
        const Run run = runOf(trainingCost(), runOptions(1));
        const OutputSummary& output = run.outputs[0];
        QCOMPARE(output.sd, 0.0);
        QVERIFY(output.p5 == output.p95 && output.p5 == output.mean && output.mean > 0);
        QCOMPARE(output.histogram.counts, std::vector<std::uint64_t>{1});
        QCOMPARE(output.sensitivity[0].rankCorrelation, 0.0);
        QCOMPARE(output.sensitivity[0].firstOrder, 0.0);
    }

    void fixedInputsGiveOneValue() {
        const Run run = runOf(makeModel({{"x", "h", "0.1"}, {"z", "1", "1 to 2"}}, {{"y", "h", "x * 3 + x * 0 * z"}}),
                              runOptions(5000));
        QCOMPARE(run.outputs[0].sd, 0.0);
        QCOMPARE(run.outputs[0].sensitivity.size(), std::size_t{1}); // the fixed input is not listed
        QCOMPARE(run.outputs[0].sensitivity[0].rankCorrelation, 0.0);
        QCOMPARE(run.outputs[0].sensitivity[0].firstOrder, 0.0);
        QVERIFY(run.inputs[0].fixed && run.inputs[0].samples == nullptr);
        QCOMPARE(run.inputs[0].p50, 0.1);
    }

    void flaggedSamplesAreCountedAndLeftOut() {
        const Model model = makeModel(
            {{"x", "1", "uniform(-1, 3)"}},
            {{"root", "1", "sqrt(x)"}, {"all", "1", "ln(-1 - x * x)"}, {"safe", "1", "if(x < 0, 0, sqrt(x))"}},
            {"root", "all", "safe"});
        const Run run = runOf(model, runOptions(4096));
        QCOMPARE(run.outputs[0].flagged, std::uint64_t{1024});
        QVERIFY(std::abs(run.outputs[0].mean - 2 * std::sqrt(3.0) / 3) < 1e-3); // mean of sqrt over (0, 3)
        QCOMPARE(run.outputs[1].flagged, std::uint64_t{4096});
        QCOMPARE(run.outputs[2].flagged, std::uint64_t{0});
        QCOMPARE(run.warnings.size(), std::size_t{2});
        QVERIFY((run.warnings[0] == Warning{"flagged", {"root", "1024", "4096"}}));
        for (const OutputSummary& o : run.outputs) {
            for (const double value : {o.mean, o.sd, o.p5, o.p25, o.p50, o.p75, o.p95})
                QVERIFY(std::isfinite(value));
            for (const Sensitivity& s : o.sensitivity)
                QVERIFY(std::isfinite(s.rankCorrelation) && std::isfinite(s.firstOrder) && std::isfinite(s.low)
                        && std::isfinite(s.high));
            std::uint64_t counted = 0;
            for (const std::uint64_t count : o.histogram.counts)
                counted += count;
            QCOMPARE(counted, 4096 - o.flagged);
        }
        QVERIFY(run.outputs[0].sensitivity[0].rankCorrelation > 0.9999999); // monotone among what is left
        QVERIFY(std::abs(exceedance(run.outputs[0], 1) - 2.0 / 3) < 1e-3);
        QCOMPARE(exceedance(run.outputs[1], 0), 0.0);
    }

    void productOfLognormalsHasItsClosedForm() {
        // 90 % intervals of factor 4, 9 and 2.25: ln-widths add in squares.
        const Model model = makeModel({{"a", "1", "2 to 8"}, {"b", "1", "1 to 9"}, {"c", "1", "lognormal(4, 9)"}},
                                      {{"y", "1", "a * b / c"}});
        const Run run = runOf(model, runOptions(131072));
        const double half =
            0.5 * std::sqrt(std::pow(std::log(4.0), 2) + std::pow(std::log(9.0), 2) + std::pow(std::log(2.25), 2));
        const double median = 4.0 * 3.0 / 6.0;
        QVERIFY(std::abs(run.outputs[0].p50 / median - 1) < 0.002);
        QVERIFY(std::abs(run.outputs[0].p5 / (median * std::exp(-half)) - 1) < 0.002);
        QVERIFY(std::abs(run.outputs[0].p95 / (median * std::exp(half)) - 1) < 0.002);
        const double sigma = half / 1.6448536269514722;
        QVERIFY(std::abs(run.outputs[0].mean / (median * std::exp(0.5 * sigma * sigma)) - 1) < 0.002);
    }

    void ishigamiIndicesAreTheClosedForm() {
        const std::string range = "uniform(-3.141592653589793, 3.141592653589793)";
        const Model model = makeModel({{"x1", "1", range}, {"x2", "1", range}, {"x3", "1", range}},
                                      {{"y", "1", "sin(x1) + 7 * sin(x2)^2 + 0.1 * x3^4 * sin(x1)"}});
        const Run run = runOf(model, runOptions(131072));
        const double expected[] = {0.313905, 0.442411, 0}; // Ishigami and Homma 1990, a = 7, b = 0.1
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY(std::abs(run.outputs[0].sensitivity[i].firstOrder - expected[i]) < 0.01);
        QVERIFY(std::abs(run.outputs[0].mean - 3.5) < 0.01);
        QVERIFY(std::abs(run.outputs[0].sensitivity[1].rankCorrelation) < 0.01); // U-shaped: no rank correlation
    }

    void correlationsAreReached() {
        Model model = makeModel({{"a", "1", "lognormal(1, 9)"}, {"b", "1", "beta(2, 5)"}, {"c", "1", "1 to 2"}},
                                {{"y", "1", "a"}, {"z", "1", "c"}}, {"y", "z"});
        const Run plain = runOf(model, runOptions(16384));
        model.correlations = {Correlation{{VariableId{"a"}, VariableId{"b"}}, -0.6}};
        const Run run = runOf(model, runOptions(16384));
        QVERIFY(std::abs(run.outputs[0].sensitivity[1].rankCorrelation + 0.6) < 0.01);
        QVERIFY(std::abs(plain.outputs[0].sensitivity[1].rankCorrelation) < 0.01);
        QVERIFY(*inputOf(run, "a").samples == *inputOf(plain, "a").samples); // first by stream: it stays
        QVERIFY(*inputOf(run, "c").samples == *inputOf(plain, "c").samples);
        QVERIFY(std::abs(inputOf(run, "b").p50 / inputOf(plain, "b").p50 - 1) < 1e-3);
    }

    void correlationsThatExcludeEachOtherAreTheNearestPossible() {
        Model model = makeModel({{"a", "1", "1 to 9"}, {"b", "1", "beta(2, 5)"}, {"c", "1", "1 to 2"}},
                                {{"y", "1", "a"}, {"z", "1", "b"}}, {"y", "z"});
        const auto pair = [](const char* one, const char* other) {
            return Correlation{{VariableId{one}, VariableId{other}}, -0.9};
        };
        model.correlations = {pair("a", "b"), pair("b", "c")};
        QVERIFY(
            simulate(model, makeScenario("s", {{"c", "1"}}), runOptions(16)).value().warnings.empty()); // c is fixed
        model.correlations.push_back(pair("a", "c"));
        QVERIFY(checkModel(model));
        const Run run = runOf(model, runOptions(16384));
        QCOMPARE(run.warnings.size(), std::size_t{1});
        QVERIFY((run.warnings[0] == Warning{"correlations-changed", {"a", "b", "-0.9", "-0.483"}}));
        for (const Sensitivity& s : {run.outputs[0].sensitivity[1], run.outputs[0].sensitivity[2],
                                     run.outputs[1].sensitivity[2]}) // 6 / pi asin(-1/4): all three share the change
            QVERIFY(std::abs(s.rankCorrelation + 0.4826) < 0.01);
    }

    void lowAndHighAreTheOutputAtTheInputsEnds() {
        const Model model =
            makeModel({{"a", "1", "uniform(0, 100)"}, {"b", "1", "uniform(0, 1)"}}, {{"y", "1", "a + b"}});
        const Sensitivity s = runOf(model, runOptions(65536)).outputs[0].sensitivity[0];
        QVERIFY(std::abs(s.inputLow - 5) < 0.01 && std::abs(s.inputHigh - 95) < 0.01);
        QVERIFY(std::abs(s.low - 5.5) < 0.02 && std::abs(s.high - 95.5) < 0.02);
        QVERIFY(s.rankCorrelation > 0.999 && s.firstOrder > 0.999);
    }

    void standardErrorsAreThoseOfTheScrambles() {
        RunOptions options = runOptions(4096);
        QCOMPARE(runOf(trainingCost(), options).outputs[0].standardErrors, StandardErrors{});
        options.errors = Errors::byScrambles;
        const OutputSummary sobol = runOf(trainingCost(), options).outputs[0];
        options.sampler = SamplerKind::monteCarlo;
        const OutputSummary plain = runOf(trainingCost(), options).outputs[0];
        const double theory = plain.sd / std::sqrt(4096.0); // of a mean of independent samples
        QVERIFY(plain.standardErrors.mean > 0.4 * theory && plain.standardErrors.mean < 2 * theory);
        QVERIFY(sobol.standardErrors.mean < 0.2 * plain.standardErrors.mean);
        QVERIFY(sobol.standardErrors.p95 > 0 && sobol.standardErrors.p95 < 0.02 * sobol.p95);
    }

    void singaporeAnchorsComeOut_data() {
        QTest::addColumn<QString>("cleared");
        QTest::addColumn<QString>("diverted");
        QTest::addColumn<double>("gpus");
        // Nvidia 10-K, fiscal 2025: 130,497 M total, 23,684 M billed to Singapore, 102,196 M data-centre compute
        QTest::newRow("u .99, x 1") << "99%"
                                    << "100%" << 7010.0;
        QTest::newRow("u .90, x .25") << "90%"
                                      << "25%" << 17526.0;
        QTest::newRow("u .70, x .25") << "70%"
                                      << "25%" << 52577.0;
        QTest::newRow("u .50, x .05") << "50%"
                                      << "5%" << 17526.0;
    }
    void singaporeAnchorsComeOut() {
        QFETCH(QString, cleared);
        QFETCH(QString, diverted);
        QFETCH(double, gpus);
        const Model model =
            makeModel({{"revenue", "USD", "130497e6"},
                       {"billed", "USD", "23684e6"},
                       {"compute", "USD", "102196e6"},
                       {"delivered", "%", "1%"},
                       {"cleared", "%", "0"},
                       {"diverted", "%", "0"},
                       {"price", "USD/GPU", "25000"}},
                      {{"share", "%", "billed / revenue"},
                       {"value", "USD",
                        "revenue * share * (compute / revenue) * (1 - delivered / share) * (1 - cleared) * diverted"},
                       {"gpus", "GPU", "value / price"}});
        const Run run =
            runOf(model, runOptions(1),
                  makeScenario("s", {{"cleared", cleared.toStdString()}, {"diverted", diverted.toStdString()}}));
        QVERIFY2(std::abs(run.outputs[0].p50 - gpus) < 1, qPrintable(QString::number(run.outputs[0].p50, 'f', 1)));
    }
};

const Registered<TestSimulate> registered("simulate");

} // namespace assay::test

#include "tst_simulate.moc"

// What an edit did not reach is taken from the run before, and the result is what a run from scratch gives.
#include "core/scenario/column_keys.h"
#include "tests/golden/golden_models.h"
#include "tests/test.h"

namespace assay::test {

class TestIncremental : public Test {
    Q_OBJECT

    static constexpr std::uint64_t count = 9000;

    static RunPtr runOf(const Model& model, const Scenario& scenario, const std::vector<RunPtr>& previous = {},
                        RankMethod ranks = RankMethod::exact) {
        RunOptions options = runOptions(count);
        options.ranks = ranks;
        options.previous = previous;
        return std::make_shared<const Run>(simulate(model, scenario, options).value());
    }

    /// Ids of the columns that two runs share.
    static QStringList shared(const Run& one, const Run& other) {
        QStringList ids;
        for (std::size_t i = 0; i < one.inputs.size(); ++i)
            if (one.inputs[i].samples == other.inputs[i].samples && one.inputs[i].samples != nullptr)
                ids.append(QString::fromStdString(one.inputs[i].id.value));
        for (std::size_t i = 0; i < one.outputs.size(); ++i)
            if (one.outputs[i].samples == other.outputs[i].samples)
                ids.append(QString::fromStdString(one.outputs[i].id.value));
        return ids;
    }

    static std::array<double, 3> percentiles(const InputSummary& input) { return {input.p5, input.p50, input.p95}; }

    static std::size_t instructions(const std::string& formula) {
        const Model model = makeModel({{"a", "1", "1 to 2"}, {"b", "1", "1 to 2"}}, {{"y", "1", formula}});
        return prepare(model, Scenario{}, {}).value().program.instructions.size();
    }

private slots:
    void oneEditLeavesTheRest_data() {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("kept");
        QTest::addColumn<RankMethod>("ranks");
        const QStringList inputs{"params", "tokens", "flop_per", "peak", "mfu", "price", "overhead", "pue", "power_kw"};
        const auto row = [&inputs](const char* input, const char* text, const QStringList& outputs) {
            QStringList kept = inputs + outputs;
            kept.removeAll(QString(input));
            QTest::addRow("%s, exact ranks", input) << QString(input) << QString(text) << kept << RankMethod::exact;
            QTest::addRow("%s, binned ranks", input) << QString(input) << QString(text) << kept << RankMethod::binned;
        };
        row("params", "lognormal(30e9, 41e9)", {});
        row("mfu", "beta(4, 4, 0.15, 0.5)", {});
        row("price", "2", {"gpu_hours", "energy"}); // fixed now: no column of its own
        row("overhead", "lognormal(1.5, 7)", {"gpu_hours", "rental", "energy"});
        row("pue", "triangular(1.05, 1.15, 1.5)", {"gpu_hours", "rental", "program"});
    }
    void oneEditLeavesTheRest() {
        QFETCH(QString, input);
        QFETCH(QString, text);
        QFETCH(RankMethod, ranks);
        const Model model = trainingCost();
        const RunPtr before = runOf(model, makeScenario("s"), {}, ranks);
        const Scenario edited = makeScenario("s", {{input.toStdString(), text.toStdString()}});
        const RunPtr after = runOf(model, edited, {before}, ranks);
        QTEST(shared(*before, *after), "kept");
        const RunPtr scratch = runOf(model, edited, {}, ranks);
        QCOMPARE(digestOf(*after), digestOf(*scratch));
        QVERIFY(digestOf(*after) != digestOf(*before));
        for (std::size_t i = 0; i < scratch->outputs.size(); ++i)
            QVERIFY(after->outputs[i].sensitivity == scratch->outputs[i].sensitivity
                    && after->outputs[i].mean == scratch->outputs[i].mean);
        for (std::size_t i = 0; i < scratch->inputs.size(); ++i)
            QVERIFY(percentiles(after->inputs[i]) == percentiles(scratch->inputs[i]));
    }

    void exactRanksAreKeptForTheNextRun() {
        const RunPtr before = runOf(trainingCost(), makeScenario("s"));
        const RunPtr after = runOf(trainingCost(), makeScenario("s", {{"price", "1 to 2"}}), {before});
        for (std::size_t i = 0; i < after->inputs.size(); ++i)
            QCOMPARE(after->inputs[i].ranks == before->inputs[i].ranks, after->inputs[i].id.value != "price");
        const RunPtr binned = runOf(trainingCost(), makeScenario("s"), {}, RankMethod::binned);
        QVERIFY(binned->inputs[0].ranks == nullptr); // and are made where an earlier run had none
        QVERIFY(runOf(trainingCost(), makeScenario("s"), {binned})->inputs[0].ranks != nullptr);
    }

    void nothingChangedNothingIsDrawn() {
        const Model model = trainingCost();
        const RunPtr before = runOf(model, makeScenario("s"));
        const RunPtr after = runOf(model, makeScenario("s"), {before});
        QCOMPARE(shared(*before, *after).size(), 13);
        QCOMPARE(digestOf(*after), digestOf(*before));
    }

    void aFormulaEditReachesWhatReadsIt() {
        Model model = trainingCost();
        const RunPtr before = runOf(model, makeScenario("s"));
        model.formulas[1].formula = "gpu_hours * price * 2"; // rental; program reads it
        const RunPtr after = runOf(model, makeScenario("s"), {before});
        const QStringList kept = shared(*before, *after);
        QVERIFY(kept.contains("gpu_hours") && kept.contains("energy"));
        QVERIFY(!kept.contains("rental") && !kept.contains("program"));
        QCOMPARE(digestOf(*after), digestOf(*runOf(model, makeScenario("s"))));
    }

    void otherDrawsAreNeverReused_data() {
        QTest::addColumn<RunOptions>("options");
        const auto row = [](const char* name, auto change) {
            RunOptions options = runOptions(count);
            change(options);
            QTest::newRow(name) << options;
        };
        row("seed", [](RunOptions& o) { o.seed = 2; });
        row("count", [](RunOptions& o) { o.samples = count - 1; });
        row("sampler", [](RunOptions& o) { o.sampler = SamplerKind::monteCarlo; });
    }
    void otherDrawsAreNeverReused() {
        QFETCH(RunOptions, options);
        const Model model = trainingCost();
        const RunPtr before = runOf(model, makeScenario("s"));
        const std::string scratch = digestOf(simulate(model, makeScenario("s"), options).value());
        options.previous = {before};
        const Run after = simulate(model, makeScenario("s"), options).value();
        QVERIFY(shared(*before, after).isEmpty());
        QCOMPARE(digestOf(after), scratch);
    }

    void correlatedInputsAreDrawnAnewTogetherWithTheirBits() {
        const Model model = goldenCorrelated();
        const RunPtr before = runOf(model, makeScenario("s"));
        for (const char* input : {"x0", "x1", "x2"}) {
            const Scenario edited = makeScenario("s", {{input, "uniform(3, 4)"}});
            const RunPtr after = runOf(model, edited, {before});
            QCOMPARE(digestOf(*after), digestOf(*runOf(model, edited)));
            QVERIFY(!shared(*before, *after).contains(QString(input)));
        }
        const Scenario fixed = makeScenario("s", {{"x0", "3"}}); // the others' correlations change hands
        QCOMPARE(digestOf(*runOf(model, fixed, {before})), digestOf(*runOf(model, fixed)));
    }

    void scenariosOfOneModelShareWhatTheyAgreeOn() {
        const Scenario other = makeScenario("two", {{"price", "3 to 4"}});
        const RunPtr one = runOf(trainingCost(), makeScenario("one"));
        const RunPtr two = runOf(trainingCost(), other, {one});
        QCOMPARE(shared(*one, *two).size(), 8 + 2); // not price, rental, program
        QCOMPARE(digestOf(*two), digestOf(*runOf(trainingCost(), other)));
    }

    void whatIsWrittenTwiceIsComputedOnce_data() {
        QTest::addColumn<QString>("formula");
        QTest::addColumn<int>("instructions");
        QTest::newRow("product twice") << "a * b + a * b" << 2;
        QTest::newRow("the other way round is another product") << "a * b + b * a" << 3;
        QTest::newRow("inside functions") << "exp(a + b) / (1 + exp(a + b))" << 4;
        QTest::newRow("constants fold") << "a * (2 + 3 * 4) ^ 2" << 1;
        QTest::newRow("nothing but constants") << "2 ^ 10 / ln(8)" << 0;
    }
    void whatIsWrittenTwiceIsComputedOnce() {
        QFETCH(QString, formula);
        QFETCH(int, instructions);
        QCOMPARE(static_cast<int>(TestIncremental::instructions(formula.toStdString())), instructions);
    }
};

const Registered<TestIncremental> registered("incremental");

} // namespace assay::test

#include "tst_incremental.moc"

// Solve: closed forms, common random numbers, several roots, targets out of reach, and where is looked.
#include "core/scenario/solve.h"

#include "tests/core/scenario/model_builder.h"
#include "tests/test.h"

#include <cmath>

namespace assay::test {

namespace {

Model costs() {
    Model model = makeModel({{"hours", "GPU*h", "lognormal(2e6, 4e6)"}, {"price", "USD/(GPU*h)", "1 to 4"}},
                            {{"cost", "USD", "hours * price"}});
    model.inputs[1].min = "0.1";
    model.inputs[1].max = "20";
    model.inputs[1].scale = Scale::log;
    return model;
}

SolveQuestion question(const char* input, const char* output, Statistic statistic, double target) {
    return {VariableId{input}, VariableId{output}, statistic, target};
}

Solution solved(const Model& model, const SolveQuestion& asked, const Scenario& scenario = makeScenario("s")) {
    return solve(model, scenario, asked, runOptions(1 << 14), {}).value();
}

double statistic(const OutputSummary& output, Statistic which) {
    switch (which) {
    case Statistic::mean: return output.mean;
    case Statistic::sd: return output.sd;
    case Statistic::p5: return output.p5;
    case Statistic::p25: return output.p25;
    case Statistic::p50: return output.p50;
    case Statistic::p75: return output.p75;
    case Statistic::p95: return output.p95;
    }
    return 0;
}

} // namespace

class TestSolve : public Test {
    Q_OBJECT

private slots:
    void badQuestionsAreRefused_data() {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("output");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const char* input, const char* output, ErrorCode code) {
            QTest::newRow(name) << QString(input) << QString(output) << static_cast<int>(code);
        };
        row("no such input", "rent", "cost", ErrorCode::inputUnknown);
        row("an output is no input", "cost", "cost", ErrorCode::inputUnknown);
        row("no such output", "price", "profit", ErrorCode::outputUnknown);
        row("a number without ends has no range", "fixed", "cost", ErrorCode::rangeUnknown);
    }
    void badQuestionsAreRefused() {
        QFETCH(QString, input);
        QFETCH(QString, output);
        QFETCH(int, code);
        const Model model =
            makeModel({{"price", "1", "1 to 4"}, {"fixed", "1", "2"}}, {{"cost", "1", "price * fixed"}});
        const Result<Solution> solution = solve(
            model, makeScenario("s"),
            {VariableId{input.toStdString()}, VariableId{output.toStdString()}, Statistic::p50, 1}, runOptions(64), {});
        QVERIFY(!solution);
        QCOMPARE(static_cast<int>(solution.error().code), code);
    }

    void targetOutOfReachHasNoValueButARange() {
        const Solution solution = solved(costs(), question("price", "cost", Statistic::p50, 1e9));
        QVERIFY(!solution.value);
        const double median = std::sqrt(2e6 * 4e6);
        QVERIFY(std::abs(solution.reachable.low / (0.1 * median) - 1) < 1e-3);
        QVERIFY(std::abs(solution.reachable.high / (20 * median) - 1) < 1e-3);
        QCOMPARE(solution.looked, (ValueRange{0.1, 20}));
    }

    void jumpOverTheTargetIsNoRoot() {
        const Model model = makeModel({{"x", "1", "uniform(0, 4)"}}, {{"y", "1", "if(x < 2, 1, 5)"}});
        const Solution solution = solved(model, question("x", "y", Statistic::mean, 3));
        QVERIFY(!solution.value);
        QCOMPARE(solution.reachable, (ValueRange{1, 5}));
    }

    void medianCostHasItsClosedForm() {
        // cost = hours * price with hours lognormal(2e6, 4e6): median hours = sqrt(2e6 * 4e6)
        const Solution solution = solved(costs(), question("price", "cost", Statistic::p50, 5.6e6));
        QVERIFY(solution.value);
        QVERIFY(std::abs(*solution.value / (5.6e6 / std::sqrt(8e12)) - 1) < 1e-3);
        QCOMPARE(solution.unit, std::string("USD/(GPU*h)"));
        QCOMPARE(solution.reachableUnit, std::string("USD"));
        QVERIFY(solution.others.empty());
    }

    void runWithTheValueHitsTheTarget_data() {
        QTest::addColumn<int>("which");
        QTest::addColumn<double>("target");
        QTest::newRow("mean") << static_cast<int>(Statistic::mean) << 6e6;
        QTest::newRow("standard deviation") << static_cast<int>(Statistic::sd) << 1e6;
        QTest::newRow("P5") << static_cast<int>(Statistic::p5) << 3e6;
        QTest::newRow("P25") << static_cast<int>(Statistic::p25) << 3e6;
        QTest::newRow("median") << static_cast<int>(Statistic::p50) << 5.6e6;
        QTest::newRow("P75") << static_cast<int>(Statistic::p75) << 2e7;
        QTest::newRow("P95") << static_cast<int>(Statistic::p95) << 4e7;
    }
    void runWithTheValueHitsTheTarget() {
        QFETCH(int, which);
        QFETCH(double, target);
        const auto asked = static_cast<Statistic>(which);
        Model model = costs();
        model.correlations = {Correlation{{VariableId{"hours"}, VariableId{"price"}}, 0.5}};
        const Solution solution = solved(model, question("price", "cost", asked, target));
        QVERIFY(solution.value);
        const std::string text = QByteArray::number(*solution.value, 'g', 17).toStdString();
        const Run run = simulate(model, makeScenario("s", {{"price", text}}), runOptions(1 << 14)).value();
        QVERIFY(std::abs(statistic(run.outputs[0], asked) / target - 1) < 1e-9);
    }

    void rootNearestTheMedianIsTakenAndTheOtherNamed() {
        const Model model = makeModel({{"x", "1", "uniform(0, 8)"}, {"noise", "1", "normal(0, 0.1)"}},
                                      {{"y", "1", "(x - 3) ^ 2 + noise"}});
        const Solution solution = solved(model, question("x", "y", Statistic::p50, 4));
        QVERIFY(solution.value);
        QVERIFY(std::abs(*solution.value - 5) < 1e-3);
        QCOMPARE(solution.others.size(), std::size_t{1});
        QVERIFY(std::abs(solution.others[0] - 1) < 1e-3);
    }

    void withoutEndsTheDistributionsMiddleIsLookedAt() {
        const Model model = makeModel({{"x", "1", "normal(0, 1)"}}, {{"y", "1", "2 * x"}});
        const Solution solution = solved(model, question("x", "y", Statistic::mean, 1));
        QVERIFY(solution.value);
        QVERIFY(std::abs(*solution.value - 0.5) < 1e-9);
        QVERIFY(std::abs(solution.looked.low + 3.0902) < 1e-4 && std::abs(solution.looked.high - 3.0902) < 1e-4);
    }

    void unitsKeepTheChipThatTheHeldInputBrought() {
        const Solution solution = solved(costs(), question("price", "cost", Statistic::p50, 5.6e6),
                                         makeScenario("s", {{"price", "2 USD/(H800*h)"}}));
        QCOMPARE(solution.unit, std::string("USD/(H800*h)"));
        QVERIFY(solution.value);
    }

    void stopEndsTheSearch() {
        std::stop_source stop;
        stop.request_stop();
        const Result<Solution> solution =
            solve(costs(), makeScenario("s"), question("price", "cost", Statistic::p50, 1), runOptions(1 << 14), {},
                  stop.get_token());
        QVERIFY(!solution);
        QCOMPARE(solution.error().code, ErrorCode::cancelled);
    }
};

const Registered<TestSolve> registered("solve");

} // namespace assay::test

#include "tst_solve.moc"

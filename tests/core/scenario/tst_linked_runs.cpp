// Scenarios that take samples from another one's run: paired sample by sample, strangers and short runs refused.
#include "core/scenario/run_order.h"
#include "tests/core/scenario/model_builder.h"
#include "tests/test.h"

#include <cmath>

namespace assay::test {

class TestLinkedRuns : public Test {
    Q_OBJECT

    static Model model() { return makeModel({{"x", "h", "1 to 2"}, {"z", "1", "3"}}, {{"y", "h", "x * z"}}); }

    static Scenario linked(const char* id, const char* reference) {
        Scenario scenario = makeScenario(id);
        Basis basis;
        basis.kind = BasisKind::scenario;
        basis.reference = reference;
        scenario.inputs.push_back(ScenarioInput{VariableId{"x"}, "", basis});
        return scenario;
    }

    static RunPtr runOf(const Scenario& scenario, std::uint64_t samples, const std::vector<RunPtr>& upstream = {}) {
        return std::make_shared<const Run>(simulate(model(), scenario, runOptions(samples), upstream).value());
    }

private slots:
    void badLinksAreRefused_data() {
        QTest::addColumn<QString>("reference");
        QTest::addColumn<quint64>("samples");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const char* reference, quint64 samples, ErrorCode code) {
            QTest::newRow(name) << QString(reference) << samples << static_cast<int>(code);
        };
        row("nobody", "nobody/y", 100, ErrorCode::idUnknown);
        row("no output named", "a", 100, ErrorCode::fieldValue);
        row("unknown output", "a/w", 100, ErrorCode::outputUnknown);
        row("more samples than there are", "a/y", 101, ErrorCode::sampleCount);
    }
    void badLinksAreRefused() {
        QFETCH(QString, reference);
        QFETCH(quint64, samples);
        const std::vector<RunPtr> upstream{runOf(makeScenario("a"), 100)};
        const Result<Run> run =
            simulate(model(), linked("b", qPrintable(reference)), runOptions(samples), std::span(upstream));
        QVERIFY(!run);
        QTEST(static_cast<int>(run.error().code), "code");
    }
    void linkedSamplesArePaired() {
        const RunPtr first = runOf(makeScenario("a"), 3000);
        const RunPtr second = runOf(linked("b", "a/y"), 2000, {first});
        const Samples &a = *first->outputs[0].samples, &b = *second->outputs[0].samples;
        QCOMPARE(b.size(), std::size_t{2000}); // the first of a longer run
        for (std::size_t i = 0; i < b.size(); ++i)
            QVERIFY(b[i] == 3 * a[i]);
        QVERIFY(second->outputs[0].sensitivity[0].rankCorrelation > 0.9999999);
    }
    void errorsOfLinkedRunsAreNotKnownAndThatIsSaid() {
        RunOptions options = runOptions(1000);
        options.errors = Errors::byScrambles;
        const std::vector<RunPtr> upstream{
            std::make_shared<const Run>(simulate(model(), makeScenario("a"), options).value())};
        QVERIFY(upstream[0]->outputs[0].standardErrors.p50 > 0 && upstream[0]->warnings.empty());
        const Run run = simulate(model(), linked("b", "a/y"), options, upstream).value();
        const StandardErrors& errors = run.outputs[0].standardErrors;
        for (const double error : {errors.mean, errors.p5, errors.p50, errors.p95})
            QVERIFY(std::isnan(error));
        QVERIFY((run.warnings == std::vector<Warning>{{"errors-linked", {}}}));
    }
    void upstreamsAreNamedOnceInTheOrderOfInputs() {
        Scenario scenario = linked("c", "b/y");
        scenario.inputs.push_back(linked("c", "a/y").inputs[0]);
        scenario.inputs.push_back(linked("c", "b/other").inputs[0]);
        scenario.inputs.push_back(linked("c", "unreadable").inputs[0]);
        QVERIFY(upstreamsOf(scenario) == (std::vector<ScenarioId>{{"b"}, {"a"}}));
        QVERIFY(upstreamsOf(makeScenario("d")).empty());
    }
};

const Registered<TestLinkedRuns> registered("linked_runs");

} // namespace assay::test

#include "tst_linked_runs.moc"

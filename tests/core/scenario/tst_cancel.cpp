// A stop is heard between any two steps of work, and steps are small: how soon a run answers is told in steps, which no
// busy machine changes.
#include "tests/core/scenario/model_builder.h"
#include "tests/test.h"

#include <atomic>
#include <mutex>

namespace assay::test {

namespace {

struct Case {
    Model model;
    RunOptions options;
};

RunOptions optionsOf(RankMethod ranks, Errors errors) {
    RunOptions options = runOptions(40000, 2);
    options.ranks = ranks;
    options.errors = errors;
    return options;
}

/// Interval inputs, mixtures and correlations on top of the training cost.
Model everything() {
    Model model = trainingCost();
    model.inputs[3].defaultText = "interval(0.9e15, 1.98e15)";
    model.inputs[5].defaultText = "mix(1: lognormal(1.3, 3.2), 2: uniform(2, 3))";
    model.correlations = {Correlation{{VariableId{"params"}, VariableId{"tokens"}}, 0.5}};
    return model;
}

/// Steps of a run that is asked to stop at step `last`.
std::uint64_t stepsUntil(const Case& one, std::uint64_t last, std::stop_source source) {
    std::mutex counting; // nobody goes on between the last step and the stop
    std::uint64_t steps = 0;
    RunOptions options = one.options;
    options.progress = [&] {
        const std::scoped_lock lock(counting);
        if (++steps == last)
            source.request_stop();
    };
    const Result<Run> run = simulate(one.model, makeScenario("s"), options, source.get_token());
    if (last == 0)
        return run ? steps : 0;
    return !run && run.error().code == ErrorCode::cancelled ? steps : 0;
}

} // namespace

class TestCancel : public Test {
    Q_OBJECT
private slots:
    void noWorkIsBegunAfterAStop_data() {
        QTest::addColumn<Case>("one");
        const auto row = [](const char* name, const Model& model, const RunOptions& options) {
            QTest::newRow(name) << Case{model, options};
        };
        row("exact ranks", trainingCost(), optionsOf(RankMethod::exact, Errors::skip));
        row("binned ranks", trainingCost(), optionsOf(RankMethod::binned, Errors::skip));
        row("standard errors", trainingCost(), optionsOf(RankMethod::binned, Errors::byScrambles));
        row("bands, mixtures, correlations", everything(), optionsOf(RankMethod::exact, Errors::skip));
    }
    void noWorkIsBegunAfterAStop() {
        QFETCH(Case, one);
        const std::uint64_t whole = stepsUntil(one, 0, {});
        QVERIFY2(whole >= 25, qPrintable(QString::number(whole))); // of 40,000 samples: no step is big
        for (std::uint64_t last = 1; last < whole; last += 1 + last / 4) {
            const std::uint64_t steps = stepsUntil(one, last, {});
            QVERIFY2(steps >= last && steps <= last + 1, // the other thread ends the step it is in
                     qPrintable(QStringLiteral("stopped at %1, did %2").arg(last).arg(steps)));
        }
    }

    void aStopBeforeTheStartIsHeardBeforeTheFirstStep() {
        std::stop_source source;
        source.request_stop();
        std::atomic<int> steps = 0;
        RunOptions options = runOptions(mostSamples); // it must not even fetch their memory
        options.progress = [&] { ++steps; };
        const Result<Run> run = simulate(everything(), makeScenario("s"), options, source.get_token());
        QCOMPARE(run.error().code, ErrorCode::cancelled);
        QCOMPARE(steps.load(), 0);
    }
};

const Registered<TestCancel> registered("cancel");

} // namespace assay::test

#include "tst_cancel.moc"

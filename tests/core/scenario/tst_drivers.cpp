// Drivers: the same answers as counting every sample for every question.
#include "core/scenario/condition.h"
#include "core/scenario/drivers.h"
#include "tests/core/scenario/model_builder.h"
#include "tests/test.h"

#include <algorithm>
#include <cmath>

namespace assay::test {

class TestDrivers : public Test {
    Q_OBJECT

    /// y rises with a, hardly moves with b, not at all with c.
    static RunPtr run(const std::string& formula = "10 * a + b") {
        const Model model = makeModel({{"a", "1", "uniform(0, 1)"}, {"b", "1", "uniform(0, 1)"}, {"c", "1", "1 to 2"}},
                                      {{"y", "1", formula}});
        return std::make_shared<const Run>(simulate(model, makeScenario("s"), runOptions(8192)).value());
    }

    static std::vector<BinnedInput> inputsOf(const Run& run) {
        std::vector<BinnedInput> inputs;
        for (const InputSummary& input : run.inputs)
            inputs.push_back({input.id, std::make_shared<const InputBins>(inputBinsOf(*input.samples))});
        return inputs;
    }

    /// Greatest distance between the shares of an input's bins, over all samples and over those in the set.
    static double movement(const InputBins& bins, const Samples& output, double low, double high, double& count) {
        std::array<double, driverBins> all{}, held{};
        count = 0;
        for (std::size_t i = 0; i < output.size(); ++i) {
            const bool isHeld = output[i] >= low && output[i] <= high;
            all[bins.ofSample[i]] += 1;
            held[bins.ofSample[i]] += isHeld ? 1 : 0;
            count += isHeld ? 1 : 0;
        }
        double most = 0, before = 0, beforeHeld = 0;
        for (std::size_t bin = 0; bin < driverBins; ++bin) {
            before += all[bin] / static_cast<double>(output.size());
            beforeHeld += held[bin] / count;
            most = std::max(most, std::abs(before - beforeHeld));
        }
        return most;
    }

private slots:
    void answersAreThoseOfCounting_data() {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        const auto row = [](const char* name, double low, double high) { QTest::newRow(name) << low << high; };
        row("nothing in it", 20, 30);
        row("below the least", -5, -1);
        row("turned round", 6, 5);
        row("too few", 5, 5.1);
        row("the middle", 4, 7);
        row("upwards", 9, std::numeric_limits<double>::infinity());
        row("downwards", -std::numeric_limits<double>::infinity(), 1.25);
        row("everything", -1, 12);
        for (int i = 0; i < 20; ++i)
            row(qPrintable(QString("window %1").arg(i)), i * 0.37, i * 0.37 + 2 + i % 3);
    }
    void answersAreThoseOfCounting() {
        QFETCH(double, low);
        QFETCH(double, high);
        const RunPtr one = run();
        const OutputSummary& output = one->outputs[0];
        const std::vector<BinnedInput> inputs = inputsOf(*one);
        VariableId expected{"a"}; // the strongest
        double most = 0;
        for (const BinnedInput& input : inputs) {
            double count = 0;
            const double moved = movement(*input.bins, *output.samples, low, high, count);
            if (count >= leastEffectiveSamples && moved > std::max(most, 1.36 / std::sqrt(count))) {
                most = moved;
                expected = input.id;
            }
        }
        QCOMPARE(Drivers(output, inputs).of(low, high).value, expected.value);
    }

    void anotherInputMayMoveMoreThanTheStrongest() {
        const RunPtr one = run("if(a > 0.5, 100 * a, b)"); // below 0.3 b has lost more of its range than a
        QCOMPARE(Drivers(one->outputs[0], inputsOf(*one)).of(0, 0.3).value, std::string("b"));
        QCOMPARE(Drivers(one->outputs[0], inputsOf(*one)).of(80, 100).value, std::string("a"));
    }

    void noInputMovesWhatIsFixed() {
        const RunPtr one = run("7");
        QVERIFY(Drivers(one->outputs[0], inputsOf(*one)).of(7, 7).empty());
    }

    void flaggedSamplesAreNoSamples() {
        const RunPtr one = run("sqrt(a - 0.5)"); // half of them are NaN
        QCOMPARE(Drivers(one->outputs[0], inputsOf(*one)).of(0.5, 1).value, std::string("a"));
    }
};

const Registered<TestDrivers> registered("drivers");

} // namespace assay::test

#include "tst_drivers.moc"

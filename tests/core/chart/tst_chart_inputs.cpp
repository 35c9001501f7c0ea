// Charts of one scenario's inputs: the tornado and the scatter.
#include "core/chart/build.h"
#include "core/chart/builders.h"
#include "tests/core/chart/chart_fixture.h"
#include "tests/test.h"

#include <cmath>
#include <limits>
#include <numeric>

namespace assay::test {
namespace {

ChartContext ofOwned(ChartContext context = sampleContext()) {
    context.scenario = ScenarioId{"owned-cluster"};
    return context;
}

ChartSpec tornado(const ChartContext& context) { return buildTornado(context).value(); }
ChartSpec scatter(const ChartContext& context) { return buildScatter(context).value(); }

/// The owned cluster's programme cost, changed.
template <class Change>
ChartContext withProgramme(Change change) {
    ChartContext context = ofOwned();
    changeRun(context, "owned-cluster", [&](Run& run) {
        for (OutputSummary& output : run.outputs)
            if (output.id.value == "programme_cost")
                change(output);
    });
    return context;
}

} // namespace

class TestChartInputs : public Test {
    Q_OBJECT
private slots:
    void aScenarioWhoseInputsAreFixedHasNoTornado() {
        ChartContext context = sampleContext();
        context.scenario = ScenarioId{"as-disclosed"};
        const Result<ChartSpec> spec = buildTornado(context);
        QVERIFY(!spec);
        QVERIFY(spec.error().code == ErrorCode::chartEmpty);
        QVERIFY(!tornadoFits(context, *find(context.scenarios, ScenarioId{"as-disclosed"})));
        QVERIFY(tornadoFits(context, *find(context.scenarios, ScenarioId{"owned-cluster"})));
    }
    void swingsThatAreNoNumbersAreNoBars() {
        const ChartContext context = withProgramme([](OutputSummary& o) {
            for (Sensitivity& s : o.sensitivity)
                s.low = std::nan("");
        });
        QVERIFY(!tornadoFits(context, *find(context.scenarios, ScenarioId{"owned-cluster"})));
    }

    void theLargestSwingIsOnTop() {
        const ChartSpec spec = tornado(ofOwned());
        double last = std::numeric_limits<double>::infinity();
        for (const Datum& datum : spec.data) {
            const double swing = std::abs(*datum.cells[5].number);
            QVERIFY(swing <= last);
            last = swing;
        }
        QCOMPARE(spec.y.categories.front().shortLabel, std::string("staff_cost_rate"));
        QVERIFY2(spec.title.find("Cost per full-time year moves the programme cost most") == 0, spec.title.c_str());
    }

    void barsStartAtTheMeanAndEndAtTheInputsPercentiles() {
        const ChartSpec spec = tornado(ofOwned());
        const OutputSummary* o =
            findOutput(*runOf(sampleContext(), ScenarioId{"owned-cluster"}), VariableId{"programme_cost"});
        for (const Bar& bar : marksOf<Bar>(spec)) {
            QCOMPARE(bar.from.x, o->mean);
            const Datum& datum = spec.data.at(std::size_t(bar.datum));
            QCOMPARE(bar.to.x, *datum.cells[bar.ink.role == InkRole::low ? 3 : 4].number);
        }
    }

    void theInputsOwnValuesStandAtTheEndsTheyLeadTo() {
        for (const Label& label : marksOf<Label>(tornado(ofOwned()))) {
            if (label.text == "0.55") // years: young chips cost more, so their value stands on the right
                QVERIFY(label.side == Side::right);
            if (label.text == "$80K/year" || label.text == "$80K")
                QVERIFY(label.side == Side::left);
        }
    }

    void anInputThatMovesTheOutcomeOneWayAtBothEndsIsHatched() {
        const ChartContext context = withProgramme([](OutputSummary& o) {
            o.sensitivity[1].low = o.mean * 1.2;
            o.sensitivity[1].high = o.mean * 1.4;
        });
        int hatched = 0;
        const ChartSpec spec = tornado(context);
        for (const Bar& bar : marksOf<Bar>(spec))
            if (bar.fill == Fill::hatched) {
                QCOMPARE(spec.data[std::size_t(bar.datum)].ids.input.value, std::string("experiments"));
                ++hatched;
            }
        QCOMPARE(hatched, 2);
    }

    void smallInputsAreCountedInOneBar() {
        const ChartContext context = withProgramme([](OutputSummary& o) {
            for (int i = 0; i < 30; ++i) {
                Sensitivity s = o.sensitivity.back();
                s.input.value = "extra" + std::to_string(i);
                s.high = s.low + i;
                o.sensitivity.push_back(s);
            }
        });
        const ChartSpec spec = tornado(context);
        QVERIFY(spec.y.categories.size() < 20);
        QVERIFY2(spec.y.categories.back().label.find("other inputs") != std::string::npos,
                 spec.y.categories.back().label.c_str());
        QCOMPARE(spec.data.size(), std::size_t(35)); // the table still has every one
    }

    void theTornadoOfAChosenOutputIsAboutIt() {
        ChartContext context = ofOwned();
        context.output = VariableId{"programme_cost"};
        QCOMPARE(tornado(context).data.front().ids.output.value, std::string("programme_cost"));
    }

    void withoutSamplesThereIsNoScatter() {
        const ChartContext context = withProgramme([](OutputSummary& o) { o.samples = nullptr; });
        const Result<ChartSpec> spec = buildScatter(context);
        QVERIFY(!spec);
        QVERIFY(spec.error().code == ErrorCode::chartEmpty);
        QVERIFY(!scatterFits(context, *find(context.scenarios, ScenarioId{"owned-cluster"})));
    }

    void theScatterCountsEverySampleWithinItsAxes() {
        const ChartSpec spec = scatter(ofOwned());
        const std::vector<HeatField> fields = marksOf<HeatField>(spec);
        QCOMPARE(fields.size(), std::size_t(1));
        QCOMPARE(fields[0].values.size(), std::size_t(fields[0].columns * fields[0].rows));
        for (const double value : fields[0].values)
            QVERIFY(std::isnan(value) || (value > 0 && value <= 1));
        double counted = 0;
        for (const Datum& datum : spec.data)
            counted += *datum.cells[3].number;
        QCOMPARE(counted, 8192.0);
    }

    void theMeansRiseWithTheInputTheyDependOn() {
        const ChartSpec spec = scatter(ofOwned());
        for (std::size_t i = 1; i < spec.data.size(); ++i)
            QVERIFY(spec.data[i].at.x > spec.data[i - 1].at.x);
        const std::size_t third = spec.data.size() / 3; // neighbouring bins differ by less than their noise
        for (std::size_t i = third; i < spec.data.size(); ++i)
            QVERIFY(spec.data[i].at.y > spec.data[i - third].at.y);
        QVERIFY2(spec.title.find("rises with: Cost per full-time year") != std::string::npos, spec.title.c_str());
    }

    void noMarkOfTheScatterLeavesItsAxes() {
        const ChartSpec spec = scatter(ofOwned());
        for (const Dot& dot : marksOf<Dot>(spec)) {
            QVERIFY(dot.at.x >= spec.x.low && dot.at.x <= spec.x.high);
            QVERIFY(dot.at.y >= spec.y.low && dot.at.y <= spec.y.high);
        }
    }

    void samplesThatAreNoNumbersAreLeftOut() {
        const ChartContext context = withProgramme([](OutputSummary& o) {
            Samples samples = *o.samples;
            for (std::size_t i = 0; i < 100; ++i)
                samples[i] = std::nan("");
            o.samples = std::make_shared<const Samples>(samples.begin(), samples.end());
        });
        const ChartSpec spec = scatter(context);
        QVERIFY2(spec.subtitle.find("all 8,092 samples") != std::string::npos, spec.subtitle.c_str());
    }

    void aFlatRelationIsCalledOne() {
        const ChartContext context = withProgramme([](OutputSummary& o) { o.sensitivity[0].rankCorrelation = 0.02; });
        ChartContext chosen = context;
        chosen.input = VariableId{"staff_cost_rate"};
        QVERIFY2(scatter(chosen).title.find("hardly depends on: Cost per full-time year") != std::string::npos,
                 scatter(chosen).title.c_str());
    }
};

const Registered<TestChartInputs> registered("chart_inputs");

} // namespace assay::test

#include "tst_chart_inputs.moc"

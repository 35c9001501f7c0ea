// Cost by scenario and GPU-hours: what is missing is said, every mark stands on a row of the table, and the numbers of
// the table are those of the runs.
#include "core/chart/build.h"
#include "core/chart/builders.h"
#include "tests/core/chart/chart_fixture.h"
#include "tests/test.h"

#include <cmath>
#include <limits>

namespace assay::test {
namespace {

ChartSpec costs(const ChartContext& context) { return buildCostByScenario(context).value(); }
ChartSpec hours(const ChartContext& context) { return buildGpuHours(context).value(); }

void spoilOutputs(ChartContext& context, const char* unit) {
    for (const char* scenario : {"as-disclosed", "from-compute", "owned-cluster", "fifty-thousand-h100"})
        changeRun(context, scenario, [unit](Run& run) {
            for (OutputSummary& output : run.outputs)
                output.unit = unit;
        });
}

std::vector<std::string> rowIds(const ChartSpec& spec) {
    std::vector<std::string> ids;
    for (const Category& category : spec.y.categories)
        ids.push_back(category.shortLabel);
    return ids;
}

} // namespace

class TestChartCosts : public Test {
    Q_OBJECT
private slots:
    void withoutACostTheChartSaysWhatIsMissing_data() {
        QTest::addColumn<int>("spoil");
        QTest::newRow("no runs yet") << 0;
        QTest::newRow("no cost in dollars") << 1;
        QTest::newRow("a cost that is no number") << 2;
        QTest::newRow("an output nobody has") << 3;
        QTest::newRow("no scenarios") << 4;
    }
    void withoutACostTheChartSaysWhatIsMissing() {
        QFETCH(int, spoil);
        const ChartContext context = sampleWith([spoil](ChartContext& c) {
            if (spoil == 0)
                c.runs.clear();
            if (spoil == 1)
                spoilOutputs(c, "KRW");
            if (spoil == 2)
                for (const Row<Scenario>& scenario : c.scenarios)
                    changeRun(c, scenario->id.value.c_str(), [](Run& run) {
                        for (OutputSummary& output : run.outputs)
                            output.p50 = std::nan("");
                    });
            if (spoil == 3)
                c.output = VariableId{"no_such_output"};
            if (spoil == 4)
                c.scenarios.clear();
        });
        const Result<ChartSpec> spec = buildCostByScenario(context);
        QVERIFY(!spec);
        QVERIFY(spec.error().code == ErrorCode::chartEmpty);
        QCOMPARE(spec.error().details.at(0), std::string("a scenario with a cost in US$"));
    }

    void rowsStandInTheOrderOfTheirMedians() {
        const ChartSpec spec = costs(sampleContext());
        double last = 0;
        int rows = 0;
        for (const Datum& datum : spec.data)
            if (!datum.ids.scenario.value.empty()) {
                QVERIFY(datum.at.x >= last);
                last = datum.at.x;
                ++rows;
            }
        QCOMPARE(rows, int(spec.y.categories.size()));
        QCOMPARE(rowIds(spec).back(), std::string("fifty-thousand-h100"));
    }

    void theTableHoldsTheRunsNumbers() {
        const ChartSpec spec = costs(sampleContext());
        for (const Datum& datum : spec.data) {
            QCOMPARE(datum.cells.size(), spec.columns.size());
            const Run* run = runOf(sampleContext(), datum.ids.scenario);
            if (!run)
                continue; // the headline claim
            const OutputSummary* o = findOutput(*run, datum.ids.output);
            QVERIFY(o);
            QCOMPARE(datum.cells[2].number, std::optional(o->p5));
            QCOMPARE(datum.cells[4].number, std::optional(o->p50));
            QCOMPARE(datum.cells[6].number, std::optional(o->p95));
            QCOMPARE(datum.cells[7].number, std::optional(o->mean));
        }
    }

    void everyMarkOfARowLeadsBackToIt() {
        const ChartSpec spec = costs(sampleContext());
        for (const Dot& dot : marksOf<Dot>(spec)) {
            QVERIFY(dot.datum >= 0 && dot.datum < int(spec.data.size()));
            QCOMPARE(spec.data[std::size_t(dot.datum)].at, dot.at);
        }
        for (const Area& area : marksOf<Area>(spec))
            QVERIFY(area.datum >= 0);
    }

    void anOwnerPaysForTheUseOfChipsAndForTheProgramme() {
        const ChartSpec spec = costs(sampleContext());
        int owned = 0;
        for (const Datum& datum : spec.data)
            owned += datum.ids.scenario.value == "owned-cluster" ? 1 : 0;
        QCOMPARE(owned, 2);
    }

    void waysOfCountingThatCostTheSameAreOneRow() {
        const ChartContext context = sampleWith([](ChartContext& c) {
            changeRun(c, "owned-cluster", [](Run& run) {
                const OutputSummary cheap = *findOutput(run, VariableId{"amortised_cost"});
                for (OutputSummary& output : run.outputs)
                    if (output.id.value == "programme_cost") {
                        output.p5 = cheap.p5;
                        output.p50 = cheap.p50;
                        output.p95 = cheap.p95;
                    }
            });
        });
        int owned = 0;
        for (const Datum& datum : costs(context).data)
            owned += datum.ids.scenario.value == "owned-cluster" ? 1 : 0;
        QCOMPARE(owned, 1);
    }

    void theChosenOutputIsTheOnlyOne() {
        const ChartContext context = sampleWith([](ChartContext& c) { c.output = VariableId{"programme_cost"}; });
        QCOMPARE(rowIds(costs(context)), std::vector<std::string>{"owned-cluster"});
    }

    void theHeadlineIsTheClaimWithMostMentionsAndDigits() {
        const ChartSpec spec = costs(sampleContext());
        const std::vector<Rule> rules = marksOf<Rule>(spec);
        QCOMPARE(rules.size(), std::size_t(1));
        QCOMPARE(rules[0].at, 5.576e6);
        QCOMPARE(spec.data.at(std::size_t(rules[0].datum)).ids.claims, std::vector<ClaimId>{ClaimId{"c1"}});
        QVERIFY(spec.x.low <= 5.576e6 && 5.576e6 <= spec.x.high);
    }

    void withoutAClaimTheTitleGivesTheRange() {
        const ChartContext context = sampleWith([](ChartContext& c) { c.claims.clear(); });
        const ChartSpec spec = costs(context);
        QVERIFY(marksOf<Rule>(spec).empty());
        QVERIFY2(spec.title.starts_with("The median cost runs from $4.1M to $"), spec.title.c_str());
    }

    void aSingleScenarioHasItsIntervalAsTitle() {
        const ChartSpec spec = costs(contextOfScenarios(1, "Only"));
        QVERIFY2(spec.title.find("90 % of the samples lie between") != std::string::npos, spec.title.c_str());
    }

    void aWideRangeGetsALogAxis_data() {
        QTest::addColumn<int>("scenarios");
        QTest::addColumn<bool>("log");
        QTest::newRow("near each other") << 2 << false;
        QTest::newRow("forty times apart") << 40 << true;
    }
    void aWideRangeGetsALogAxis() {
        QFETCH(int, scenarios);
        QFETCH(bool, log);
        const ChartSpec spec = costs(contextOfScenarios(std::size_t(scenarios), "S"));
        QCOMPARE(spec.x.kind == AxisKind::log, log);
        QCOMPARE(spec.subtitle.find("log scale") != std::string::npos, log);
        QCOMPARE(int(spec.y.categories.size()), scenarios);
    }

    void samplesThatGaveNoNumberAreCounted() {
        const ChartContext context = sampleWith([](ChartContext& c) {
            changeRun(c, "from-compute", [](Run& run) {
                for (OutputSummary& output : run.outputs)
                    output.flagged = output.id.value == "rental_cost" ? 1234 : 0;
            });
        });
        const ChartSpec spec = costs(context);
        QCOMPARE(spec.notes.size(), std::size_t(1));
        QCOMPARE(spec.notes[0], std::string("1,234 samples gave no number."));
    }

    void whatALogAxisCannotShowIsSaid() {
        ChartContext context = contextOfScenarios(40, "S");
        changeRun(context, "s0", [](Run& run) {
            Samples samples = *run.outputs[0].samples;
            samples[0] = 0;
            samples[1] = -5;
            run.outputs[0].samples = std::make_shared<const Samples>(samples.begin(), samples.end());
        });
        const ChartSpec spec = costs(context);
        QVERIFY(spec.x.kind == AxisKind::log);
        QCOMPARE(spec.notes.at(0), std::string("2 of the drawn samples are zero or less and lie off this axis."));
    }

    void aFixedCostIsADotWithoutAShape() {
        ChartContext context = contextOfScenarios(1, "Fixed");
        changeRun(context, "s0", [](Run& run) {
            const std::vector<double> same(64, 2e6);
            run.outputs[0] = outputOfSamples("rental_cost", "Rental cost", "USD", same);
        });
        const ChartSpec spec = costs(context);
        QVERIFY(marksOf<Area>(spec).empty());
        QVERIFY(marksOf<Span>(spec).empty());
        QCOMPARE(marksOf<Dot>(spec).size(), std::size_t(1));
        QCOMPARE(marksOf<Label>(spec).at(0).text, std::string("$2.000M"));
    }

    void everyRowIsInTheAlternativeText() {
        const ChartSpec spec = costs(sampleContext());
        for (const Row<Scenario>& scenario : sampleContext().scenarios)
            if (scenario->model.value != "singapore-share")
                QVERIFY2(spec.altText.find(scenario->title) != std::string::npos, scenario->title.c_str());
    }

    void aScenarioKeepsItsInkWhenAnotherHasNoRun() {
        const auto inkOf = [](const ChartSpec& spec) {
            for (const Dot& dot : marksOf<Dot>(spec))
                if (spec.data[std::size_t(dot.datum)].ids.scenario.value == "fifty-thousand-h100")
                    return dot.ink;
            return Ink{InkRole::ghost};
        };
        const ChartContext fewer = sampleWith([](ChartContext& c) { c.runs.erase(c.runs.begin()); });
        QVERIFY(inkOf(costs(sampleContext())) == inkOf(costs(fewer)));
    }

    void withoutGpuHoursTheChartSaysWhatIsMissing() {
        const Result<ChartSpec> spec = buildGpuHours(sampleWith([](ChartContext& c) { c.runs.resize(0); }));
        QVERIFY(!spec);
        QVERIFY(spec.error().code == ErrorCode::chartEmpty);
        QCOMPARE(spec.error().details.at(0), std::string("a scenario that computes GPU-hours"));
    }

    void theCurvesFallFromCertainToImpossible() {
        for (const Curve& curve : marksOf<Curve>(hours(sampleContext()))) {
            QVERIFY(curve.points.size() >= 4);
            QCOMPARE(curve.points.front().y, 100.0);
            for (std::size_t i = 1; i < curve.points.size(); ++i) {
                QVERIFY(curve.points[i].x >= curve.points[i - 1].x);
                QVERIFY(curve.points[i].y <= curve.points[i - 1].y);
            }
        }
    }

    void scenariosWithTheSameHoursShareACurve() {
        const ChartSpec spec = hours(sampleContext());
        QCOMPARE(marksOf<Curve>(spec).size(), std::size_t(3)); // as disclosed = owned cluster
        QVERIFY2(spec.altText.find("As disclosed, Owned cluster") != std::string::npos, spec.altText.c_str());
    }

    void hoursOfAnotherChipAreNotTheSameCurve() {
        const ChartContext context = sampleWith([](ChartContext& c) {
            changeRun(c, "owned-cluster", [](Run& run) {
                for (OutputSummary& output : run.outputs)
                    if (output.unit == "H800*h")
                        output.unit = "H100*h";
            });
        });
        const ChartSpec spec = hours(context);
        QCOMPARE(marksOf<Curve>(spec).size(), std::size_t(4));
        QVERIFY2(spec.subtitle.find("H800-hours, H100-hours") != std::string::npos, spec.subtitle.c_str());
    }

    void theDotsMarkThreePercentiles() {
        const ChartSpec spec = hours(sampleContext());
        for (const Dot& dot : marksOf<Dot>(spec)) {
            const Datum& datum = spec.data[std::size_t(dot.datum)];
            const OutputSummary* o = findOutput(*runOf(sampleContext(), datum.ids.scenario), datum.ids.output);
            const double expected = dot.at.y == 95 ? o->p5 : dot.at.y == 50 ? o->p50 : o->p95;
            QCOMPARE(dot.at.x, expected);
        }
    }

    void aClaimFarFromAllCurvesIsNamedButDoesNotStretchTheAxis() {
        const ChartContext context = sampleWith([](ChartContext& c) {
            Claim far = **std::find_if(c.claims.begin(), c.claims.end(),
                                       [](const Row<Claim>& claim) { return claim->id.value == "c9"; });
            far.id.value = "c99";
            far.quantity->value = 2.788e12;
            c.claims.push_back(Row<Claim>(far));
        });
        const ChartSpec spec = hours(context);
        QVERIFY(spec.x.high < 1e12);
        QCOMPARE(spec.notes.size(), std::size_t(1));
        QVERIFY2(spec.notes[0].find("c99") != std::string::npos, spec.notes[0].c_str());
    }

    void aScenarioBuiltOnTheClaimDoesNotConfirmIt() {
        const ChartContext context = sampleWith([](ChartContext& c) {
            std::erase_if(c.scenarios, [](const Row<Scenario>& s) {
                return s->id.value == "from-compute" || s->id.value == "fifty-thousand-h100";
            });
        });
        const std::string title = hours(context).title;
        QVERIFY2(title.find("agrees") == std::string::npos, title.c_str());
        QVERIFY2(hours(sampleContext()).title.find("From compute agrees with the claimed 2.788M") == 0,
                 hours(sampleContext()).title.c_str());
    }

    void theFooterTellsWhereTheNumbersComeFrom() {
        const ChartSpec spec = costs(sampleContext());
        const auto has = [&](const char* part) {
            return std::any_of(spec.footer.begin(), spec.footer.end(),
                               [&](const std::string& text) { return text.find(part) != std::string::npos; });
        };
        for (const char* part : {"Digest by Assay of The Asia Business Daily", "seed 1", "n = 131,072",
                                 "Evidence as of 2025-01-27", "1 claim not verified"})
            QVERIFY2(has(part), part);
    }
};

const Registered<TestChartCosts> registered("chart_costs");

} // namespace assay::test

#include "tst_chart_costs.moc"

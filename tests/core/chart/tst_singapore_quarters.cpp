// Singapore quarter by quarter: the catalogue's cells times the run's samples, against the model itself and by hand.
#include "core/catalog/check_row.h"
#include "core/chart/build.h"
#include "core/chart/builders.h"
#include "core/chart/format.h"
#include "core/chart/singapore_steps.h"
#include "core/io/model_file.h"
#include "core/scenario/simulate.h"
#include "tests/core/chart/chart_fixture.h"
#include "tests/test.h"

#include <cmath>
#include <limits>

namespace assay::test {
namespace {

const char* const january = "singapore-january-2025";

ChartSpec drawn(const ChartContext& context) { return buildSingaporeQuarters(context).value(); }

bool isNear(double value, double expected) { return std::abs(value - expected) <= 1e-9 * std::abs(expected); }

ChartContext asOf(const char* date) {
    return sampleWith([&](ChartContext& c) {
        for (Row<Scenario>& row : c.scenarios)
            if (row->id.value == january) {
                Scenario changed = *row;
                changed.asOf = date;
                row = Row<Scenario>(changed);
            }
    });
}

template <class Change>
ChartContext withInput(const char* id, Change change) {
    return sampleWith([&](ChartContext& c) {
        changeRun(c, january, [&](Run& run) {
            for (InputSummary& input : run.inputs)
                if (input.id.value == id)
                    change(input);
        });
    });
}

/// Of the fixture's run, by hand.
Run fixedRun() {
    Run run = *runOf(sampleContext(), ScenarioId{january});
    for (InputSummary& input : run.inputs)
        input.samples = nullptr;
    return run;
}

} // namespace

class TestSingaporeQuarters : public Test {
    Q_OBJECT
private slots:
    void withoutWhatItNeedsTheFanSaysSo_data() {
        QTest::addColumn<int>("spoil");
        QTest::newRow("no run yet") << 0;
        QTest::newRow("another model") << 1;
        QTest::newRow("a price that is no number") << 2;
        QTest::newRow("no filing was out") << 3;
        QTest::newRow("no sample gives a number") << 4;
    }
    void withoutWhatItNeedsTheFanSaysSo() {
        QFETCH(int, spoil);
        const double nan = std::nan("");
        ChartContext context =
            spoil == 2   ? withInput("gpu_price", [=](InputSummary& input) { input.p50 = nan; })
            : spoil == 3 ? asOf("2023-01-31")
            : spoil == 4 ? withInput(
                  "gpu_price",
                  [=](InputSummary& input) { input.samples = std::make_shared<const Samples>(std::size_t(64), nan); })
                         : sampleContext();
        if (spoil == 0)
            context.runs.clear();
        if (spoil == 1)
            context.scenario = ScenarioId{"as-disclosed"};
        const Result<ChartSpec> spec = buildSingaporeQuarters(context);
        QVERIFY(!spec);
        QVERIFY(spec.error().code == ErrorCode::chartEmpty);
        QVERIFY(!spec.error().details.at(0).empty());
    }

    void aFilingCountsFromTheDayItWasOut_data() {
        QTest::addColumn<QString>("date");
        QTest::addColumn<QString>("last");
        QTest::newRow("the day before") << "2024-11-19"
                                        << "FY2025Q2";
        QTest::newRow("the day itself") << "2024-11-20"
                                        << "FY2025Q3";
        QTest::newRow("the month of it") << "2024-11"
                                         << "FY2025Q3";
        QTest::newRow("the year of it") << "2024"
                                        << "FY2025Q3";
        QTest::newRow("January 2025") << "2025-01-31"
                                      << "FY2025Q3";
        QTest::newRow("all") << ""
                             << "FY2026Q2";
    }
    void aFilingCountsFromTheDayItWasOut() {
        QFETCH(QString, date);
        QFETCH(QString, last);
        const std::vector<Quarter> quarters = publishedQuarters(date.toStdString());
        QCOMPARE(QString::fromStdString(quarters.back().billed->label), last);
        QCOMPARE(quarters.front().billed->label, std::string("FY2024Q1")); // a gap lies before it
        for (std::size_t i = 1; i < quarters.size(); ++i)
            QCOMPARE(quarters[i].from, quarters[i - 1].to + 1);
    }

    void aQuarterOfTheProjectComesAfterTheShippedOnesAndIsSaid() {
        const auto cell = [](const char* region, const char* million) {
            return Row(orderedRow("revenue", {{"basis", "billing_location"},
                                              {"period_type", "quarter"},
                                              {"fiscal_label", "FY2026Q3"},
                                              {"period_start_date", "2025-07-28"},
                                              {"period_end_date", "2025-10-26"},
                                              {"region_or_market", region},
                                              {"revenue_usd_million", million},
                                              {"published_date", "2025-11-19"},
                                              {"source", "own estimate"}}));
        };
        const Catalogs catalogs({cell("singapore", "10000"), cell("total", "57000")});
        const std::vector<Quarter> shipped = publishedQuarters({}), all = publishedQuarters({}, catalogs);
        QCOMPARE(all.size(), shipped.size() + 1);
        QCOMPARE(all.back().billed->millionUsd, 10000.0);
        QCOMPARE(all.back().from, all[all.size() - 2].to + 1);
        QCOMPARE(publishedQuarters("2025-11-18", catalogs).size(), shipped.size()); // not out yet
    }

    void oneQuarterIsTheModelItself() {
        const Model& model = *shippedModel(ModelId{"singapore-share"});
        Scenario scenario;
        scenario.id.value = "s";
        scenario.model = model.id;
        RunOptions options;
        options.samples = 4096;
        const Run run = simulate(model, scenario, options).value();
        const OutputSummary& gpus = *findOutput(run, VariableId{"diverted_gpus"});
        const auto fixed = [&](const char* id) {
            for (const InputSummary& input : run.inputs)
                if (input.id.value == id)
                    return input.p50 * input.unitScale;
            return std::nan("");
        };
        RevenueRow total, billed;
        total.millionUsd = fixed("revenue") / 1e6;
        billed.millionUsd = fixed("revenue") * fixed("billed_share") / 1e6;
        const QuarterSteps numbers = quarterSteps(run, {Quarter{&billed, &total, 0, 90}}, 20000);
        const Quantiles& q = numbers.steps.at(0).together;
        QCOMPARE(numbers.samples, std::size_t(4096));
        for (const auto& [mine, theirs] :
             {std::pair(q.p5, gpus.p5), std::pair(q.p25, gpus.p25), std::pair(q.p50, gpus.p50),
              std::pair(q.p75, gpus.p75), std::pair(q.p95, gpus.p95)})
            QVERIFY2(isNear(mine, theirs), qPrintable(QStringLiteral("%1 %2").arg(mine).arg(theirs)));
        std::uint64_t enough = 0;
        for (const double value : *gpus.samples)
            enough += value >= 20000 ? 1 : 0;
        QVERIFY(std::abs(static_cast<double>(enough) - static_cast<double>(numbers.steps[0].enough)) <= 1);
    }

    void quartersAddUpToThePublishedTotals() { // 4,037 + 5,622 + 7,697 = 17,356 (Form 10-Q, nine months)
        const Run run = fixedRun();
        const std::vector<Quarter> all = publishedQuarters("2025-01-31");
        const std::vector<Quarter> nineMonths(all.end() - 3, all.end());
        const QuarterSteps numbers = quarterSteps(run, nineMonths, 0);
        const double d = 0.01, c = 0.7831, u = 0.745, x = 0.15, price = 26500;
        QVERIFY(isNear(numbers.steps.back().together.p50, (17356e6 - d * 91166e6) * c * (1 - u) * x / price));
        QCOMPARE(numbers.samples, std::size_t(1));
    }

    void moreDeliveredThanBilledLeavesNothingNotLess() {
        Run run = fixedRun();
        for (InputSummary& input : run.inputs)
            if (input.id.value == "delivered_share")
                input.p50 = 50;
        for (const QuarterStep& step : quarterSteps(run, publishedQuarters({}), 1).steps) {
            QCOMPARE(step.together.p95, 0.0);
            QCOMPARE(step.enough, std::uint64_t(0));
        }
    }

    void theFanOnlyWidens() {
        const ChartSpec spec = drawn(sampleContext());
        double median = 0, width = 0;
        for (const Datum& datum : spec.data) {
            QCOMPARE(datum.cells.size(), spec.columns.size());
            const double low = *datum.cells[9].number, high = *datum.cells[13].number;
            QVERIFY(datum.at.y > median && high - low > width);
            QVERIFY(low < datum.at.y && datum.at.y < high);
            median = datum.at.y;
            width = high - low;
        }
        QCOMPARE(marksOf<Area>(spec).size(), std::size_t(2));
        QCOMPARE(spec.data.size(), std::size_t(7)); // FY2024Q1 to FY2025Q3
        QCOMPARE(spec.data.back().cells[1].text, std::string("2024-10-27"));
        QVERIFY(spec.y.high >= width);
    }

    void theTitleSaysHowOftenTheClaimIsReached() {
        const ChartContext context = sampleWith([](ChartContext& c) {
            changeRun(c, january, [](Run& run) {
                InputSummary claimed;
                claimed.id.value = "claimed_gpus";
                claimed.p5 = claimed.p50 = claimed.p95 = 30000;
                claimed.fixed = true;
                run.inputs.push_back(claimed);
            });
        });
        const ChartSpec spec = drawn(context);
        QVERIFY2(spec.title.find("P(at\u00a0least\u00a030K)\u00a0=\u00a0") != std::string::npos, spec.title.c_str());
        QCOMPARE(spec.columns.back(), std::string("P(at least 30K)"));
        const double share = *spec.data.back().cells.back().number;
        QVERIFY(share > 0 && share < 100);
        QVERIFY(spec.title.find(spec.data.back().cells.back().text) != std::string::npos);
        QCOMPARE(marksOf<Rule>(spec).at(0).at, 30000.0);
        QVERIFY(drawn(sampleContext()).title.find("P(at") == std::string::npos); // nobody claimed a number
    }

    void whatWasNotOutIsCountedAndWhatWasNotReadIsSaid() {
        const ChartSpec spec = drawn(sampleContext());
        QCOMPARE(spec.notes.at(0), std::string("3 quarters whose filings came after 2025-01-27 are left out."));
        const std::string& trust = spec.footer.back();
        QVERIFY2(trust.find("not verified") != std::string::npos, trust.c_str());
        QVERIFY(drawn(asOf("")).notes.empty());
    }

    void samplesThatGiveNoNumberAreCounted() {
        const ChartContext context = withInput("gpu_price", [](InputSummary& input) {
            Samples samples = *input.samples;
            samples[0] = 0; // an infinite number of GPUs
            samples[1] = std::nan("");
            input.samples = std::make_shared<const Samples>(samples);
        });
        const ChartSpec spec = drawn(context);
        QVERIFY2(spec.notes.at(1).find("2 samples gave no number") == 0, spec.notes.at(1).c_str());
    }

    void fixedNumbersAreALineWithoutAFan() {
        ChartContext context = sampleContext();
        for (RunPtr& run : context.runs)
            if (run->scenario.value == january)
                run = std::make_shared<const Run>(fixedRun());
        const ChartSpec spec = drawn(context);
        QVERIFY(marksOf<Area>(spec).empty());
        QCOMPARE(marksOf<Curve>(spec).size(), std::size_t(1));
    }
};

const Registered<TestSingaporeQuarters> registered("singapore_quarters");

} // namespace assay::test

#include "tst_singapore_quarters.moc"

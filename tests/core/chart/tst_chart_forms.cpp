// Forms of a chart: the same data and the same table, drawn another way; and titles that an analyst wrote.
#include "core/chart/builders.h"
#include "core/chart/chance_curve.h"
#include "core/chart/hours_marks.h"
#include "core/chart/pictures.h"
#include "tests/core/chart/chart_fixture.h"
#include "tests/test.h"

#include <cmath>

namespace assay::test {
namespace {

ChartSpec built(const char* chart, std::string_view form, ChartContext context = sampleContext()) {
    context.form = form;
    return buildChart(*findChart(chart), context).value();
}

} // namespace

class TestChartForms : public Test {
    Q_OBJECT
private slots:
    void anUnknownFormIsTheUsualOne() {
        const ChartSpec spec = built("cost-by-scenario", "no-such-form");
        QCOMPARE(spec.form, std::string("density"));
        QVERIFY(spec == built("cost-by-scenario", ""));
        QVERIFY(built("tornado", "dots-20").form.empty());
    }
    void anUnknownFormOfAPictureIsAnError() {
        QCOMPARE(pictures(sampleContext(), {"gpu-hours:nothing"}).error().code, ErrorCode::chartUnknown);
        QCOMPARE(pictures(sampleContext(), {"gpu-hours:"}).error().code, ErrorCode::chartUnknown);
        QCOMPARE(pictures(sampleContext(), {"tornado:density"}).error().code, ErrorCode::chartUnknown);
    }
    void everyFormHasTheSameTableAndWords_data() {
        QTest::addColumn<QString>("chart");
        QTest::addColumn<QString>("form");
        for (const char* chart : {"cost-by-scenario", "gpu-hours"})
            for (const ChartForm& form : findChart(chart)->forms)
                QTest::addRow("%s %s", chart, std::string(form.id).c_str())
                    << QString::fromLatin1(chart) << QString::fromStdString(std::string(form.id));
    }
    void everyFormHasTheSameTableAndWords() {
        QFETCH(QString, chart);
        QFETCH(QString, form);
        const std::string id = chart.toStdString();
        const ChartSpec usual = built(id.c_str(), ""), other = built(id.c_str(), form.toStdString());
        QCOMPARE(other.form, form.toStdString());
        QCOMPARE(other.columns, usual.columns);
        QCOMPARE(other.title, usual.title);
        QCOMPARE(other.data.size(), usual.data.size());
        for (std::size_t i = 0; i < usual.data.size(); ++i)
            QVERIFY(other.data[i].cells == usual.data[i].cells);
        QVERIFY((form.toStdString() == usual.form) == (other.subtitle == usual.subtitle));
        QVERIFY(other.x == usual.x);
    }

    void dotsAreEqualChances() {
        for (const auto& [form, count] : {std::pair(dots20, 20), std::pair(dots50, 50)}) {
            const std::vector<DotStack> stacks = marksOf<DotStack>(built("cost-by-scenario", form));
            QVERIFY(!stacks.empty());
            for (const DotStack& stack : stacks) {
                QCOMPARE(stack.values.size(), std::size_t(count));
                QVERIFY(std::is_sorted(stack.values.begin(), stack.values.end()));
            }
        }
        const std::vector<double> ascending{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        QCOMPARE(equalChances(ascending, 2), (std::vector<double>{2.5, 7.5}));
        QVERIFY(equalChances({}, 20).empty());
    }
    void halfOfTheDotsLieBelowTheMedian() {
        const ChartSpec spec = built("cost-by-scenario", dots20);
        for (const DotStack& stack : marksOf<DotStack>(spec)) {
            const double median = spec.data[static_cast<std::size_t>(stack.datum)].at.x;
            QCOMPARE(std::count_if(stack.values.begin(), stack.values.end(), [&](double v) { return v < median; }),
                     std::ptrdiff_t(10));
        }
    }
    void barsOfChanceFallFromTheirRowsHeightToNothing() {
        const ChartSpec spec = built("cost-by-scenario", chanceBars);
        const std::vector<Area> areas = marksOf<Area>(spec);
        QVERIFY(!areas.empty());
        for (const Area& area : areas) {
            QCOMPARE(area.points.front().y, area.points.back().y);
            for (std::size_t i = 2; i + 1 < area.points.size(); ++i)
                QVERIFY(area.points[i].y >= area.points[i - 1].y - 1e-12);
        }
    }
    void moreAndLessAddUpToAll() {
        const ChartSpec more = built("gpu-hours", ""), less = built("gpu-hours", hoursCumulative);
        const std::vector<Curve> up = marksOf<Curve>(less), down = marksOf<Curve>(more);
        QCOMPARE(up.size(), down.size());
        for (std::size_t i = 0; i < up.size(); ++i)
            for (std::size_t p = 0; p < up[i].points.size(); ++p)
                QVERIFY(std::abs(up[i].points[p].y + down[i].points[p].y - 100) < 1e-9);
    }
    void densitiesHaveEqualAreas() {
        const ChartSpec spec = built("gpu-hours", hoursDensity);
        std::vector<double> areas;
        for (const Area& area : marksOf<Area>(spec)) {
            double sum = 0;
            for (std::size_t i = 1; i < area.points.size(); ++i) {
                const auto x = [&](std::size_t k) {
                    return spec.x.kind == AxisKind::log ? std::log10(area.points[k].x) : area.points[k].x;
                };
                sum += (2 - area.points[i].y - area.points[i - 1].y) / 2 * (x(i) - x(i - 1));
            }
            if (area.points.size() > 3)
                areas.push_back(sum);
        }
        QVERIFY(!areas.empty());
        for (const double area : areas)
            QVERIFY(std::abs(area / areas.front() - 1) < 1e-6);
    }
    void aCurveIsReadBetweenItsPoints() {
        const std::vector<Point> curve{{0, 0}, {2, 4}, {2, 8}, {4, 8}};
        QCOMPARE(heightAt(curve, 1), 2.0);
        QCOMPARE(heightAt(curve, -5), 0.0);
        QCOMPARE(heightAt(curve, 9), 8.0);
        QCOMPARE(heightAt({}, 1), 0.0);
    }
    void quartersAreSplitIntoDeliveredAndShipped() {
        ChartContext context = sampleContext();
        const ChartSpec spec = built("singapore-quarters", quarterShipments, context);
        QCOMPARE(spec.form, std::string(quarterShipments));
        QVERIFY(!spec.data.empty());
        for (const Datum& datum : spec.data) {
            QCOMPARE(datum.cells.size(), spec.columns.size());
            const double billed = *datum.cells[3].number, delivered = *datum.cells[6].number;
            QCOMPARE(billed - delivered, *datum.cells[8].number);
            QVERIFY(*datum.cells[5].number <= delivered && delivered <= *datum.cells[7].number);
            QVERIFY(*datum.cells[7].number <= billed);
        }
        const std::vector<Area> areas = marksOf<Area>(spec);
        QVERIFY(areas.size() >= 2);
        const std::size_t half = areas[0].points.size() / 2;
        for (std::size_t i = 0; i < half; ++i) // the second begins where the first ends
            QCOMPARE(areas[1].points[i].y, areas[0].points[areas[0].points.size() - 1 - i].y);
    }

    void namesOfFilesTellFormsApart() {
        const auto all = pictures(sampleContext(), {"gpu-hours", "gpu-hours:density"});
        QVERIFY(all.has_value());
        QCOMPARE(fileName((*all)[0], "png"), std::string("gpu-hours.png"));
        QCOMPARE(fileName((*all)[1], "svg"), std::string("gpu-hours-density.svg"));
    }

    void anAnalystsTitleStandsInPlaceOfTheFinding() {
        ChartContext context = sampleContext();
        context.titles = {{"gpu-hours", "What I think"}, {"tornado--owned-cluster", "Mine alone"}};
        const ChartSpec hours = built("gpu-hours", "", context);
        QCOMPARE(hours.title, std::string("What I think"));
        QCOMPARE(hours.finding, built("gpu-hours", "").title);
        context.scenario = ScenarioId{"owned-cluster"};
        QCOMPARE(built("tornado", "", context).title, std::string("Mine alone"));
        QVERIFY(built("scenario-difference", "", context).finding.empty());
    }

    void scenariosThatShareACurveAreNamedOrCounted_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("name");
        QTest::newRow("three") << 3 << QStringLiteral("Run s0, Run s1, Run s2: ");
        QTest::newRow("four") << 4 << QStringLiteral("Run s0, Run s1 and 2 more: ");
        QTest::newRow("five hundred") << 500 << QStringLiteral("Run s0, Run s1 and 498 more: ");
    }
    void scenariosThatShareACurveAreNamedOrCounted() {
        QFETCH(int, count);
        QFETCH(QString, name);
        ChartContext context = contextOfScenarios(static_cast<std::size_t>(count), "Run");
        const OutputSummary hours =
            outputOfSamples("gpu_hours", "GPU-hours", "H800*h", lognormalSamples(2.7e6, 0.1, 500));
        for (std::size_t i = 0; i < context.scenarios.size(); ++i) {
            Scenario scenario = *context.scenarios[i];
            scenario.title = "Run " + scenario.id.value;
            context.scenarios[i] = Row<Scenario>(scenario);
            changeRun(context, scenario.id.value.c_str(), [&](Run& run) { run.outputs = {hours}; });
        }
        const ChartSpec spec = findChart("gpu-hours")->build(context).value();
        const std::vector<Label> labels = marksOf<Label>(spec);
        QCOMPARE(labels.size(), std::size_t(1));
        QVERIFY2(QString::fromStdString(labels[0].text).startsWith(name), labels[0].text.c_str());
    }
};

const Registered<TestChartForms> registered("chart_forms");

} // namespace assay::test

#include "tst_chart_forms.moc"

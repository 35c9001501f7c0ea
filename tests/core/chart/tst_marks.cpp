// Series that look unlike: by colour, then by dash and shape.
#include "core/chart/marks.h"

#include "tests/core/chart/chart_fixture.h"
#include "tests/test.h"

#include <set>

namespace assay::test {
namespace {

constexpr int toldApart = 3 * seriesColors;

/// Scenarios whose one output is named otherwise: for charts that ask for it.
ChartContext hoursOfScenarios(std::size_t count) {
    ChartContext context = contextOfScenarios(count, "S");
    for (RunPtr& run : context.runs) {
        Run changed = *run;
        changed.outputs[0].id = VariableId{"gpu_hours"};
        changed.outputs[0].unit = "H800*h";
        run = std::make_shared<const Run>(std::move(changed));
    }
    return context;
}

int colorOf(const Ink& ink) { return ink.index % seriesColors; }

} // namespace

class TestMarks : public Test {
    Q_OBJECT
private slots:
    void aNumberThatIsNoPlaceHasTheFirstLook() { QCOMPARE(seriesLook(-3).shape, seriesLook(0).shape); }
    void noTwoOfTwentyOneSeriesLookAlike() { // as a line, and as a dot
        std::set<std::pair<int, Dash>> lines;
        std::set<std::pair<int, Shape>> dots;
        for (int i = 0; i < toldApart; ++i) {
            const SeriesLook look = seriesLook(i);
            QCOMPARE(look.ink, (Ink{InkRole::series, i}));
            lines.insert({colorOf(look.ink), look.dash});
            dots.insert({colorOf(look.ink), look.shape});
        }
        QCOMPARE(lines.size(), static_cast<std::size_t>(toldApart));
        QCOMPARE(dots.size(), static_cast<std::size_t>(toldApart));
    }
    void theFirstSevenAreAsTheyWere() {
        for (int i = 0; i < seriesColors; ++i)
            QVERIFY(seriesLook(i).dash == Dash::solid && seriesLook(i).shape == Shape::circle);
    }
    void twentyOneCurvesOfHoursLookUnlike() {
        const ChartSpec spec = findChart("gpu-hours")->build(hoursOfScenarios(toldApart)).value();
        std::set<std::pair<int, Dash>> looks;
        for (const Curve& curve : marksOf<Curve>(spec))
            if (curve.datum >= 0)
                looks.insert({colorOf(curve.ink), curve.dash});
        QCOMPARE(looks.size(), static_cast<std::size_t>(toldApart));
    }
    void aScenarioLooksAlikeInEveryChart() { // the seventeenth: third colour, third round
        constexpr int place = 16;
        const ChartContext hours = hoursOfScenarios(toldApart);
        const ChartContext costs = contextOfScenarios(toldApart, "S");
        const SeriesLook look = seriesLook(place);
        const auto dotsOf = [&](const ChartSpec& spec) {
            std::vector<Dot> dots;
            for (const Dot& dot : marksOf<Dot>(spec))
                if (dot.ink == look.ink)
                    dots.push_back(dot);
            return dots;
        };
        for (const ChartSpec& spec :
             {findChart("gpu-hours")->build(hours).value(), findChart("cost-by-scenario")->build(costs).value()}) {
            QVERIFY(!dotsOf(spec).empty());
            for (const Dot& dot : dotsOf(spec))
                QCOMPARE(dot.shape, look.shape);
        }
    }
};

const Registered<TestMarks> registered("marks");

} // namespace assay::test

#include "tst_marks.moc"

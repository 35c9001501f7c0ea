// The curve of an input's own text: exact quantiles as handles, cuts, ticks of claims, and shapes without a curve.
#include "core/chart/input_curve.h"
#include "core/dist/distribution.h"
#include "tests/core/chart/chart_fixture.h"
#include "tests/test.h"

#include <algorithm>
#include <cmath>

namespace assay::test {
namespace {

InputCurveQuestion ask(const std::string& text, const std::string& unit = "1") {
    InputCurveQuestion question;
    question.input.id.value = "price";
    question.input.title = "Rental price";
    question.input.unit = unit;
    question.input.defaultText = "2 to 3";
    question.text = text;
    question.scenario.value = "s";
    return question;
}

bool saysSomewhere(const std::vector<std::string>& lines, const char* words) {
    return std::any_of(lines.begin(), lines.end(),
                       [&](const std::string& line) { return line.find(words) != std::string::npos; });
}

std::vector<std::string> labelsOf(const ChartSpec& spec) {
    std::vector<std::string> all;
    for (const Label& label : marksOf<Label>(spec))
        all.push_back(label.text);
    return all;
}

} // namespace

class TestInputCurve : public Test {
    Q_OBJECT
private slots:
    void textsThatCannotBeReadAreErrors() {
        QCOMPARE(buildInputCurve(ask("5 to")).error().code, readInput("5 to", "1").error().code);
        QVERIFY(!buildInputCurve(ask("5 to 10 kg")));
    }

    void handlesStandAtExactQuantiles_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {"5 to 10", "normal(10, 2)", "uniform(2, 6)", "beta(4, 4, 0.15, 0.55)", "10 / 20 / 40", "interval(1, 3)",
              "truncate(normal(0, 1), -1, 2)", "1e-300 to 1e300", "mix(0.3: 5 to 10, 0.7: uniform(2, 4))"})
            QTest::newRow(text) << QByteArray(text);
    }
    void handlesStandAtExactQuantiles() {
        QFETCH(QByteArray, text);
        const Distribution shape = readInput(text.toStdString(), "1")->distribution;
        for (const CurveForm form : {CurveForm::density, CurveForm::cumulative}) {
            InputCurveQuestion question = ask(text.toStdString());
            question.form = form;
            const Result<ChartSpec> spec = buildInputCurve(question);
            QVERIFY(spec);
            QCOMPARE(spec->handles.size(), std::size_t(3));
            for (const Handle& handle : spec->handles)
                QCOMPARE(handle.at.x, quantile(shape, handle.levers.front().probability));
            for (const Curve& curve : marksOf<Curve>(*spec))
                for (const Point& point : curve.points)
                    QVERIFY(std::isfinite(point.x) && std::isfinite(point.y));
        }
    }

    void theCurveIsTheDensityItself() {
        const ChartSpec spec = *buildInputCurve(ask("normal(10, 2)"));
        const Distribution shape = readInput("normal(10, 2)", "1")->distribution;
        const std::vector<Point> curve = marksOf<Curve>(spec).front().points;
        const double peak = density(shape, 10);
        for (const Point& point : curve)
            QVERIFY(std::abs(-point.y - density(shape, point.x) / peak) < 2e-3);
    }
    void onALogAxisEqualAreasAreEqualChances() {
        InputCurveQuestion question = ask("1 to 100");
        const ChartSpec spec = *buildInputCurve(question);
        QCOMPARE(spec.x.kind, AxisKind::log);
        const std::vector<Point> curve = marksOf<Curve>(spec).front().points;
        const auto peak =
            std::min_element(curve.begin(), curve.end(), [](const Point& a, const Point& b) { return a.y < b.y; });
        QVERIFY(std::abs(std::log(peak->x / 10)) < 0.1); // of a lognormal: at its median
    }

    void aCutIsVisible() {
        const ChartSpec spec = *buildInputCurve(ask("truncate(normal(5, 2), 4, 100)"));
        QVERIFY(saysSomewhere(labelsOf(spec), "cut at 4"));
        QVERIFY(!saysSomewhere(labelsOf(spec), "cut at 100")); // far off: it cuts nothing in sight
        const std::vector<Point> curve = marksOf<Curve>(spec).front().points;
        for (const Point& point : curve)
            QVERIFY(point.x >= 4);
        QVERIFY(!saysSomewhere(labelsOf(*buildInputCurve(ask("normal(5, 2)"))), "cut"));
    }

    void shapesWithoutASpreadSaySo() {
        const ChartSpec fixed = *buildInputCurve(ask("7"));
        QCOMPARE(fixed.handles.size(), std::size_t(1));
        QVERIFY(saysSomewhere(fixed.notes, "no spread"));
        const ChartSpec values = *buildInputCurve(ask("samples(3, 1, 2)"));
        QVERIFY(values.handles.empty());
        QVERIFY(saysSomewhere(values.notes, "facts"));
        QCOMPARE(marksOf<Curve>(values).front().points.size(), std::size_t(8)); // three steps and both ends
        QCOMPARE(buildInputCurve(ask("0"))->handles.front().at.x, 0.0);
    }

    void claimsAndDefaultAreTicks() {
        InputCurveQuestion question = ask("4e6 to 7e6", "USD");
        question.input.defaultText = "$5M to $6M";
        question.claims = sampleContext().claims; // of costs, and of counts that do not fit the axis
        const ChartSpec spec = *buildInputCurve(question);
        const std::vector<std::string> labels = labelsOf(spec);
        QVERIFY(saysSomewhere(labels, "c1"));
        QVERIFY(saysSomewhere(labels, "default"));
        QVERIFY(!saysSomewhere(labels, "c5")); // 1.6 billion stretches no axis
        const auto tick = std::find_if(spec.data.begin(), spec.data.end(), [](const Datum& datum) {
            return !datum.ids.claims.empty() && datum.ids.claims.front().value == "c1";
        });
        QVERIFY(tick != spec.data.end());
        QCOMPARE(tick->at.x, 5.576e6);
        question.text = question.input.defaultText; // its own default needs no tick
        QVERIFY(!saysSomewhere(labelsOf(*buildInputCurve(question)), "default"));
    }

    void theAxisHoldsStillUnderAHand() {
        const ChartSpec before = *buildInputCurve(ask("5 to 10"));
        InputCurveQuestion question = ask("5 to 14");
        QVERIFY(buildInputCurve(question)->x != before.x);
        question.held = HeldAxes{before.x, before.y};
        QVERIFY(buildInputCurve(question)->x == before.x);
    }
};

const Registered<TestInputCurve> registered("input_curve");

} // namespace assay::test

#include "tst_input_curve.moc"

// Layout as a model: words stay inside, never overlap, are never cut off; bad input never blanks or crashes a picture.
#include "core/chart/format.h"
#include "tests/core/chart/chart_fixture.h"
#include "tests/core/chart/provenance_fixture.h"
#include "tests/test.h"
#include "tests/ui/charts/placed_faults.h"
#include "ui/charts/clip.h"
#include "ui/charts/layout.h"
#include "ui/charts/plot_layer.h"
#include "ui/charts/render.h"

#include <cmath>
#include <limits>

namespace assay::test {
namespace {

Result<ChartSpec> build(const QString& chart, const ChartContext& context) {
    return findChart(chart.toStdString())->build(context);
}

/// The first of `scenarios` scenarios has these samples.
ChartContext contextWith(const std::vector<double>& samples, std::size_t scenarios = 1) {
    ChartContext context = contextOfScenarios(scenarios, "One");
    changeRun(context, "s0",
              [&](Run& run) { run.outputs = {outputOfSamples("rental_cost", "Rental cost", "USD", samples)}; });
    return context;
}

void addCharts() {
    QTest::addColumn<QString>("chart");
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<double>("scale");
    for (const ChartKind& kind : chartKinds())
        for (const QSizeF& size : {QSizeF(640, 400), QSizeF(1280, 800), QSizeF(2560, 1440), QSizeF(420, 300)})
            for (const double scale : {1.0, 1.5})
                QTest::addRow("%s %gx%g text %g", std::string(kind.id).c_str(), size.width(), size.height(), scale)
                    << QString::fromUtf8(kind.id.data(), static_cast<qsizetype>(kind.id.size())) << size << scale;
}

} // namespace

class TestChartLayout : public Test {
    Q_OBJECT
private slots:
    void wordsStayInsideAndApart_data() { addCharts(); }
    void wordsStayInsideAndApart() {
        QFETCH(QString, chart);
        QFETCH(QSizeF, size);
        QFETCH(double, scale);
        const auto spec = build(chart, sampleContext());
        QVERIFY(spec.has_value());
        for (const TextMeasure& measure : {TextMeasure(fixedWidth), fontMeasure()}) {
            const QString fault = faultOf(layOut(*spec, {size, scale}, measure));
            QVERIFY2(fault.isEmpty(), qPrintable(fault));
        }
    }

    void everythingShowsAtTheSmallestFullSize_data() {
        QTest::addColumn<QString>("chart");
        for (const ChartKind& kind : chartKinds())
            QTest::addRow("%s", std::string(kind.id).c_str())
                << QString::fromUtf8(kind.id.data(), static_cast<qsizetype>(kind.id.size()));
    }
    void everythingShowsAtTheSmallestFullSize() {
        QFETCH(QString, chart);
        const auto spec = build(chart, sampleContext());
        const Placed placed = layOut(*spec, {{640, 400}, 1}, fontMeasure());
        QVERIFY(placed.plot.height() > 100);
        QVERIFY(!placed.data.empty());
        for (const PlacedDatum& datum : placed.data)
            QVERIFY(!datum.box.isNull());
        int titles = 0;
        for (const PlacedText& text : placed.texts)
            titles += text.part == TextPart::title || text.part == TextPart::footer ? 1 : 0;
        QVERIFY(titles >= 2);
    }

    void tooSmallKeepsTheSentenceAlone() {
        const Placed placed =
            layOut(*build(QStringLiteral("cost-by-scenario"), sampleContext()), {{260, 120}, 1}, fixedWidth);
        QVERIFY(placed.plot.isEmpty());
        QVERIFY(!placed.texts.empty());
        for (const PlacedText& text : placed.texts)
            QCOMPARE(text.part, TextPart::summary);
    }

    void badSamplesNeverBlankOrCrash_data() {
        QTest::addColumn<QVector<double>>("samples");
        const double nan = std::nan("");
        const double infinite = std::numeric_limits<double>::infinity();
        QTest::newRow("one sample") << QVector<double>{5e6};
        QTest::newRow("zero variance") << QVector<double>(1000, 5e6);
        QTest::newRow("all zero") << QVector<double>(100, 0.0);
        QTest::newRow("negative") << QVector<double>{-3, -2, -1, 5};
        QTest::newRow("not a number among numbers") << QVector<double>{1e6, nan, 2e6, 3e6};
        QTest::newRow("infinite among numbers") << QVector<double>{1e6, infinite, 2e6, -infinite, 3e6};
        QTest::newRow("nothing but not a number") << QVector<double>(10, nan);
        QTest::newRow("huge and tiny") << QVector<double>{1e-300, 1, 1e300};
        QTest::newRow("the largest on both sides")
            << QVector<double>{-std::numeric_limits<double>::max(), 0, std::numeric_limits<double>::max()};
        QTest::newRow("subnormal") << QVector<double>{std::numeric_limits<double>::denorm_min(), 1e-310, 1e-308};
        QTest::newRow("zero on a wide axis") << QVector<double>{0, 1, 10, 100, 1e6};
    }
    void badSamplesNeverBlankOrCrash() {
        QFETCH(QVector<double>, samples);
        for (const std::size_t scenarios : {1, 2}) // two: those that compare have something to show
            for (const ChartKind& kind : chartKinds()) {
                const auto spec = kind.build(contextWith({samples.begin(), samples.end()}, scenarios));
                if (!spec) {
                    QCOMPARE(spec.error().code, ErrorCode::chartEmpty);
                    QVERIFY(!spec.error().details.empty());
                    continue;
                }
                const Placed placed = layOut(*spec, {{640, 400}, 1}, fixedWidth);
                QVERIFY2(faultOf(placed).isEmpty(), qPrintable(faultOf(placed)));
                QVERIFY(!placed.texts.empty());
            }
    }

    void strangeNamesAreShownWhole_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("an image tag") << "<img src='/etc/passwd'>";
        QTest::newRow("less than") << "ship-to <2%";
        QTest::newRow("a format string") << "%s%n%1$s";
        QTest::newRow("Hangul") << QStringLiteral("딥시크 100억");
        QTest::newRow("an ampersand") << "A & B &amp; C";
    }
    void strangeNamesAreShownWhole() { // charts: facts 13 to 18
        QFETCH(QString, name);
        for (const char* chart : {"cost-by-scenario", "scenario-difference"})
            showsWhole(QString::fromLatin1(chart), name);
    }

    void aNameOfThreeHundredCharactersIsWrappedOrReplacedByItsId() {
        for (const char* chart : {"cost-by-scenario", "scenario-difference"}) {
            const auto spec = build(QString::fromLatin1(chart), contextOfScenarios(5, std::string(300, 'x')));
            for (const QSizeF& size : {QSizeF(640, 400), QSizeF(1600, 900)})
                QVERIFY(faultOf(layOut(*spec, {size, 1}, fixedWidth)).isEmpty());
        }
    }

    void aStatementOfAChanceIsNotBroken() {
        const auto spec = build(QStringLiteral("scenario-difference"), sampleContext());
        for (double width = 420; width < 1700; width += 13) {
            const Placed placed = layOut(*spec, {{width, 700}, 1}, fixedWidth);
            const auto isWhole = [](const PlacedText& text) {
                return text.part == TextPart::title && text.text.contains(QStringLiteral("P(A\u00a0>\u00a0B)"));
            };
            QVERIFY(std::any_of(placed.texts.begin(), placed.texts.end(), isWhole));
            for (const PlacedText& text : placed.texts)
                QVERIFY2(!text.text.startsWith(QLatin1Char('%')), qPrintable(text.text)); // "50 %" is one word
        }
    }

    void chancesStandOnTheirSideOfZero() {
        ChartContext context = contextOfScenarios(2, "S");
        const auto spread = [&](const char* id, double median, double sigma) {
            changeRun(context, id, [&](Run& run) {
                run.outputs = {
                    outputOfSamples("rental_cost", "Rental cost", "USD", lognormalSamples(median, sigma, 1024))};
            });
        };
        spread("s0", 33e3, 1.1);
        spread("s1", 19e3, 0.3);
        const auto spec = build(QStringLiteral("scenario-difference"), context);
        const Placed placed = layOut(*spec, {{640, 400}, 1}, fontMeasure());
        int sides = 0;
        for (const PlacedText& text : placed.texts) {
            if (text.text.startsWith(QStringLiteral("A > B: ")))
                sides += text.box.left() > placed.x.toPixel(0) ? 1 : 0;
            if (text.text.startsWith(QStringLiteral("B > A: ")))
                sides += text.box.right() < placed.x.toPixel(0) ? 1 : 0;
        }
        QCOMPARE(sides, 2);
    }

    void aPictureInOnePieceIsWholeOrASentence() {
        const auto spec = build(QStringLiteral("scenario-difference"), sampleContext());
        int whole = 0, sentences = 0;
        for (double height = 120; height < 600; height += 10) {
            const Placed placed = layOut(*spec, {{640, height}, 1}, fontMeasure());
            QVERIFY2(faultOf(placed).isEmpty(), qPrintable(faultOf(placed)));
            placed.plot.isEmpty() ? ++sentences : ++whole;
            QVERIFY(placed.plot.isEmpty() || placed.y.high == spec->y.high);
        }
        QVERIFY(whole > 10 && sentences > 0);
    }

    void rowsThatDoNotFitAreCounted() {
        const auto spec = build(QStringLiteral("cost-by-scenario"), contextOfScenarios(500, "Scenario"));
        QCOMPARE(spec->data.size(), std::size_t{500});
        const Placed placed = layOut(*spec, {{1280, 800}, 1}, fixedWidth);
        QVERIFY2(faultOf(placed).isEmpty(), qPrintable(faultOf(placed)));
        const bool said = std::any_of(placed.texts.begin(), placed.texts.end(), [](const PlacedText& text) {
            return text.text.contains(QStringLiteral("more rows"));
        });
        QVERIFY(said);
    }

    void aHundredMentionsKeepTheirWordsApart_data() {
        QTest::addColumn<QSizeF>("size");
        QTest::newRow("small") << QSizeF(640, 400);
        QTest::newRow("window") << QSizeF(1280, 800);
        QTest::newRow("large") << QSizeF(2560, 1440);
    }
    void aHundredMentionsKeepTheirWordsApart() {
        QFETCH(QSizeF, size);
        const auto spec = build(QStringLiteral("provenance"), oneFamily(manyHeard(100, 25)));
        const Placed placed = layOut(*spec, {size, 1}, fontMeasure());
        QVERIFY2(faultOf(placed).isEmpty(), qPrintable(faultOf(placed)));
        for (const PlacedDatum& datum : placed.data)
            QVERIFY(placed.plot.adjusted(-20, -20, 20, 20).contains(datum.box)); // all of them, in rows that fit
    }

    void lanesThatDoNotFitAreDrawnInOneAndCounted() {
        const auto spec = build(QStringLiteral("provenance"), oneFamily(manyHeard(100, 60)));
        const Placed placed = layOut(*spec, {{640, 400}, 1}, fixedWidth);
        std::size_t named = 0, more = 0;
        for (const PlacedText& text : placed.texts) {
            named += text.part == TextPart::category && text.text.contains(QStringLiteral("Name of")) ? 1 : 0;
            if (text.part == TextPart::category && text.text.endsWith(QStringLiteral("more speakers")))
                more = static_cast<std::size_t>(text.text.split(QLatin1Char(' ')).front().toInt());
        }
        QVERIFY(named >= 5 && more > 1);
        QVERIFY(more < spec->y.categories.size());
        QCOMPARE(placed.y.toPixel(placed.y.most + 7), placed.y.toPixel(placed.y.most));
        const Placed large = layOut(*spec, {{1280, 3000}, 1}, fixedWidth);
        QVERIFY(!std::isfinite(large.y.most)); // everybody has a lane
    }

    void noTickStandsInTheColumnWithoutDates() {
        const auto spec = build(QStringLiteral("provenance"), oneFamily(manyHeard(100, 25)));
        QVERIFY(spec->x.ticksFrom.has_value());
        const Placed placed = layOut(*spec, {{1280, 800}, 1}, fixedWidth);
        for (const PlacedText& text : placed.texts)
            if (text.part == TextPart::tick)
                QVERIFY(text.box.center().x() > placed.x.toPixel(*spec->x.ticksFrom));
    }

    void aLineEndsBeforeTheMarkItLeadsTo() {
        ChartSpec spec = *build(QStringLiteral("cost-by-scenario"), contextOfScenarios(2, "S"));
        Curve curve{{{1e6, 0}, {2e6, 1}}, {InkRole::text}, 2, Dash::solid, -1};
        curve.gapFrom = curve.gapTo = 10;
        curve.cap = Cap::arrow;
        spec.marks = {curve};
        const Placed placed = layOut(spec, {{640, 400}, 1}, fixedWidth);
        const auto line = std::find_if(placed.shapes.begin(), placed.shapes.end(), [](const PlacedShape& shape) {
            return shape.ink.role == InkRole::text && shape.points.size() == 2;
        });
        QVERIFY(line != placed.shapes.end());
        const QPointF from(placed.x.toPixel(1e6), placed.y.toPixel(0)), to(placed.x.toPixel(2e6), placed.y.toPixel(1));
        QVERIFY(std::abs(QLineF(from, line->points[0]).length() - 10) < 1e-6);
        QVERIFY(std::abs(QLineF(to, line->points[1]).length() - 10) < 1e-6);
        QVERIFY(std::any_of(placed.shapes.begin(), placed.shapes.end(), [](const PlacedShape& shape) {
            return shape.ink.role == InkRole::text && shape.points.size() == 3; // its head
        }));
    }

    void pixelsAndValuesAgree() {
        const auto spec = build(QStringLiteral("cost-by-scenario"), sampleContext());
        const Placed placed = layOut(*spec, {{1600, 900}, 1}, fixedWidth);
        for (std::size_t i = 0; i < spec->data.size(); ++i)
            if (placed.x.holds(spec->data[i].at.x))
                QVERIFY(std::abs(placed.x.toValue(placed.data[i].at.x()) / spec->data[i].at.x - 1) < 1e-9);
    }

    void linesAndShapesAreClippedToTheirBox() { // charts: fact 41
        const QRectF box(0, 0, 10, 10);
        QVERIFY(clipPolyline({{-5, -5}, {-1, 20}}, box).empty());
        const auto pieces = clipPolyline({{-5, 5}, {5, 5}, {5, 25}, {8, 25}, {8, 5}}, box);
        QCOMPARE(pieces.size(), std::size_t{2});
        QCOMPARE(pieces.front().front(), QPointF(0, 5));
        const QPolygonF cut = clipPolygon({{-5, -5}, {15, -5}, {15, 15}, {-5, 15}}, box);
        QCOMPARE(cut.boundingRect(), box);
        QVERIFY(clipPolygon({{20, 20}, {30, 20}, {30, 30}}, box).size() < 3);
    }

private:
    void showsWhole(const QString& chart, const QString& name) {
        const auto spec = build(chart, contextOfScenarios(2, name.toStdString()));
        const Placed placed = layOut(*spec, {{1280, 800}, 1}, fontMeasure());
        QString all;
        for (const PlacedText& text : placed.texts)
            all += text.text + QLatin1Char(' ');
        QVERIFY2(all.contains(name), qPrintable(all));
        const auto svg = renderChart(*spec, {QSize(640, 400), 1, ImageFormat::svg});
        QXmlStreamReader reader(*svg);
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    }
};

const Registered<TestChartLayout> registered("chart_layout");

} // namespace assay::test

#include "tst_chart_layout.moc"

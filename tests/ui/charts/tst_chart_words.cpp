// Where words stand: upon bars at the plot's edge, never over a marker, in cells with their symbol, and rows of one
// name told apart.
#include "tests/core/chart/chart_fixture.h"
#include "tests/test.h"
#include "tests/ui/charts/placed_faults.h"
#include "tests/ui/charts/shipped_sample.h"
#include "ui/charts/layout.h"
#include "ui/charts/plot_layer.h"

#include <algorithm>
#include <set>

namespace assay::test {
namespace {

ChartSpec build(const char* chart, const char* form = "") {
    ChartContext context = sampleContext();
    context.form = form;
    return buildChart(*findChart(chart), context).value();
}

std::vector<PlacedText> textsOf(const Placed& placed, TextPart part) {
    std::vector<PlacedText> texts = placed.texts;
    std::erase_if(texts, [part](const PlacedText& text) { return text.part != part; });
    return texts;
}

bool says(const Placed& placed, const QString& words) {
    return std::any_of(placed.texts.begin(), placed.texts.end(),
                       [&](const PlacedText& text) { return text.text.contains(words); });
}

/// One bar from 10 up to the axis' end, its words at the end.
ChartSpec barToTheEdge() {
    ChartSpec spec;
    spec.title = "A bar";
    spec.x = {AxisKind::linear, {}, {}, 0, 100, {}};
    spec.y = {AxisKind::category, {}, {}, -0.5, 0.5, {{"row", "row", {}}}};
    spec.data.resize(1);
    spec.marks = {
        Bar{{10, -0.3}, {100, 0.3}, {InkRole::low}, Fill::solid, 0},
        Label{{100, 0}, {}, "23.7 billion", {InkRole::text}, Side::right, LabelStyle::plain, Keep::label, 6, 0}};
    return spec;
}

} // namespace

class TestChartWords : public Test {
    Q_OBJECT
private slots:
    void aBarsWordsStandUponItAtTheEdge() {
        const Placed placed = layOut(barToTheEdge(), {{640, 400}, 1}, fixedWidth);
        const std::vector<PlacedText> labels = textsOf(placed, TextPart::label);
        QCOMPARE(labels.size(), std::size_t(1));
        QCOMPARE(labels[0].style, LabelStyle::pill);
        QVERIFY(placed.data[0].box.contains(labels[0].box));
        QVERIFY(std::abs(labels[0].box.center().y() - placed.data[0].box.center().y()) < 1);
    }
    void aBarWithRoomBesideItHasItsWordsThere() {
        ChartSpec spec = barToTheEdge();
        spec.x.high = 200;
        const Placed placed = layOut(spec, {{640, 400}, 1}, fixedWidth);
        const std::vector<PlacedText> labels = textsOf(placed, TextPart::label);
        QCOMPARE(labels.size(), std::size_t(1));
        QCOMPARE(labels[0].style, LabelStyle::plain);
        QVERIFY(labels[0].box.left() > placed.data[0].box.right());
    }

    void noNameOfALineCoversTheMarker_data() {
        QTest::addColumn<QSizeF>("size");
        for (int width = 560; width < 1500; width += 40)
            QTest::addRow("%d wide", width) << QSizeF(width, width * 0.6);
    }
    void noNameOfALineCoversTheMarker() {
        QFETCH(QSizeF, size);
        const Placed placed = layOut(build("singapore-heat-map"), {size, 1}, fixedWidth);
        int markers = 0;
        for (const PlacedShape& shape : placed.shapes)
            if (shape.kind == ShapeKind::ellipse && shape.datum >= 0) {
                ++markers;
                for (const PlacedText& text : textsOf(placed, TextPart::label))
                    QVERIFY2(!text.box.intersects(shape.box), qPrintable(text.text));
            }
        QCOMPARE(markers, 1);
    }

    void aCellHasItsSymbolAloneOrBesideItsWord_data() {
        QTest::addColumn<QSizeF>("size");
        QTest::addColumn<int>("columns");
        QTest::addColumn<bool>("words");
        QTest::newRow("narrow cells") << QSizeF(640, 480) << 9 << false;
        QTest::newRow("wide cells") << QSizeF(1280, 800) << 3 << true;
    }
    void aCellHasItsSymbolAloneOrBesideItsWord() {
        QFETCH(QSizeF, size);
        QFETCH(int, columns);
        QFETCH(bool, words);
        ChartSpec spec = build("consistency");
        while (spec.x.categories.size() < static_cast<std::size_t>(columns))
            spec.x.categories.push_back({"More", "more", {}});
        spec.x.high = static_cast<double>(spec.x.categories.size()) - 0.5;
        const Placed placed = layOut(spec, {size, 1}, fixedWidth);
        const std::vector<PlacedText> labels = textsOf(placed, TextPart::label);
        QCOMPARE(!labels.empty(), words);
        for (const PlacedText& text : labels)
            QVERIFY2(placed.data[static_cast<std::size_t>(text.datum)].box.contains(text.box), qPrintable(text.text));
        std::size_t cells = 0, symbols = 0;
        for (const PlacedShape& shape : placed.shapes) {
            cells += shape.fill == Fill::tinted || shape.fill == Fill::hatched ? 1 : 0;
            const bool isSymbol = shape.datum >= 0 && shape.fill == Fill::solid && shape.penWidth == 0;
            const QRectF box = shape.points.isEmpty() ? shape.box : shape.points.boundingRect();
            symbols += isSymbol ? 1 : 0;
            for (const PlacedText& text : labels)
                QVERIFY2(!isSymbol || !text.box.intersects(box), qPrintable(text.text));
        }
        QVERIFY(cells > 0);
        QCOMPARE(symbols, cells);
    }

    void columnsThatDoNotFitAreCounted() {
        ChartSpec spec = build("consistency");
        spec.x.high = 499.5;
        for (std::size_t i = spec.x.categories.size(); i < 500; ++i)
            spec.x.categories.push_back({"Scenario " + std::to_string(i), "s" + std::to_string(i), "1 tail"});
        for (const QSizeF& size : {QSizeF(640, 400), QSizeF(1280, 800)}) {
            const Placed placed = layOut(spec, {size, 1}, fixedWidth);
            QVERIFY2(faultOf(placed).isEmpty(), qPrintable(faultOf(placed)));
            QVERIFY((placed.x.toPixel(1) - placed.x.toPixel(0)) / placed.base * 12 >= 44);
            const int hidden = 500 - static_cast<int>(placed.x.high - placed.x.low);
            QVERIFY(hidden > 400);
            QVERIFY(says(placed, QStringLiteral("%1 more columns do not fit here").arg(hidden)));
        }
    }

    void rowsOfOneNameSayWhichIsWhich_data() {
        QTest::addColumn<QSizeF>("size");
        QTest::newRow("low rows") << QSizeF(640, 400);
        QTest::newRow("high rows") << QSizeF(1280, 800);
    }
    void rowsOfOneNameSayWhichIsWhich() {
        QFETCH(QSizeF, size);
        const ChartSpec spec = build("cost-by-scenario");
        const Placed placed = layOut(spec, {size, 1}, fontMeasure());
        QString all;
        for (const PlacedText& text : textsOf(placed, TextPart::category))
            all += text.text + QLatin1Char('|');
        for (const PlacedText& text : textsOf(placed, TextPart::footer))
            all += text.text + QLatin1Char('|');
        std::multiset<std::string> names;
        for (const Category& row : spec.y.categories)
            names.insert(row.label);
        int twins = 0;
        for (const Category& row : spec.y.categories)
            if (names.count(row.label) > 1) {
                ++twins;
                QVERIFY2(all.contains(QString::fromStdString(row.note)), qPrintable(all));
            }
        QVERIFY(twins > 1);
    }

    void shapesWithoutRoomAreSaidToBeLeftOut() {
        const ChartSpec spec = build("cost-by-scenario", "dots-20");
        const QString words = QStringLiteral("no room for the shapes");
        QVERIFY(!says(layOut(spec, {{1280, 800}, 1}, fixedWidth), words));
        ChartSpec many = spec;
        for (int i = 0; i < 14; ++i)
            many.y.categories.push_back({"row " + std::to_string(i), "r", {}});
        many.y.high += 14;
        QVERIFY(says(layOut(many, {{640, 600}, 1}, fixedWidth), words));
    }

    void claimedHoursAreNamedBesideTheAxisTitle_data() {
        QTest::addColumn<QString>("form");
        for (const char* form : {"exceedance", "density", "cumulative"})
            QTest::newRow(form) << QString::fromLatin1(form);
    }
    void claimedHoursAreNamedBesideTheAxisTitle() {
        QFETCH(QString, form);
        const ChartSpec spec = build("gpu-hours", qPrintable(form));
        for (const double left : {0.3, 0.05, 0.002}) { // of the axis: the claim from its middle to its left end
            ChartSpec moved = spec;
            const double at = marksOf<Rule>(spec).at(0).at;
            moved.x = {AxisKind::linear, "GPU-hours", {}, at * (1 - left), at * (2 - left), {}};
            QVERIFY2(says(layOut(moved, {{640, 480}, 1}, fixedWidth), QStringLiteral("Claimed 2.788M")),
                     qPrintable(QString::number(left)));
        }
    }

    void noMarkRepeatsTheNameOfItsLane() {
        const Result<std::vector<Picture>> drawn =
            pictures(shippedSample(), {"provenance:claim", "provenance:quantity"});
        QVERIFY(drawn.has_value());
        for (const Picture& picture : *drawn)
            for (const Label& label : marksOf<Label>(picture.spec))
                for (const Category& lane : picture.spec.y.categories)
                    QVERIFY2(!label.text.starts_with(lane.label + ","), label.text.c_str());
    }

    void aKeyEntryWiderThanThePictureIsWrapped() {
        ChartSpec spec = build("tornado");
        spec.key.push_back(
            {{InkRole::low}, Fill::solid, Shape::square, std::string(60, 'x') + " " + std::string(70, 'y')});
        const Placed placed = layOut(spec, {{640, 600}, 1.5}, fixedWidth);
        QVERIFY2(faultOf(placed).isEmpty(), qPrintable(faultOf(placed)));
        QString all;
        for (const PlacedText& text : textsOf(placed, TextPart::key))
            all += text.text;
        QCOMPARE(all.count(QLatin1Char('y')), qsizetype(70));
        for (const PlacedText& text : textsOf(placed, TextPart::key))
            QVERIFY(text.box.bottom() <= placed.plot.top());
    }
};

const Registered<TestChartWords> registered("chart_words");

} // namespace assay::test

#include "tst_chart_words.moc"

// One behaviour a fact of Qt Charts 6.4, its painters and its exports, beside those of tst_chart_guards: what is
// written is shown, nothing is opened, nothing leaves its box. Where a bug can be shown safely it is, so that a newer
// Qt says that a guard can go.
#include "core/chart/ticks.h"
#include "tests/core/chart/chart_fixture.h"
#include "tests/paths.h"
#include "tests/test.h"
#include "ui/charts/frame.h"
#include "ui/charts/layout.h"
#include "ui/charts/render.h"

#include <QtCharts/QChart>
#include <QtCore/QBuffer>
#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>
#include <QtCore/QXmlStreamReader>
#include <QtGui/QPainter>
#include <QtSvg/QSvgGenerator>

namespace assay::test {
namespace {

const ChartSpec& costs() {
    static const ChartSpec spec = *findChart("cost-by-scenario")->build(sampleContext());
    return spec;
}

/// The same words wherever a chart has words.
ChartSpec wordedBy(const std::string& words) {
    ChartSpec spec = costs();
    spec.title = spec.subtitle = spec.summary = spec.altText = words;
    spec.notes = {words};
    spec.footer = {words};
    spec.x.title = words;
    spec.key = {{{InkRole::low}, Fill::solid, Shape::square, words}};
    for (Category& category : spec.y.categories)
        category.label = category.shortLabel = words;
    for (Mark& mark : spec.marks) {
        if (auto* label = std::get_if<Label>(&mark))
            label->text = words;
        if (auto* rule = std::get_if<Rule>(&mark))
            rule->label = words;
    }
    return spec;
}

int redPixels(const QImage& image) {
    int red = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            red += image.pixel(x, y) == qRgb(255, 0, 0) ? 1 : 0;
    return red;
}

QStringList wordsOf(const QByteArray& svg) {
    QStringList words;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QStringLiteral("text"))
            words << reader.readElementText();
    return words;
}

QByteArray drawing(const ChartSpec& spec) { return *renderChart(spec, {QSize(1000, 700), 1, ImageFormat::svg}); }

QString faultOfXml(const QByteArray& svg) {
    QXmlStreamReader reader(svg);
    while (!reader.atEnd())
        reader.readNext();
    return reader.errorString();
}

} // namespace

class TestChartFacts : public Test {
    Q_OBJECT
private slots:
    void anImageInWordsIsNeitherOpenedNorDrawn() { // fact 13
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("red.png"));
        QImage red(64, 64, QImage::Format_RGB32);
        red.fill(QColor(255, 0, 0));
        QVERIFY(red.save(file));
        const QString words = QStringLiteral("<img src='%1'>").arg(file);
        const ChartSpec spec = wordedBy(words.toStdString());
        QCOMPARE(redPixels(*paintChart(spec, {QSize(1000, 700)})), 0);
        QVERIFY(wordsOf(drawing(spec))
                    .join(QString())
                    .remove(QLatin1Char(' '))
                    .contains(QString(words).remove(QLatin1Char(' '))));
    }
    void wordsAreShownAsTheyStand_data() { // facts 13, 14, 16
        QTest::addColumn<QString>("words");
        QTest::newRow("less than") << "ship-to <2%";
        QTest::newRow("a format") << "%s%n%n%n";
        QTest::newRow("an entity") << "&lt;b&gt;";
        QTest::newRow("Hangul behind a number") << QStringLiteral("100\uc5b5");
    }
    void wordsAreShownAsTheyStand() {
        QFETCH(QString, words);
        const QString found = wordsOf(drawing(wordedBy(words.toStdString()))).join(QString()); // a font, a piece
        QVERIFY2(found.count(words) >= 5, qPrintable(found));
        QVERIFY(!found.contains(QLatin1Char('?')));
    }

    void moreTicksThanCanBeReadAreNotMade() { // fact 9
        QElapsedTimer clock;
        clock.start();
        for (const AxisKind kind : {AxisKind::linear, AxisKind::log, AxisKind::time})
            for (const auto& [low, high] : {std::pair(1.0, 2.0), std::pair(1e-300, 1e300), std::pair(1e12, 1e12 + 1)})
                QVERIFY(makeTicks({kind, {}, {}, low, high, {}}, 1000000000).size()
                        <= static_cast<std::size_t>(mostTicks));
        QVERIFY(clock.elapsed() < 1000);
    }

    void theCornerOfThePlotIsPaper() { // fact 27: a fixed plot area paints no background of its own
        for (const ThemeKind theme : {ThemeKind::light, ThemeKind::dark}) {
            RenderOptions options{QSize(1000, 700)};
            options.theme = theme;
            const Placed placed = layOut(costs(), {{1000, 700}, 1}, fontMeasure());
            const QPoint corner = placed.plot.topRight().toPoint() + QPoint(-3, 3);
            QCOMPARE(paintChart(costs(), options)->pixelColor(corner), Theme(theme).paper());
        }
    }
    void theChartsOwnZoomAndBackgroundStayOff() { // facts 27, 36
        Frame frame;
        auto* chart = dynamic_cast<QChart*>(frame.chartItem());
        QVERIFY(chart);
        QVERIFY(!chart->isPlotAreaBackgroundVisible());
        QVERIFY(!chart->isZoomed());
        QVERIFY(!chart->isDropShadowEnabled());
    }

    void whatIsZoomedAwayIsNotDrawn_data() { // fact 41
        QTest::addColumn<QString>("chart");
        for (const ChartKind& kind : chartKinds())
            QTest::addRow("%s", std::string(kind.id).c_str()) << QString::fromStdString(std::string(kind.id));
    }
    void whatIsZoomedAwayIsNotDrawn() {
        QFETCH(QString, chart);
        const ChartSpec spec = findChart(chart.toStdString())->build(sampleContext()).value();
        if (spec.x.kind == AxisKind::category)
            return; // not zoomed along x
        Window window;
        const bool isLog = spec.x.kind == AxisKind::log;
        const auto at = [&](double share) {
            return isLog ? spec.x.low * std::pow(spec.x.high / spec.x.low, share)
                         : spec.x.low + share * (spec.x.high - spec.x.low);
        };
        window.xLow = at(0.4);
        window.xHigh = at(0.6);
        const Placed placed = layOut(spec, {{1000, 700}, 1}, fontMeasure(), window);
        const QRectF plot = placed.plot.adjusted(-9, -9, 9, 9); // half a dot, an arrow's head
        for (const PlacedShape& shape : placed.shapes) {
            if (shape.datum < 0)
                continue; // keys and grid
            const QRectF box = shape.points.isEmpty() ? shape.box : shape.points.boundingRect();
            QVERIFY2(plot.contains(box.topLeft()) && plot.contains(box.bottomRight()),
                     qPrintable(QStringLiteral("%1 %2").arg(box.left()).arg(box.right())));
        }
    }

    void anSvgSaysItsLettersInThePixelsOfTheLayout() { // fact 43
        const Placed placed = layOut(costs(), {{1000, 700}, 1}, fontMeasure());
        QSet<int> wanted;
        for (const PlacedText& text : placed.texts)
            wanted << text.font.pixels;
        static const QRegularExpression size(QStringLiteral("font-size=\"([0-9.]+)\""));
        const QString svg = QString::fromUtf8(drawing(costs()));
        QSet<int> found;
        for (QRegularExpressionMatchIterator each = size.globalMatch(svg); each.hasNext();)
            found << static_cast<int>(std::lround(each.next().captured(1).toDouble()));
        for (const int pixels : wanted)
            QVERIFY2(found.contains(pixels), qPrintable(QString::number(pixels)));
    }
    void qtWritesTitlesUnescapedStill() { // fact 44: the bug; when this fails the escaping can go
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QSvgGenerator svg;
        svg.setOutputDevice(&buffer);
        svg.setTitle(QStringLiteral("a <b> & c"));
        QPainter painter(&svg);
        painter.drawLine(0, 0, 5, 5);
        painter.end();
        QVERIFY(!faultOfXml(buffer.data()).isEmpty());
        QVERIFY2(faultOfXml(drawing(wordedBy("a <b> & c"))).isEmpty(), "ours is whole");
    }

    void threeHundredAndSixHundredDotsAreTheSamePicture() { // fact 45
        const QImage one = *paintChart(costs(), {QSize(500, 320)});
        for (const double scale : {300.0 / 96, 600.0 / 96}) {
            const QImage large = *paintChart(costs(), {QSize(500, 320), scale});
            QCOMPARE(large.width(), static_cast<int>(std::lround(500 * scale)));
            const QImage small = large.scaled(one.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                                     .convertToFormat(QImage::Format_RGB32);
            double error = 0;
            for (int y = 0; y < one.height(); ++y)
                for (int x = 0; x < one.width(); ++x)
                    error += std::abs(qGray(one.pixel(x, y)) - qGray(small.pixel(x, y)));
            QVERIFY2(error / (one.width() * one.height()) < 5, qPrintable(QString::number(error)));
        }
    }

    void exportersTakeNoScreenshots() { // fact 46
        for (const QString& name :
             {QStringLiteral("ui/views/export_dialog.cpp"), QStringLiteral("ui/views/export_all.cpp"),
              QStringLiteral("ui/views/chart_area_output.cpp"), QStringLiteral("ui/charts/render.cpp"),
              QStringLiteral("app/command_render.cpp")}) {
            QFile file(sourcePath(name));
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(name));
            QVERIFY2(!file.readAll().contains("grab("), qPrintable(name));
        }
    }
};

const Registered<TestChartFacts> registered("chart_facts");

} // namespace assay::test

#include "tst_chart_facts.moc"

// Guards against faults of Qt Charts 6.4 and of the painters behind the exports, named by what they hold off. Most of
// the library's bugs can't be met because Qt Charts is held to two files: the first test holds it there.
#include "tests/core/chart/chart_fixture.h"
#include "tests/paths.h"
#include "tests/test.h"
#include "ui/charts/chart_canvas.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/frame.h"
#include "ui/charts/layout.h"
#include "ui/charts/render.h"

#include <QtCharts/QChart>
#include <QtCore/QDirIterator>
#include <QtCore/QXmlStreamReader>
#include <QtGui/QPainter>

namespace assay::test {
namespace {

const ChartSpec& costs() {
    static const ChartSpec spec = *findChart("cost-by-scenario")->build(sampleContext());
    return spec;
}

QByteArray rendered(ImageFormat format, double scale = 1) {
    return *renderChart(costs(), {QSize(800, 500), scale, format});
}

} // namespace

class TestChartGuards : public Test {
    Q_OBJECT
private slots:
    void qtChartsIsNamedInTheFrameAlone() { // facts 1 to 5, 12, 25, 28 to 31, 33, 49
        static const QRegularExpression named(QStringLiteral(
            "QtCharts|\\bQ(Chart|ChartView|LineSeries|ValueAxis|LogValueAxis|CategoryAxis|ScatterSeries|AreaSeries)\\b"));
        static const QRegularExpression banned(
            QStringLiteral("setUseOpenGL|setTheme\\(QChart|SeriesAnimations|\\.grab\\(\\)"));
        for (const QString& folder : {QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")}) {
            QDirIterator files(sourcePath(folder), {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                QString code;
                for (const QString& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n')))
                    code += line.section(QStringLiteral("//"), 0, 0) + QLatin1Char('\n');
                const bool isFrame = file.fileName().contains(QStringLiteral("/ui/charts/frame."));
                QVERIFY2(isFrame || !code.contains(named), qPrintable(file.fileName()));
                QVERIFY2(!file.fileName().contains(QStringLiteral("/ui/charts/")) || !code.contains(banned),
                         qPrintable(file.fileName()));
            }
        }
    }

    void nothingIsAnimated() { // fact 8
        Frame frame;
        auto* chart = dynamic_cast<QChart*>(frame.chartItem());
        QVERIFY(chart);
        QCOMPARE(chart->animationOptions(), QChart::NoAnimation);
        QVERIFY(chart->title().isEmpty()); // fact 13: titles there would be rich text
        QVERIFY(chart->axes().isEmpty());  // facts 9, 14 to 19, 21 to 24
        QVERIFY(chart->series().isEmpty());
    }

    void theFrameHasThePlotWhereLayoutPutIt() { // facts 26, 27
        const Placed placed = layOut(costs(), {{800, 500}, 1}, fontMeasure());
        Frame frame;
        frame.show(placed, {}, Theme(ThemeKind::light), Background::opaque);
        QCOMPARE(frame.plotArea(), placed.plot);
    }

    void aClickOnNothingIsHarmless_data() { // fact 10
        QTest::addColumn<int>("state");
        QTest::newRow("before any chart") << 0;
        QTest::newRow("empty state") << 1;
        QTest::newRow("too small to draw") << 2;
    }
    void aClickOnNothingIsHarmless() {
        QFETCH(int, state);
        ChartView view;
        view.resize(state == 2 ? QSize(160, 100) : QSize(600, 400));
        if (state == 2)
            view.setSpec(costs());
        if (state == 1)
            view.setEmpty(QStringLiteral("Nothing yet."), QStringLiteral("Add"));
        view.show();
        auto* canvas = view.findChild<ChartCanvas*>();
        for (const Qt::MouseButton button : {Qt::LeftButton, Qt::RightButton})
            QTest::mouseClick(canvas->viewport(), button, {}, QPoint(5, 5));
        QTest::mouseDClick(canvas->viewport(), Qt::LeftButton, {}, QPoint(50, 50));
    }

    void aChartMayChangeInItsOwnClick() { // fact 11
        ChartView view;
        view.resize(800, 500);
        view.setSpec(costs());
        view.show();
        int clicks = 0;
        connect(&view, &ChartView::markClicked, &view, [&](const MarkIds& ids) {
            ++clicks;
            QVERIFY(!ids.scenario.empty());
            view.setSpec(ChartSpec());
        });
        const QRect mark = view.datumRect(2);
        QTest::mouseClick(view.findChild<ChartCanvas*>()->viewport(), Qt::LeftButton, {}, mark.center());
        QTRY_COMPARE(clicks, 1);
    }

    void rightButtonLeavesTheRange() { // fact 36
        ChartCanvas canvas;
        canvas.resize(800, 500);
        canvas.setSpec(costs());
        canvas.show();
        const double low = canvas.placed().x.low;
        QTest::mousePress(canvas.viewport(), Qt::RightButton, {}, QPoint(300, 200));
        QTest::mouseRelease(canvas.viewport(), Qt::RightButton, {}, QPoint(500, 300));
        QCOMPARE(canvas.placed().x.low, low);
    }

    void zoomKeepsTheValueUnderTheCursorAndComesBack() { // facts 35, 37
        ChartCanvas canvas;
        canvas.resize(800, 500);
        canvas.setSpec(costs());
        canvas.show();
        const Scaling before = canvas.placed().x;
        const double pixel = canvas.placed().plot.center().x();
        const double value = before.toValue(pixel);
        canvas.zoom(2, pixel);
        QVERIFY(canvas.placed().x.low > before.low);
        QVERIFY(std::abs(canvas.placed().x.toValue(pixel) / value - 1) < 1e-6);
        canvas.zoom(0.01, pixel); // never beyond the data
        QCOMPARE(canvas.placed().x.low, before.low);
        canvas.zoom(3, pixel);
        canvas.resetZoom();
        QCOMPARE(canvas.placed().x.high, before.high);
    }

    void aHiddenChartIsNeverLaidOut() { // fact 7
        ChartCanvas canvas;
        canvas.resize(600, 400);
        for (int i = 0; i < 100; ++i)
            canvas.setSpec(costs());
        QCOMPARE(canvas.layouts(), 0);
        canvas.show();
        QVERIFY(canvas.layouts() >= 1);
    }

    void picturesDoNotDependOnDisplaySettings() { // facts 40, 46
        const QByteArray plain = rendered(ImageFormat::png);
        qputenv("QT_FONT_DPI", "192");
        const QByteArray other = rendered(ImageFormat::png);
        qunsetenv("QT_FONT_DPI");
        QCOMPARE(other, plain);
    }

    void twiceTheScaleIsTheSamePicture() { // fact 45
        const QImage one = QImage::fromData(rendered(ImageFormat::png));
        const QImage two = QImage::fromData(rendered(ImageFormat::png, 2));
        QCOMPARE(two.size(), one.size() * 2);
        const QImage halved = two.scaled(one.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                                  .convertToFormat(QImage::Format_RGB32);
        double error = 0;
        for (int y = 0; y < one.height(); ++y)
            for (int x = 0; x < one.width(); ++x)
                error += std::abs(qGray(one.pixel(x, y)) - qGray(halved.pixel(x, y)));
        QVERIFY2(error / (one.width() * one.height()) < 3,
                 qPrintable(QString::number(error / (one.width() * one.height()))));
    }

    void svgIsWholeXmlWithItsWordsInPixels() { // facts 41, 43, 44
        ChartSpec spec = costs();
        spec.title = "a <b> & \"c\"";
        spec.altText = "<script>";
        const QByteArray svg = *renderChart(spec, {QSize(800, 500), 1, ImageFormat::svg});
        QXmlStreamReader reader(svg);
        bool titleSeen = false;
        int words = 0;
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isStartElement() && reader.name() == QStringLiteral("title"))
                titleSeen = reader.readElementText() == QStringLiteral("a <b> & \"c\"");
            else if (reader.isStartElement() && reader.name() == QStringLiteral("text"))
                ++words;
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(titleSeen);
        QVERIFY(words > 10);
        QVERIFY(svg.contains("font-size=\"12") || svg.contains("font-size=\"13"));
        QCOMPARE(*renderChart(spec, {QSize(800, 500), 1, ImageFormat::svg}), svg);
    }

    void pdfAndCsvAreWritten() {
        QVERIFY(rendered(ImageFormat::pdf).startsWith("%PDF"));
        const QByteArray csv = rendered(ImageFormat::csv);
        QCOMPARE(csv.count("\r\n"), static_cast<qsizetype>(costs().data.size()) + 1);
        QVERIFY(csv.startsWith("Scenario,Cost,P5,"));
    }

    void sizesOutOfReachAreRefused_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::newRow("nothing") << QSize(0, 0) << 1.0;
        QTest::newRow("negative") << QSize(-5, 400) << 1.0;
        QTest::newRow("too wide") << QSize(20000, 400) << 1.0;
        QTest::newRow("too many pixels") << QSize(16000, 16000) << 4.0;
        QTest::newRow("scale below one") << QSize(640, 400) << 0.5;
        QTest::newRow("scale is no number") << QSize(640, 400) << std::nan("");
    }
    void sizesOutOfReachAreRefused() {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        const auto picture = renderChart(costs(), {size, scale});
        QVERIFY(!picture);
        QCOMPARE(picture.error().code, ErrorCode::imageSize);
    }

    void transparentPaperIsTransparent() {
        RenderOptions options{QSize(640, 400)};
        options.background = Background::transparent;
        QCOMPARE(qAlpha(QImage::fromData(*renderChart(costs(), options)).pixel(1, 1)), 0);
    }
};

const Registered<TestChartGuards> registered("chart_guards");

} // namespace assay::test

#include "tst_chart_guards.moc"

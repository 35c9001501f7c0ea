// Whole pictures: every chart of the registry drawn from synthetic runs in every format, size and theme. Set
// ASSAY_CHART_GALLERY to a folder to look at them.
#include "tests/core/chart/chart_fixture.h"
#include "tests/test.h"
#include "tests/ui/charts/gallery.h"
#include "ui/charts/render.h"

#include <QtGui/QImage>
#include <QtWidgets/QApplication>

namespace assay::test {

class TestChartPictures : public Test {
    Q_OBJECT
private slots:
    void everyChartDrawsMoreThanPaper_data() {
        QTest::addColumn<QString>("chart");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("theme");
        for (const ChartKind& kind : chartKinds())
            for (const QSize& size : {QSize(640, 400), QSize(1280, 800)})
                for (const ThemeKind theme : {ThemeKind::light, ThemeKind::dark})
                    QTest::addRow("%s %d %s", std::string(kind.id).c_str(), size.width(),
                                  theme == ThemeKind::light ? "light" : "dark")
                        << QString::fromUtf8(kind.id.data(), static_cast<qsizetype>(kind.id.size())) << size
                        << static_cast<int>(theme);
    }
    void everyChartDrawsMoreThanPaper() {
        QFETCH(QString, chart);
        QFETCH(QSize, size);
        QFETCH(int, theme);
        const auto spec = findChart(chart.toStdString())->build(sampleContext());
        if (!spec && spec.error().code == ErrorCode::chartEmpty)
            QFAIL(spec.error().details.front().c_str());
        RenderOptions options;
        options.size = size;
        options.theme = static_cast<ThemeKind>(theme);
        const auto png = renderChart(*spec, options);
        QVERIFY(png.has_value());
        const QImage image = QImage::fromData(*png);
        QCOMPARE(image.size(), size);
        QVERIFY(QSet<QRgb>(reinterpret_cast<const QRgb*>(image.constBits()),
                           reinterpret_cast<const QRgb*>(image.constBits()) + image.width() * image.height())
                    .size()
                > 50);
        QCOMPARE(*renderChart(*spec, options), *png);
        if (!galleryFolder().isEmpty())
            QVERIFY(
                image.save(QStringLiteral("%1/%2-%3-%4.png").arg(galleryFolder(), chart).arg(size.width()).arg(theme)));
    }
    void manyAtOnceAreTheSameAsOneByOne() {
        const ChartSpec spec = findChart("tornado")->build(sampleContext()).value();
        std::vector<RenderOptions> wanted(6);
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            wanted[i].size = QSize(400 + 50 * static_cast<int>(i), 300);
            wanted[i].format = i == 3 ? ImageFormat::svg : ImageFormat::png;
            wanted[i].background = i == 2 ? Background::transparent : Background::opaque;
        }
        const auto all = renderAll(wanted.size(), [&](std::size_t i) { return encoderOf(spec, wanted[i]); });
        QVERIFY(all.has_value());
        for (std::size_t i = 0; i < wanted.size(); ++i)
            QCOMPARE(QByteArray::fromStdString((*all)[i]), *renderChart(spec, wanted[i]));
        QVERIFY(QImage::fromData(QByteArray::fromStdString((*all)[2])).hasAlphaChannel());
        QVERIFY(!QImage::fromData(QByteArray::fromStdString((*all)[1])).hasAlphaChannel());
        wanted[4].scale = 100;
        const auto failed = renderAll(wanted.size(), [&](std::size_t i) { return encoderOf(spec, wanted[i]); });
        QCOMPARE(failed.error().code, ErrorCode::imageSize);
    }
};

const Registered<TestChartPictures> registered("chart_pictures");

} // namespace assay::test

#include "tst_chart_pictures.moc"

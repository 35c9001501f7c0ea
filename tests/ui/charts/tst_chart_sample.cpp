// The shipped sample project, run and drawn: every chart a reader of it will see, in every form, with its words inside
// and apart. Set ASSAY_CHART_GALLERY to a folder to look at the pictures.
#include "tests/test.h"
#include "tests/ui/charts/gallery.h"
#include "tests/ui/charts/placed_faults.h"
#include "tests/ui/charts/shipped_sample.h"
#include "ui/charts/layout.h"
#include "ui/charts/plot_layer.h"
#include "ui/charts/render.h"

namespace assay::test {
namespace {

void keep(const Picture& picture) {
    if (galleryFolder().isEmpty())
        return;
    const QString name =
        galleryFolder() + QStringLiteral("/sample-") + QString::fromStdString(fileName(picture, "png"));
    for (const auto& [suffix, options] :
         {std::pair(QStringLiteral("-1600.png"), RenderOptions{QSize(1600, 900)}),
          std::pair(QStringLiteral("-640-dark.png"),
                    RenderOptions{QSize(640, 400), 1, ImageFormat::png, ThemeKind::dark})}) {
        QFile file(name + suffix);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(*renderChart(picture.spec, options));
    }
}

} // namespace

class TestChartSample : public Test {
    Q_OBJECT
private slots:
    void everyScenarioRuns() { QCOMPARE(shippedSample().runs.size(), shippedSample().scenarios.size()); }

    void everyChartHasAPictureOfTheSample_data() {
        QTest::addColumn<QString>("form");
        for (const std::string& form : everyForm())
            QTest::newRow(form.c_str()) << QString::fromStdString(form);
    }
    void everyChartHasAPictureOfTheSample() {
        QFETCH(QString, form);
        const Result<std::vector<Picture>> drawn = pictures(shippedSample(), {form.toStdString()});
        QVERIFY(drawn.has_value());
        QVERIFY(!drawn->empty());
        for (const Picture& picture : *drawn) {
            for (const QSizeF& size : {QSizeF(640, 400), QSizeF(1280, 800), QSizeF(2560, 1440)}) {
                const Placed placed = layOut(picture.spec, {size, 1}, fontMeasure());
                QVERIFY2(faultOf(placed).isEmpty(), qPrintable(faultOf(placed)));
                QVERIFY2(!placed.plot.isEmpty(), fileName(picture, "png").c_str());
            }
            keep(picture);
        }
    }

    void theHeadlineClaimIsTheOneOfTheReport() {
        const auto spec = findChart("cost-by-scenario")->build(shippedSample());
        QVERIFY(spec->title.find("$5.576M") != std::string::npos);
    }
};

const Registered<TestChartSample> registered("chart_sample");

} // namespace assay::test

#include "tst_chart_sample.moc"

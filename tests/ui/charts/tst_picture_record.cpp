// Records inside pictures: they come out as they went in, and a damaged or hostile file gives none.
#include "core/io/chart_record.h"
#include "tests/core/chart/chart_fixture.h"
#include "tests/test.h"
#include "ui/charts/picture_record.h"
#include "ui/charts/render.h"

#include <QtCore/QtEndian>

namespace assay::test {
namespace {

const std::string words = "{\"project\": \"a <b> & \\\"c\\\"\", \"chart\": \"\u7d22\u5f15\"}";

QByteArray picture(ImageFormat format, const std::string& record = words) {
    RenderOptions options;
    options.size = QSize(320, 200);
    options.format = format;
    options.record = record;
    return *renderChart(*findChart("cost-by-scenario")->build(sampleContext()), options);
}

QByteArray svgWith(const QByteArray& inner) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\"><metadata><run xmlns=\"urn:assay:run\">" + inner
           + "</run></metadata></svg>";
}

} // namespace

class TestPictureRecord : public Test {
    Q_OBJECT
private slots:
    void aDamagedPictureGivesNoRecord_data() {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray png = picture(ImageFormat::png);
        const qsizetype chunk = png.indexOf("iTXtassay-run") - 4;
        QVERIFY(chunk > 0);
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no picture") << QByteArray("hello");
        QTest::newRow("cut within the record") << png.left(chunk + 30);
        QTest::newRow("cut after the signature") << png.left(8);
        QByteArray changed = png;
        changed[chunk + 30] = 'X';
        QTest::newRow("a changed letter: the checksum tells") << changed;
        QByteArray endless = png;
        qToBigEndian<quint32>(0xffffffffU, endless.data() + chunk);
        QTest::newRow("a length beyond the file") << endless;
        QTest::newRow("a PNG without one") << picture(ImageFormat::png, {});
        QTest::newRow("an SVG without one") << picture(ImageFormat::svg, {});
        QTest::newRow("a longer one than there can be")
            << withPngRecord(picture(ImageFormat::png, {}), std::string(longestRecord + 1, 'a'));
        QTest::newRow("an SVG with a document type")
            << "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>" + svgWith("&b;");
        QTest::newRow("elements inside it") << svgWith("<a>b</a>");
        QTest::newRow("not well formed") << svgWith("{").left(svgWith("{").indexOf('{') + 1);
        QTest::newRow("no end of elements") << "<svg>" + QByteArray("<g/>").repeated(2000) + svgWith("{}") + "</svg>";
    }
    void aDamagedPictureGivesNoRecord() {
        QFETCH(QByteArray, bytes);
        QVERIFY(!recordIn(bytes));
    }

    void recordsComeBack_data() {
        QTest::addColumn<int>("format");
        QTest::newRow("PNG") << static_cast<int>(ImageFormat::png);
        QTest::newRow("SVG") << static_cast<int>(ImageFormat::svg);
    }
    void recordsComeBack() {
        QFETCH(int, format);
        const QByteArray bytes = picture(static_cast<ImageFormat>(format));
        QCOMPARE(recordIn(bytes), std::optional(words));
        QCOMPARE(picture(static_cast<ImageFormat>(format)), bytes);
    }
    void aPictureWithARecordLooksAlike() {
        QCOMPARE(QImage::fromData(picture(ImageFormat::png)), QImage::fromData(picture(ImageFormat::png, {})));
    }
    void aPictureSaysTitleSourceAndWhatIsToBeSeen() {
        const QImage image = QImage::fromData(picture(ImageFormat::png));
        const ChartSpec spec = *findChart("cost-by-scenario")->build(sampleContext());
        QCOMPARE(image.text(QStringLiteral("Title")), QString::fromStdString(spec.title));
        QCOMPARE(image.text(QStringLiteral("Description")), QString::fromStdString(spec.altText).simplified());
        QVERIFY(image.text(QStringLiteral("Source")).contains(QStringLiteral("seed")));
    }
};

const Registered<TestPictureRecord> registered("picture_record");

} // namespace assay::test

#include "tst_picture_record.moc"
